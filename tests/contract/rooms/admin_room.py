"""What the contract of administering needs of a platform."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from bot.services import Services


class AdminRoom(Protocol):
    """An admin of a workspace, and a bot in it."""

    @property
    def services(self) -> Services:
        """What stands behind the bot while it is open."""
        ...

    @property
    def workspace(self) -> str:
        """The label of what is for all members."""
        ...

    @property
    def members(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """The accounts and mentions of two members."""
        ...

    def open(self) -> AbstractAsyncContextManager[None]:
        """Run the bot."""
        ...

    async def posts(
        self, command: str, person: str = "", source: str = "", *, post: str = ""
    ) -> None:
        """Use a command of `/posts`, as the admin."""
        ...

    async def confirms(self) -> None:
        """Press what confirms the last reply."""
        ...

    def offers(self) -> bool:
        """Return whether the last reply has a button."""
        ...

    async def is_asked(self, text: str) -> None:
        """Let a member ask in vain."""
        ...

    async def answers(self, words: str) -> None:
        """Answer the first question of the list that was shown last."""
        ...

    async def loses_rights(self) -> None:
        """Let the admin be one no longer."""
        ...

    async def dismisses(self, number: int = 1) -> None:
        """Dismiss a question of the list that was shown last."""
        ...

    async def turns_to(self, page: int, of: str = "unanswered") -> None:
        """Turn to the next page of that list (a command of `/posts`), which is this one."""
        ...

    async def takes_table(self) -> None:
        """Have the list that was shown last as a file."""
        ...

    async def shows_no_more(self, text: str) -> None:
        """Wait until the list that was shown last says so no more."""
        ...

    def sees(self, text: str) -> bool:
        """Return whether the list that was shown last says so now."""
        ...

    async def hears(self, text: str, times: int = 1) -> None:
        """Wait until the bot said so to the admin in so many messages."""
        ...

    async def is_told(self, text: str) -> None:
        """Wait until the bot said so where the member asked."""
        ...

    async def is_told_no_more(self, text: str) -> None:
        """Wait until nothing that the bot said there says so."""
        ...

    async def is_quoted(self, question: str, words: str) -> None:
        """Let the first member ask something, and wait until they are answered in these words."""
        ...

    def holds_an_edit(self) -> Callable[[], None]:
        """Keep the bot's next edit of an answer waiting; return what lets it go on."""
        ...

    async def forgets_first(self) -> None:
        """Let the first member have all removed that is theirs."""
        ...

    async def asks_why(self) -> str:
        """Ask why a channel that some here may not read is not quoted here; return its name."""
        ...

    @property
    def in_the_way(self) -> str:
        """What names who may not read it."""
        ...

    async def edits_question(self, text: str) -> None:
        """Let the member ask something else in the message that asked last."""
        ...

    async def is_asked_out_of_sight(self, text: str) -> None:
        """Let a member ask in vain where the admin does not read."""
        ...

    async def gets(self, text: str) -> tuple[str, bytes]:
        """Wait until the bot said so to the admin alone; return the file that it gave."""
        ...
