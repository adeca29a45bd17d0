"""What is said of one message: whether it is stored, and why it is not, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

FATES: Final[Mapping[str, str]] = {
    "stored": "Stored, in {passages:passage|passages}, for {readers}.",
    "everyone": "everybody",
    "readers": "those who read {source}",
    "forgotten": (
        "Not stored: it, or all that its author wrote, was forgotten, and is never stored again."
    ),
    "deleted": "Not stored: it was deleted in its channel, kept out by 🚫, or removed since.",
    "not_watched": "Not seen: its channel is not watched. /posts watch takes it up.",
    "lost": "Not seen: I cannot read its channel ({error}). Let me in there again.",
    "unread": (
        "Not seen yet: its channel is read back to a later message only. /posts watch goes on"
        " with that."
    ),
    "later": (
        "Not seen yet: it is newer than what was read of its channel. It is read within a"
        " day, or with /posts watch at once."
    ),
    "unknown": (
        "Not stored, though its channel was read beyond it: it was left out, or missed."
        " /posts status counts what is left out; /posts watch reads the channel again."
    ),
    "bot_messages": "Left out: an app wrote it. /posts watch with bots keeps what apps write.",
    "notices": "Left out: it is a notice of the chat, as of a joining, and nobody wrote it.",
    "kept_out": "Left out: its author, or its channel’s topic, keeps it out by 🚫.",
    "wordless": "Left out: it has no words.",
    "question": "Left out: it asks me something, or I wrote it.",
    "no_link": (
        "{link} is no link to a message of Discord or Slack: copy the link from the message’s menu."
    ),
}
