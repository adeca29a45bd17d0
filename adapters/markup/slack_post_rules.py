"""Which messages of Slack are posts, and what a post tells of one, live as in an export; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from adapters.markup.post_rules import OPT_OUT_SIGN, why_left_out
from adapters.markup.slack_blocks import object_of, objects_of, text_of
from adapters.markup.slack_files import is_mail

if TYPE_CHECKING:
    from adapters.markup.others_words import LeftOut

Message = Mapping[str, object]

WRITTEN: Final = frozenset(
    {"", "me_message", "thread_broadcast", "file_share", "file_comment", "file_mention",
     "bot_message"}
)  # fmt: skip
"""The subtypes of messages that somebody wrote; the others are notices."""

OPT_OUT: Final = "no_entry_sign"
"""The name of the reaction by which an author keeps a message out."""

ANSWERED: Final = "white_check_mark"
"""The name of the reaction by which whoever asked, or is trusted, says what answered."""

SLACKBOT: Final = "USLACKBOT"

_TYPES: Final = frozenset({"message", "app_mention"})
_TS: Final = re.compile(r"(\d{1,11})\.(\d{1,6})")
_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


def left_out(
    message: Message, app_accounts: Collection[str] = (), *, is_channel_closed: bool = False
) -> LeftOut | None:
    """Return why a message is no post where apps are not wanted; None where it may be one.

    Args:
        message: As Slack has it.
        app_accounts: The accounts that are apps'.
        is_channel_closed: The topic of its channel keeps its messages out.
    """
    return why_left_out(
        is_notice=is_notice(message),
        is_by_app=is_by_app(message, app_accounts),
        is_kept_out=is_channel_closed or is_kept_out(message),
    )


def is_notice(message: Message) -> bool:
    """Return whether Slack itself tells of something: a joining, a new topic, a deletion."""
    is_other = text_of(message.get("type", "message")) not in _TYPES or bool(message.get("hidden"))
    return is_other or text_of(message.get("subtype")) not in WRITTEN


def is_by_app(message: Message, app_accounts: Collection[str] = ()) -> bool:
    """Return whether an app sent a message; an e-mail is sent by Slack and written by a person."""
    if message.get("user") == SLACKBOT:
        return not any(map(is_mail, objects_of(message.get("files"))))
    is_marked = bool(message.get("bot_id")) or message.get("subtype") == "bot_message"
    return is_marked or writer_of(message) in app_accounts


def writer_of(message: Message) -> str:
    """Return the account of the author: of a comment on a file, the one that commented."""
    commented = text_of(object_of(message.get("comment")).get("user"))
    if message.get("subtype") == "file_comment" and commented:
        return commented
    return text_of(message.get("user")) or commented


def is_kept_out(message: Message) -> bool:
    """Return whether the author of a message keeps it out by a reaction."""
    writer = writer_of(message)
    return any(
        text_of(reaction.get("name")) == OPT_OUT and writer in _users(reaction)
        for reaction in objects_of(message.get("reactions"))
    )


def is_closed_by(topic: str) -> bool:
    """Return whether the topic of a channel keeps its messages out."""
    return f":{OPT_OUT}:" in topic or OPT_OUT_SIGN in topic


def account_name(user: Message) -> str:
    """Return the name that others see of an account."""
    profile = shown_name(user.get("profile"))
    return profile or shown_name(user) or text_of(user.get("name")).strip()


def name_in(message: Message) -> str:
    """Return what a message calls its author: an app, or a person who is in no list; else ""."""
    names = [shown_name(message.get("user_profile"))]
    if is_by_app(message):
        app = text_of(object_of(message.get("bot_profile")).get("name"))
        names = [text_of(message.get("username")).strip(), app.strip(), *names]
    return next(filter(None, names), "")


def shown_name(profile: object) -> str:
    """Return the name in a profile that others see: the display name, else the full one."""
    found = object_of(profile)
    display = text_of(found.get("display_name")).strip()
    return display or text_of(found.get("real_name")).strip()


def written_at(ts: str) -> datetime | None:
    """Return when a message was written; None where its time is none of Slack's."""
    found = _TS.fullmatch(ts)
    if found is None:
        return None
    microseconds = int(found[2].ljust(6, "0"))
    return _BEGINNING + timedelta(seconds=int(found[1]), microseconds=microseconds)


def permalink(workspace_url: str, channel: str, ts: str, root: str) -> str:
    """Return the link to a message, as Slack makes it.

    Args:
        workspace_url: Where the pages of the workspace are, with a slash at the end.
        channel: The id of the channel.
        ts: The time of the message.
        root: The first message of its thread; "" where it does not reply to one.
    """
    link = f"{workspace_url}archives/{channel}/p{ts.replace('.', '')}"
    return f"{link}?thread_ts={root}&cid={channel}" if root else link


def _users(reaction: Message) -> list[object]:
    users = reaction.get("users")
    return users if isinstance(users, list) else []
