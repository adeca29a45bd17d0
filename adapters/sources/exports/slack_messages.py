"""Makes rows of Slack's messages."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from adapters.markup.slack_message import WRITTEN, is_by_app, said_by, shown
from adapters.sources.archives.json_records import object_of, objects_of, text_of
from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.markup.enclosures import LeftOut, Said
    from adapters.sources.archives.json_records import Record


_SLACKBOT: Final = "USLACKBOT"
_OPTED_OUT: Final = frozenset({"no_entry_sign"})
_TS: Final = re.compile(r"(\d{1,11})\.(\d{1,6})")
_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel whose messages are posts.

    Attributes:
        id: Its id.
        name: Its name, without the #.
        is_private: Whether only its members read it.
        team: The workspace it is in; "" where the export does not tell.
    """

    id: str
    name: str
    is_private: bool
    team: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """What ids mean in one workspace.

    Attributes:
        people: The shown names by user id.
        bots: The users that are none.
        channels: The names of the channels that every reader may know, by id.
        domain: The workspace's own (`acme`), or "" where it is not known.
    """

    people: Mapping[str, str]
    bots: frozenset[str]
    channels: Mapping[str, str]
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A message of an export, read.

    Attributes:
        row: What it says of a post.
        said: What it says, as its readers see it.
    """

    row: Record
    said: Said


def message_found(message: Record, channel: Channel, names: Names) -> Found | LeftOut:
    """Return what a message says of a post, or why it is none.

    Raises:
        WrongValue: It is one, but lacks what a post needs.
    """
    user = writer_of(message)
    if reason := _left_out(message, user, names):
        return reason
    said = shown(said_by(message), names.people, names.channels)
    if not said.texts:
        return "wordless"
    ts, root = text_of(message.get("ts")), text_of(message.get("thread_ts"))
    when = _moment(message.get("ts", ""))
    profile = object_of(message.get("user_profile"))
    team = channel.team or text_of(message.get("team")) or text_of(profile.get("team")) or "-"
    scope = f"{team}/{channel.id}"
    row: Record = {
        "scope": "slack",
        "id": f"{scope}/{ts}",
        "source": f"#{channel.name}",
        "text": "\n\n".join(said.own) or said.enclosures[0].text,
        "author": names.people.get(user) or shown_name(profile),
        "url": _link(ts, root, channel, names.domain),
        "posted_at": when.isoformat(),
        "parent_id": f"{scope}/{root}" if root and root != ts else None,
        # Who may read a public channel is asked when somebody asks: guests, too, read some.
        "audience": f"slack:{channel.id}",
        "author_id": f"slack:{team}/{user}" if user else None,
    }
    return Found(row, said)


def writer_of(message: Record) -> str:
    """Return the account of who wrote a message: of a comment on a file, who commented."""
    comment = object_of(message.get("comment"))
    return text_of(message.get("user")) or text_of(comment.get("user"))


def shown_name(profile: Record) -> str:
    """Return the name that others see: the display name, else the full one."""
    found = text_of(profile.get("display_name")).strip()
    return found or text_of(profile.get("real_name")).strip()


def _left_out(message: Record, user: str, names: Names) -> LeftOut | None:
    if message.get("type", "message") != "message" or message.get("hidden"):
        return "notices"
    if text_of(message.get("subtype")) not in WRITTEN:
        return "notices"
    if is_by_app(message) or user in names.bots - {_SLACKBOT}:
        return "bot_messages"
    is_kept_out = any(
        text_of(reaction.get("name")) in _OPTED_OUT and user in _users(reaction)
        for reaction in objects_of(message.get("reactions"))
    )
    return "kept_out" if is_kept_out else None


def _users(reaction: Record) -> list[object]:
    users = reaction.get("users")
    return users if isinstance(users, list) else []


def _moment(ts: object) -> datetime:
    found = _TS.fullmatch(text_of(ts))
    if found is None:
        written = ts if isinstance(ts, str) else json.dumps(ts)
        raise WrongValue("not_a_moment", ts=written[:30])
    microseconds = int(found[2].ljust(6, "0"))
    return _BEGINNING + timedelta(seconds=int(found[1]), microseconds=microseconds)


def _link(ts: str, root: str, channel: Channel, domain: str) -> str | None:
    if not domain:
        return None
    link = f"https://{domain}.slack.com/archives/{channel.id}/p{ts.replace('.', '')}"
    return f"{link}?thread_ts={root}&cid={channel.id}" if root and root != ts else link
