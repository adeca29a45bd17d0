"""What a community's week needs of a platform."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from tests.contract.rooms.offer_rooms import OfferRoom

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager


class WeekRoom(OfferRoom, Protocol):
    """A help forum and a chat, of which nothing is stored yet.

    `asker`, `other` and `newcomer` are members, `helper` is one whom admins trust, and `admin` and
    `deputy` look after the posts. Messages go by what they say.
    """

    def passes(self, days: float) -> None:
        """Let time pass, for the bot as for all others."""
        ...

    def returns(self) -> AbstractAsyncContextManager[None]:
        """Run the bot, which knows what it watches."""
        ...

    async def watches_both(self) -> None:
        """Let the admin have the forum and the chat watched."""
        ...

    async def helps_out_in_help(self) -> str:
        """Let the admin have answers offered in the forum's threads; return what is said."""
        ...

    async def asks_for_help(self, who: str, title: str, text: str) -> None:
        """Let somebody post in the forum."""
        ...

    async def asks_and_is_helped(self, who: str, title: str, text: str, reply: str) -> None:
        """Let somebody post there, and another reply before the bot is told of anything."""
        ...

    async def replies(self, who: str, text: str, to: str) -> None:
        """Let somebody write in the thread of a message."""
        ...

    async def solves(self, text: str, answer: str) -> None:
        """Let who asked say that it is solved: by a tag, or by a tick where there are no tags."""
        ...

    def wrote(self, who: str, text: str) -> None:
        """Have somebody write in the chat while the bot is away."""
        ...

    async def until_stored(self, text: str) -> None:
        """Wait until a message is stored."""
        ...

    def helped_in(self, text: str) -> list[str]:
        """Return what is offered in the thread of a message now."""
        ...

    async def presses_in(self, text: str, who: str, button: Literal["helped", "not_this"]) -> str:
        """Let somebody press a button of the offer in a thread; return what they are told."""
        ...

    def fate(self, text: str) -> str:
        """Return what `pullquote why` says of the link to a message."""
        ...
