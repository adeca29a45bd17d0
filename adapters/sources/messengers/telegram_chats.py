"""Tells what the chats of a Telegram export are, in whatever order each is described."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_records import id_of, name_in_json, text_of
from adapters.sources.file_defaults import text_mark
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from adapters.sources.archive_reading.json_records import Record

OF_MANY: Final = frozenset(
    "private_group private_supergroup public_group public_supergroup private_channel"
    " public_channel".split()
)
"""The types of chats that are not of a few people; any other, or none, may be of two."""
_LINKED: Final = ("supergroup", "channel")


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat, as an export describes it.

    Attributes:
        id: Its id; "" where it has none.
        name: Its name.
        kind: Its type, as the export calls it.
    """

    id: str
    name: str
    kind: str

    @property
    def key(self) -> str:
        """Tells it from other chats: by its name where it has no id."""
        return self.id or text_mark(self.name, 16)

    @property
    def is_of_many(self) -> bool:
        """Whether it is surely a group or a channel."""
        return self.kind in OF_MANY

    @property
    def is_linked(self) -> bool:
        """Whether its messages have addresses."""
        return bool(self.id) and self.kind.endswith(_LINKED)


def with_chats(
    found: Iterable[tuple[Record, Record]], again: Callable[[], Iterable[tuple[Record, Record]]]
) -> Iterator[tuple[Chat, Record]]:
    """Yield every message with its chat.

    The names of an object have no order: where one chat is not described before its messages, all
    are read once before.

    Args:
        found: The messages, each with what stands before them in their chat.
        again: Gives the same from the beginning.
    """
    before: Record | None = None
    chats: list[Chat] | None = None
    at, chat = -1, Chat("", "", "")
    for beside, message in found:
        if beside is not before:
            before, at = beside, at + 1
            if chats is None and not _is_described(beside):
                chats = [*_described(again())]
            chat = chats[at] if chats and at < len(chats) else _chat_of(beside)
        yield chat, message


def _is_described(beside: Record) -> bool:
    # Only a conversation with oneself has no name.
    return {"id", "type"} <= beside.keys() and ("name" in beside or beside["type"] not in OF_MANY)


def _described(found: Iterable[tuple[Record, Record]]) -> Iterator[Chat]:
    before: Record | None = None
    try:
        for beside, _ in found:
            if before is not None and beside is not before:
                yield _chat_of(before)
            before = beside
    except PostFormatError:
        pass  # said when it is read
    if before is not None:
        yield _chat_of(before)


def _chat_of(beside: Record) -> Chat:
    return Chat(
        id_of(beside.get("id")), name_in_json(beside.get("name")), text_of(beside.get("type"))
    )
