"""The terminal as a platform: one question a line, answers in between."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO
from uuid import uuid4

from rich.padding import Padding
from rich.text import Text

from adapters.chat.error_text import sentence
from bot.errors import UnavailableError
from bot.messages import Asker, Question
from bot.questions.filters import parsed
from bot.text import one_line, plain
from index.clock import utc_now
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from rich.console import Console

    from adapters.chat.wording import Wording
    from bot.messages import Answer, Citation
    from bot.ports import Ask


class Terminal:
    """Reads questions from a stream and prints the answers."""

    name = "terminal"

    def __init__(self, console: Console, wording: Wording, questions: TextIO) -> None:
        self._console = console
        self._wording = wording
        self._questions = questions

    async def run(self, ask: Ask) -> None:
        """Answers until the questions end or the task is cancelled."""
        self._console.print(self._wording.welcome, style="dim")
        lines = _lines(self._questions)
        while line := (await lines.get()).strip():
            try:
                with crashes_as_errors():
                    answer = await ask(to_question(line))
            except Exception as error:  # noqa: BLE001 - a question that was taken gets its reply
                # Who has a terminal may know of the host's files.
                is_theirs = isinstance(error, UnavailableError)
                said = plain(str(error) if is_theirs else sentence(error, self._wording))
                self._console.print(Text(said, style="yellow"))
            else:
                show(answer, self._console, self._wording)


def to_question(line: str, audience: frozenset[str] | None = None) -> Question:
    """Returns what a typed line asks.

    Raises:
        AskError: Nothing can be asked with it.
    """
    text, filters = parsed(line, utc_now().date())
    asker = Asker("terminal", "local", "you")
    return Question(uuid4().hex[:8], text, asker, "terminal", audience, utc_now(), filters)


def show(answer: Answer, console: Console, wording: Wording) -> None:
    """Prints an answer: each excerpt with who wrote it, when, where, and the link."""
    for excerpt in answer.excerpts:
        quote = Text(f"{excerpt.citation.number}  ", style="bold cyan")
        quote.append(plain(excerpt.text), style="default not bold")
        console.print(Padding(quote, (1, 0, 0, 0)))
        console.print(Padding(Text(_credit(excerpt.citation, wording), style="dim"), (0, 0, 0, 3)))
        if excerpt.citation.url:
            # On one line, however long: a link that is cut or folded cannot be followed.
            link = Text(f"   {one_line(excerpt.citation.url)}", style="dim")
            console.print(link, soft_wrap=True)
    if not answer.found:
        narrowed = bool(answer.question.filters)
        console.print(wording.nothing_in_filters if narrowed else wording.nothing_found)
        if answer.nearest:
            console.print(wording.nearest, style="dim")
        for near in answer.nearest:
            console.print(
                Text(f"   {one_line(near.title)} ({_credit(near, wording)})", style="dim")
            )


def _credit(citation: Citation, wording: Wording) -> str:
    author = citation.author or wording.unknown_author
    when = f"{citation.posted_at:%Y-%m-%d}" if citation.posted_at else ""
    if not when and citation.age:
        when = wording.age.format(age=citation.age)
    kind = wording.post if citation.kind == "post" else wording.comment
    return one_line(" · ".join(filter(None, [author, when, citation.source, kind])))


def _lines(stream: TextIO) -> asyncio.Queue[str]:
    """Returns a queue that a thread fills with lines; "" is the end.

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
