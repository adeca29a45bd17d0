"""The terminal where a person types: a prompt with history, completion and commands."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.history import InMemoryHistory

from adapters.terminal.completion import FilterCompleter
from adapters.terminal.conversation import Conversation
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from adapters.chat.wording import Wording
    from adapters.terminal.completion import FindNames
    from bot.ports import Ask
    from index.statistics import Statistics


class Prompt:
    """Asks for one question after the other, and answers it or does what a command says.

    What was typed is remembered for the arrow keys until it ends, and never written.

    Args:
        console: Where answers are printed.
        wording: The language of our own words.
        names: Finds the stored names that complete what is typed.
        statistics: Counts what is searched.
        refuse_author: Raises what to say of a name that no stored author has.
    """

    name = "terminal"
    is_shared = False

    def __init__(
        self,
        console: Console,
        wording: Wording,
        names: FindNames,
        statistics: Callable[[], Statistics],
        refuse_author: Callable[[str], None],
    ) -> None:
        self._session: PromptSession[str] = PromptSession(
            history=InMemoryHistory(),
            completer=FilterCompleter(names),
            complete_while_typing=False,
        )
        self._conversation = Conversation(
            console, wording, statistics, refuse_author, is_typed=True
        )
        self.opened = asyncio.Event()

    async def run(self, ask: Ask) -> None:
        """Answer until the person ends it."""
        self.opened.set()
        self._conversation.say("welcome")
        while True:
            try:
                line = (await self._session.prompt_async(self._sign)).strip()
            except (EOFError, KeyboardInterrupt):
                return
            if not await self._conversation.take(line, ask):
                return

    @property
    def _sign(self) -> str:
        return f"{one_line(self._conversation.author)} › " if self._conversation.author else "› "
