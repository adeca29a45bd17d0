"""Places where people ask, seen from the side of the people."""

from __future__ import annotations

import asyncio
import os
import threading
from io import StringIO
from typing import TYPE_CHECKING, ClassVar, Protocol, Self

from rich.console import Console

from adapters.chat.wording import ENGLISH
from adapters.terminal import Terminal
from index.statistics import Statistics
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from adapters.chat.wording import Wording
    from bot.ports import ChatAdapter
    from bot.services import Services
    from index.posts import Post


class Room(Protocol):
    """What the chat contract needs of a platform.

    Attributes:
        disarmed: Dangerous things that a post may hold, and what is to be read instead.
    """

    disarmed: ClassVar[Mapping[str, str]]

    @property
    def adapter(self) -> ChatAdapter:
        """The platform's adapter, connected to this room."""
        ...

    @property
    def said(self) -> str:
        """All that was said into the room so far."""
        ...

    def ask(self, text: str) -> None:
        """Ask something, as a person would."""
        ...

    async def stores(self, posts: Sequence[Post]) -> None:
        """Store posts where the platform's answers are looked at again."""
        ...

    async def hears(self, text: str, times: int = 1) -> None:
        """Wait until this was said so often."""
        ...

    async def __aenter__(self) -> Self:
        """Open the room."""
        ...

    async def __aexit__(self, *_: object) -> None:
        """Leave nothing open."""
        ...


class Chat(Room, Protocol):
    """A room on a network, where there are others too."""

    async def is_acknowledged(self) -> None:
        """Wait until the people can see that their question is being worked on, or was."""
        ...

    @property
    def said_openly(self) -> str:
        """All that was said so far where everybody reads it."""
        ...

    @property
    def told_alone(self) -> str:
        """All that was said to Ada so far where nobody else reads along."""
        ...

    @property
    def services(self) -> Services:
        """What stands behind the bot."""
        ...

    @property
    def unanswered(self) -> list[str]:
        """The questions that admins are shown as unanswered."""
        ...

    @property
    def closed(self) -> str:
        """The label of a channel that Ada reads, and not all of those who read what she asks."""
        ...

    def speak(self, locale: str) -> None:
        """Let the people speak another language (`fr-FR`), before the bot meets them."""
        ...

    async def go_on(self, text: str, *, to_ben: bool = False) -> None:
        """Say something after the last answer to Ada without naming the bot, or to somebody."""
        ...

    async def edit(self, text: str) -> None:
        """Change the last question that named the bot."""
        ...

    async def delete(self) -> None:
        """Delete the last question that named the bot."""
        ...

    async def ask_alone(self, text: str) -> None:
        """Ask something where nobody else reads the answer."""
        ...

    async def repeat(self) -> None:
        """Deliver the last question once more."""
        ...

    async def bots_ask(self, text: str) -> None:
        """Ask something as another bot would, and as our own."""
        ...


def no_statistics() -> Statistics:
    """Return that there are no posts."""
    return Statistics((), 0, None, None, 0)


def any_author(_: str) -> None:
    """Refuse nobody's name."""


class TerminalRoom:
    """A terminal: a pipe to write questions into, and a screen to read from."""

    disarmed: ClassVar[Mapping[str, str]] = {
        "\x1b[31mred\x1b[0m": "[31mred[0m",
        "\x9b2Jgone": "2Jgone",
        "over\r\bwritten": "overwritten",
        "\x07bell\x00": "bell",
        "\u202egnp.exe\u2066": "gnp.exe",
        "[bold]loud[/bold] [link=x]y[/link] :smile:": "[bold]loud[/bold] [link=x]y[/link] :smile:",
        "[/red]": "[/red]",
    }

    def __init__(self, wording: Wording = ENGLISH) -> None:
        questions, answers = os.pipe()
        self._questions = os.fdopen(questions, encoding="utf-8")
        self._person = os.fdopen(answers, "wb", buffering=0)
        self._screen = _Screen()
        console = Console(file=self._screen, width=200, highlight=False)
        self.adapter: ChatAdapter = Terminal(
            console, wording, self._questions, no_statistics, any_author
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()

    @property
    def said(self) -> str:
        return self._screen.getvalue()

    async def stores(self, posts: Sequence[Post]) -> None:
        """Nobody looks at a terminal's answers again."""

    def ask(self, text: str) -> None:
        self.type(f"{text}\n".encode())

    def type(self, keys: bytes) -> None:
        """Type something that need not be text."""
        self._person.write(keys)

    def end(self) -> None:
        """End the input, as Ctrl-D does."""
        self._person.close()

    async def hears(self, text: str, times: int = 1) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.said.count(text) < times:
                self._screen.changed.clear()
                await self._screen.changed.wait()

    def close(self) -> None:
        self.end()  # first, so that whoever still reads from the pipe comes to its end
        for thread in threading.enumerate():
            if thread.name == "questions":
                thread.join(PATIENCE_SECONDS)
        self._questions.close()


class _Screen(StringIO):
    def __init__(self) -> None:
        super().__init__()
        self.changed = asyncio.Event()

    def write(self, text: str) -> int:
        self.changed.set()
        return super().write(text)
