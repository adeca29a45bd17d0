"""Tells of one message of a chat whether it is stored, and why it is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from index.text.parts.passages import split

if TYPE_CHECKING:
    from bot.ledger.channels import Channel
    from index.engine import Engine
    from index.posts import Post

Kept = Literal[
    "stored", "forgotten", "deleted", "not_watched", "lost", "unread", "later", "unknown",
    "bot_messages", "notices", "kept_out", "wordless", "question",
]  # fmt: skip
"""What became of a message: stored; never to be stored again; removed; not seen, since its channel
is not watched, cannot be read, or was not read as far; or read and left out, and why if known."""


@dataclass(frozen=True, slots=True)
class MessageFate:
    """What became of a message.

    Attributes:
        kind: What.
        post: What is stored of it; None for nothing.
        passages: How many passages that has.
        error: Why its channel cannot be read; "" where it can.
    """

    kind: Kept
    post: Post | None = None
    passages: int = 0
    error: str = ""


def message_fate(
    engine: Engine,
    id_: str,
    record: Channel | None,
    reason: Kept | None = None,
    author_id: str | None = None,
) -> MessageFate:
    """Return what became of a message.

    Args:
        engine: The posts.
        id_: The message, as its post is called.
        record: What is remembered of its channel; None where that is not watched.
        reason: Why a message like this is left out, where that was looked at.
        author_id: Its author's account, where that is known.
    """
    ids = engine.with_parts([id_])
    found = engine.posts(ids)
    if found:
        post = found.get(id_) or next(iter(found.values()))
        return MessageFate("stored", post, sum(len(split(each.text)) for each in found.values()))
    if engine.suppressed_among([id_, author_id]):
        return MessageFate("forgotten")
    if record is None:
        return MessageFate("not_watched")
    if reason is not None:
        return MessageFate(reason)
    if engine.deleted_at_source([id_]):
        return MessageFate("deleted")
    return _by_extent(id_, record)


def _by_extent(id_: str, record: Channel) -> MessageFate:
    """Return what became of a message by how far its channel was read."""
    if record.error:
        return MessageFate("lost", error=record.error)
    place = _place(id_.rpartition("/")[2])
    if not record.is_whole and (not record.oldest or place < _place(record.oldest)):
        return MessageFate("unread")
    if record.newest and place > _place(record.newest):
        return MessageFate("later")
    return MessageFate("unknown")


def _place(name: str) -> tuple[int, ...]:
    """Return what orders the messages of a platform by their time."""
    return tuple(int(each) for each in name.split(".") if each.isdecimal())
