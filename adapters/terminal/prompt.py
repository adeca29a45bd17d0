"""The terminal where a person types: a prompt with history, completion and commands."""

from __future__ import annotations

import asyncio
import webbrowser
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from prompt_toolkit import PromptSession
from prompt_toolkit.history import InMemoryHistory
from rich.text import Text

from adapters.chat.lines.progress import explanation_lines
from adapters.terminal.answers import say_error, show, to_question
from adapters.terminal.commands import COMMANDS, QUIT
from adapters.terminal.completion import FilterCompleter
from bot.errors import BadFilter
from bot.excerpt_counts import IN_CHAT
from bot.questions.parsing.filters import filters
from bot.questions.parsing.small_talk import is_small_talk
from bot.questions.service import Explanation
from bot.text import one_line, plain, web_link
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from adapters.chat.wording import Wording
    from adapters.terminal.completion import FindNames
    from bot.ports import Ask
    from bot.question_and_answer import Answer
    from index.statistics import Statistics

PAGE: Final = 3
"""Excerpts that are shown at once."""


class Prompt:
    """Asks for one question after the other, and answers it or does what a command says.

    What was typed is remembered for the arrow keys until it ends, and never written.

    Args:
        console: Where answers are printed.
        wording: The language of our own words.
        names: Finds the stored names that complete what is typed.
        statistics: Counts what is searched.
    """

    name = "terminal"
    is_shared = False

    def __init__(
        self,
        console: Console,
        wording: Wording,
        names: FindNames,
        statistics: Callable[[], Statistics],
    ) -> None:
        self._console = console
        self._wording = wording
        self._statistics = statistics
        self._session: PromptSession[str] = PromptSession(
            history=InMemoryHistory(),
            completer=FilterCompleter(names),
            complete_while_typing=False,
        )
        self._author = ""
        self._answer: Answer | None = None
        self._shown = 0
        self.opened = asyncio.Event()

    async def run(self, ask: Ask) -> None:
        """Answer until the person ends it."""
        self.opened.set()
        self._say("welcome")
        while True:
            try:
                line = (await self._session.prompt_async(self._sign)).strip()
            except (EOFError, KeyboardInterrupt):
                return
            command, _, value = line.partition(" ")
            if command == QUIT:
                return
            try:
                if command.startswith("/"):
                    self._obey(command, value.strip())
                elif is_small_talk(line):
                    self._say("small_talk")
                elif line:
                    await self._reply(line, ask)
            except Exception as error:  # noqa: BLE001 - what was typed gets its reply
                self._say_wrong(error)

    def _say_wrong(self, error: Exception) -> None:
        say_error(error, self._console, self._wording)
        if self._author and isinstance(error, BadFilter):
            self._say("from_still", name=one_line(self._author))

    @property
    def _sign(self) -> str:
        return f"{one_line(self._author)} › " if self._author else "› "

    async def _reply(self, line: str, ask: Ask) -> None:
        asked = replace(to_question(line), limit=IN_CHAT)
        if self._author and not asked.filters.author:
            asked = replace(asked, filters=replace(asked.filters, author=self._author))
        with self._console.status(self._wording.prompt["searching"]), crashes_as_errors():
            self._answer = await ask(asked)
        self._shown = 0
        if self._answer.found:
            self._show_page(self._answer)
        else:
            show(self._answer, self._console, self._wording)

    def _obey(self, command: str, value: str) -> None:
        match command:
            case "/help":
                self._say("help")
            case "/from":
                self._narrow(value)
            case _ if command not in COMMANDS:
                self._say("unknown", typed=one_line(command))
            case _ if self._answer is None:
                self._say("no_answer")
            case "/more":
                self._show_page(self._answer)
            case "/why":
                self._explain(self._answer)
            case _:
                self._open(self._answer, value or "1")

    def _narrow(self, name: str) -> None:
        self._author = filters({"from": name}).author or "" if name else ""
        self._say("from" if name else "from_all", name=one_line(name))

    def _show_page(self, answer: Answer) -> None:
        page = answer.excerpts[self._shown : self._shown + PAGE]
        if not page:
            self._say("no_more")
            return
        show(replace(answer, excerpts=page), self._console, self._wording)
        self._shown += len(page)
        if left := len(answer.excerpts) - self._shown:
            self._say("more", count=left)

    def _explain(self, answer: Answer) -> None:
        explanation = Explanation(answer, self._statistics())
        for line in explanation_lines(
            explanation, self._wording, lambda at: f"{at.astimezone():%Y-%m-%d %H:%M}", one_line
        ):
            self._console.print(Text(line))

    def _open(self, answer: Answer, number: str) -> None:
        shown = answer.excerpts or answer.unsure
        cited = next((each for each in shown if str(each.citation.number) == number), None)
        if cited is None:
            self._say("no_excerpt", number=one_line(number))
            return
        url = web_link(cited.citation.url)
        if url is None:
            self._say("no_link", number=number, id=one_line(cited.post_id))
        elif webbrowser.open(url):
            self._say("opened", url=url)
        else:
            self._say("no_browser", url=url)

    def _say(self, what: str, **values: object) -> None:
        said = self._wording.prompt[what].format(**values)
        self._console.print(Text(plain(said), style="dim"))
