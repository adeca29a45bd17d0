"""What the contract of watching needs of a platform."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from bot.services import Services


class WatchingRoom(Protocol):
    """An admin, a bot, and channels, which go by their names here."""

    @property
    def services(self) -> Services:
        """What stands behind the bot while it is open."""
        ...

    @property
    def workspace(self) -> tuple[str, str]:
        """The platform, and the workspace as the ledger names it."""
        ...

    @property
    def reason(self) -> str:
        """What the status says of a channel that the bot was taken out of."""
        ...

    def open(self) -> AbstractAsyncContextManager[None]:
        """Run the bot."""
        ...

    def has(self, name: str, text: str = "", *, is_secret: bool = False) -> None:
        """Let there be a channel, with a message in it; the bot is in no secret one."""
        ...

    def is_called(self, name: str, new: str) -> None:
        """Rename a channel, of which the bot is not told."""
        ...

    async def makes(self, name: str) -> None:
        """Make a public channel that the bot is told of."""
        ...

    def made(self, name: str, text: str) -> None:
        """Let a public channel be made now, with a message, of which the bot is not told."""
        ...

    def holds_reading(self, name: str) -> Callable[[], None]:
        """Keep the bot's next reading of a channel waiting; return what lets it go on."""
        ...

    async def says(self, name: str, text: str) -> None:
        """Write in a channel."""
        ...

    def wrote(self, name: str, text: str) -> None:
        """Let something be written in a channel, of which the bot is not told."""
        ...

    async def watches(self, *names: str, everything: bool = False, later: bool = False) -> None:
        """Have channels watched."""
        ...

    async def unwatches(self, name: str = "", *, everything: bool = False) -> None:
        """Have channels watched no longer."""
        ...

    async def watches_out_of_sight(self, name: str, text: str) -> None:
        """Let another admin have a channel watched that the admin does not see."""
        ...

    def mention(self, name: str) -> str:
        """Return what names a channel by its id."""
        ...

    async def forgets_source(self, source: str) -> None:
        """Ask to have a source's posts removed."""
        ...

    async def forgets_writer(self) -> None:
        """Ask to have the posts of whoever wrote in the channels removed."""
        ...

    async def confirms(self) -> None:
        """Press what confirms it."""
        ...

    def heard(self, text: str) -> int:
        """Return how often the bot said so in reply to an admin."""
        ...

    async def asks_status(self) -> None:
        """Ask for the status."""
        ...

    async def turns_status(self) -> None:
        """Turn to the second page of the status that was shown last."""
        ...

    async def lets_in(self, name: str) -> None:
        """Let the bot into a channel, as an admin."""
        ...

    async def shuts_out(self, name: str) -> None:
        """Take the bot out of a channel."""
        ...

    async def accepts(self, text: str) -> None:
        """Wait until something was offered in these words, and press the button."""
        ...

    async def hears(self, text: str, times: int = 1) -> None:
        """Wait until the bot said so in reply to an admin, so often."""
        ...

    def told(self, text: str) -> int:
        """Return how often the bot wrote so, unasked, to an admin."""
        ...

    async def is_told(self, text: str, times: int = 1) -> None:
        """Wait until the bot wrote so, unasked, to an admin, so often."""
        ...
