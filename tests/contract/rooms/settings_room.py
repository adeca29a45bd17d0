"""What the contract of settings needs of a platform."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from bot.services import Services
    from tests.fakes.clock import MovedClock


class SettingsRoom(Protocol):
    """An admin and a member of a workspace with two channels, `here` and `there`."""

    workspace: tuple[str, str]
    """The platform, and the workspace as the ledger names it."""

    @property
    def services(self) -> Services:
        """What stands behind the bot while it is open."""
        ...

    @property
    def clock(self) -> MovedClock:
        """The bot's."""
        ...

    def open(self) -> AbstractAsyncContextManager[None]:
        """Run the bot."""
        ...

    async def is_removed_elsewhere(self) -> str:
        """Remove the bot from another workspace; return it as the ledger names it."""
        ...

    async def sets(self, **chosen: Any) -> None:
        """Let the admin choose; channels by `here` and `there`, people by `member`."""
        ...

    async def sets_back(self, name: str) -> None:
        """Let the admin set one back, or `all`."""
        ...

    async def looks(self) -> None:
        """Let the admin look at the status."""
        ...

    async def hears(self, text: str, times: int = 1) -> None:
        """Wait until the admin alone was told so."""
        ...

    async def asks(self, text: str, where: str = "here") -> None:
        """Let the member ask by a mention."""
        ...

    async def asks_out_of_sight(self, text: str) -> None:
        """Let the member ask in vain where not everybody reads, and alone."""
        ...

    async def goes_on(self, text: str) -> None:
        """Let the member write in the thread of the last answer, without a mention."""
        ...

    async def is_told(self, text: str, where: str = "here", times: int = 1) -> None:
        """Wait until the bot said so in a channel, for all to read."""
        ...

    async def is_told_alone(self, text: str) -> None:
        """Wait until the member alone was told so."""
        ...

    def said(self, where: str = "here") -> str:
        """Return all that the bot said in a channel for all to read."""
        ...

    async def is_brought_back(self) -> None:
        """Bring the bot back to that workspace."""
        ...

    async def imports(self, name: str, content: bytes) -> None:
        """Let the admin import a file for all members, and wait until that began."""
        ...

    async def forgets(self, post: str) -> None:
        """Let the admin remove a post by the id that its file gave it, and confirm that."""
        ...

    async def member_may_manage(self) -> bool:
        """Let the member do what only who looks after the posts may, and return whether it was."""
        ...

    def times_told(self, text: str, where: str = "here") -> int:
        """Return in how many messages for all to read the bot said so in a channel."""
        ...

    async def asks_by_command(self, text: str) -> None:
        """Let the member use `/ask` in `here`, for all to read where that can be."""
        ...

    async def is_answered_alone(self, text: str) -> None:
        """Wait until that was answered to the member alone, with no button to share it."""
        ...
