"""Reads what was written in a place, page by page: an odd message costs that message alone."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import discord

from bot.fault_log import FaultLog

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

PAGE: Final = 100
"""Messages that Discord gives at once."""

ODD: Final = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What is raised over a value that nobody expects."""

_MOST_DIGITS: Final = 20

Readable = discord.abc.GuildChannel | discord.Thread | discord.DMChannel


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some messages of a place, one after the other.

    Attributes:
        messages: Those that can be read, as they were asked for: the newest or the oldest first.
        unread: How many cannot.
        unread_ids: Which of these are known by their id.
        last: The id of the last one that has an id, read or not; 0 for none.
        is_full: There may be more after it.
    """

    messages: list[discord.Message]
    unread: int
    unread_ids: Collection[int]
    last: int
    is_full: bool


class History:
    """Asks Discord for messages, and makes each of what comes by itself.

    The library makes a page of them at once (discord.py 2.7.1): what it cannot read in one of them
    would end the reading of all.

    Args:
        client: The connection.
    """

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        self._faults = FaultLog()

    async def page(
        self,
        place: Readable,
        *,
        before: int | None = None,
        after: int | None = None,
        limit: int = PAGE,
    ) -> HistoryPage:
        """Return messages before one, the newest first, or after one, the oldest first.

        Raises:
            InvalidData: What Discord sends is no list, or no message in it has an id.
        """
        found: Any = await self._client.http.logs_from(place.id, limit, before=before, after=after)
        if not isinstance(found, list):
            raise discord.InvalidData("a history is no list")
        ids = [each for each in map(_id_in, found) if each]
        if found and not ids:
            raise discord.InvalidData("a history has no ids")
        messages, unread = [], []
        for each in found:
            if (message := self._message(place, each)) is not None:
                messages.append(message)
            else:
                unread.append(_id_in(each))
        messages.sort(key=lambda each: each.id, reverse=after is None)
        last = (min if after is None else max)(ids, default=0)
        known = [each for each in unread if each]
        return HistoryPage(messages, len(unread), known, last, len(found) >= limit)

    async def since(self, place: Readable, after: int, most: int) -> list[discord.Message]:
        """Return the first messages after one, so many at most, the oldest first.

        Those that say no text, and be it none, are left out.
        """
        found: list[discord.Message] = []
        while most > 0:
            page = await self.page(place, after=after, limit=min(most, PAGE))
            found += [each for each in page.messages if isinstance(each.content, str)]
            if not page.is_full:
                break
            most, after = most - PAGE, page.last
        return found

    async def ask(self, place: Readable, id_: int) -> None:
        """Ask for a message; raise one of the library's errors where it is not shown."""
        await self._client.http.get_message(place.id, id_)

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Let what is odd in a message end what is made of it, and nothing else."""
        try:
            yield
        except ODD as fault:
            self.note(fault)

    def note(self, fault: Exception) -> None:
        """Log what is odd in a message."""
        self._faults.note("error in a message of Discord's:", fault)

    def _message(self, place: Readable, data: Any) -> discord.Message | None:
        state: Any = self._client._connection  # noqa: SLF001 - a message is made with it
        try:
            return discord.Message(state=state, channel=place, data=data)  # type: ignore[arg-type]
        except Exception as fault:  # noqa: BLE001 - the library tells no faults apart
            self.note(fault)
            return None


def _id_in(data: object) -> int:
    """Return the id of a message as Discord sends it; 0 where it is none."""
    given = data.get("id") if isinstance(data, dict) else None
    said = str(given) if isinstance(given, str | int) and not isinstance(given, bool) else ""
    is_number = said.isascii() and said.isdigit() and len(said) <= _MOST_DIGITS
    return int(said) if is_number else 0
