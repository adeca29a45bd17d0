"""Makes rows of Slack's messages."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from adapters.markup.post_rules import source_name
from adapters.markup.slack_message import said_by, shown
from adapters.markup.slack_post_rules import (
    WRITTEN,
    is_kept_out,
    left_out,
    name_in,
    permalink,
    writer_of,
    written_at,
)
from adapters.sources.archive_reading.json_records import name_in_json, object_of, text_of
from adapters.sources.exports.found_message import Found, Wordless
from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping
    from datetime import datetime

    from adapters.markup.others_words import LeftOut
    from adapters.sources.archive_reading.json_records import Record

_NOTICES: Final = frozenset(
    f"{place}_{what}"
    for place in ("channel", "group", "mpim", "im")
    for what in (
        "archive unarchive join leave name purpose topic posting_permissions convert_to_private"
        " convert_to_public canvas_updated open close"
    ).split()
) | frozenset(
    "bot_add bot_remove bot_enable bot_disable message_changed message_deleted message_replied"
    " pinned_item unpinned_item reminder_add reminder_delete reply_broadcast assistant_app_thread"
    " huddle_thread tombstone sh_room_created sh_room_shared ekm_access_denied document_mention"
    " document_comment_root document_comment tabbed_canvas_updated joiner_notification"
    " joiner_notification_for_inviter app_conversation_join app_conversation_leave"
    " slackbot_response bot_profile file_created thread_reply unlinked_item".split()
)
"""The subtypes of messages that Slack itself writes."""


def unknown_subtype(message: Record) -> str:
    """Return a message's subtype where it is not known whose words such messages are; else ""."""
    subtype = text_of(message.get("subtype"))
    return "" if subtype in WRITTEN | _NOTICES else subtype


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel whose messages are posts.

    Attributes:
        id: Its id.
        name: Its name, without the #.
        is_private: Whether only its members read it.
        team: The workspace it is in; "" where the export does not tell.
        is_closed: Whether its topic keeps its messages out.
    """

    id: str
    name: str
    is_private: bool
    team: str = ""
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """What ids mean in one workspace.

    Attributes:
        people: The shown names by user id.
        bots: The users that are none, but Slackbot, which passes on what people mail.
        channels: The names of the channels that every reader may know, by id.
        url: Where the pages of the workspace are, with a slash at the end; "" where that is not
            known.
    """

    people: Mapping[str, str]
    bots: frozenset[str]
    channels: MutableMapping[str, str]
    url: str = ""


def message_found(
    message: Record, channel: Channel, names: Names, *, with_apps: bool = False
) -> Found | Wordless | LeftOut:
    """Return what a message says of a post, or why it is none.

    With apps, what they wrote is one, too.

    Raises:
        WrongValue: It is one, but lacks what a post needs.
    """
    user = writer_of(message)
    if reason := _left_out(message, channel, names, with_apps=with_apps):
        return reason
    profile = object_of(message.get("user_profile"))
    team = channel.team or text_of(message.get("team")) or text_of(profile.get("team"))
    said = shown(said_by(message, team=team), names.people, names.channels)
    if not said.texts:
        return Wordless(said)
    ts, root = text_of(message.get("ts")), text_of(message.get("thread_ts"))
    root = root if root != ts else ""
    when = _moment(message.get("ts", ""))
    team = team or "-"
    scope = f"{team}/{channel.id}"
    row: Record = {
        "scope": "slack",
        "id": f"{scope}/{ts}",
        "source": source_name(channel.name),
        "text": "\n\n".join(said.own) or said.enclosures[0].text,
        "author": names.people.get(user) or name_in_json(name_in(message)),
        "url": permalink(names.url, channel.id, ts, root) if names.url else None,
        "posted_at": when.isoformat(),
        "parent_id": f"{scope}/{root}" if root else None,
        # Who may read a public channel is asked when somebody asks: guests, too, read some.
        "audience": f"slack:{channel.id}",
        "author_id": f"slack:{team}/{user}" if user else None,
    }
    return Found(row, said)


def _left_out(
    message: Record, channel: Channel, names: Names, *, with_apps: bool
) -> LeftOut | None:
    reason = left_out(message, names.bots, is_channel_closed=channel.is_closed)
    if reason == "bot_messages" and with_apps:
        return "kept_out" if channel.is_closed or is_kept_out(message) else None
    return reason


def _moment(ts: object) -> datetime:
    found = written_at(text_of(ts))
    if found is None:
        written = ts if isinstance(ts, str) else json.dumps(ts)
        raise WrongValue("not_a_moment", ts=written[:30])
    return found
