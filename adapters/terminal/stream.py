"""The terminal as a platform where lines come from a pipe: one a line, answers in between."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from adapters.terminal.conversation import Conversation

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from adapters.chat.wording import Wording
    from bot.ports import Ask
    from index.statistics import Statistics


class Terminal:
    """Reads questions and commands from a stream and prints the answers.

    Args:
        console: Where answers are printed.
        wording: The language of our own words.
        questions: The stream.
        statistics: Counts what is searched.
        refuse_author: Raises what to say of a name that no stored author has.
    """

    name = "terminal"
    is_shared = False

    def __init__(
        self,
        console: Console,
        wording: Wording,
        questions: TextIO,
        statistics: Callable[[], Statistics],
        refuse_author: Callable[[str], None],
    ) -> None:
        self._console = console
        self._wording = wording
        self._questions = questions
        self._conversation = Conversation(
            console, wording, statistics, refuse_author, is_typed=False
        )
        self.opened = asyncio.Event()

    async def run(self, ask: Ask) -> None:
        """Answer until the questions end or the task is cancelled."""
        self.opened.set()
        folded = self._console.is_terminal
        self._console.print(self._wording.welcome, style="dim", soft_wrap=not folded)
        lines = _lines(self._questions)
        while line := (await lines.get()).strip():
            if not await self._conversation.take(line, ask):
                return


def _lines(stream: TextIO) -> asyncio.Queue[str]:
    """Return a queue that a thread fills with lines; "" is the end.

    The thread is a daemon: blocked in a read, it could not be told to stop.
    """
    queue: asyncio.Queue[str] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")  # a question in another encoding ends nothing

    def read() -> None:
        # The loop is closed: nobody waits for lines any more. Or the terminal is gone.
        with suppress(RuntimeError, OSError):
            try:
                for line in stream:
                    loop.call_soon_threadsafe(queue.put_nowait, line)
            finally:
                loop.call_soon_threadsafe(queue.put_nowait, "")

    threading.Thread(target=read, name="questions", daemon=True).start()
    return queue
