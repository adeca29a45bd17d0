"""What a line typed at the terminal does: it asks, or a command says what to do with an answer."""

from __future__ import annotations

import webbrowser
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rich.text import Text

from adapters.chat.lines.progress import explanation_lines
from adapters.terminal.answers import say_error, show, to_question
from bot.errors import BadFilter
from bot.excerpt_counts import IN_CHAT
from bot.questions.parsing.filters import filters
from bot.questions.parsing.talk.small_talk import is_small_talk, wants_help
from bot.questions.service import Explanation
from bot.text import one_line, plain, web_link
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from adapters.chat.wording import Wording
    from bot.ports import Ask
    from bot.question_and_answer import Answer
    from index.statistics import Statistics

PAGE: Final = 3
"""Excerpts that are shown at once to a person who types."""

QUIT: Final = "/quit"
COMMANDS: Final = ("/help", "/more", "/open", "/why", "/from", QUIT)


class Conversation:
    """Takes one line after the other, with the last answer at hand.

    Args:
        console: Where answers are printed.
        wording: The language of our own words.
        statistics: Counts what is searched.
        refuse_author: Raises what to say of a name that no stored author has.
        is_typed: A person types the lines, and is shown a page of excerpts at a time.
    """

    def __init__(
        self,
        console: Console,
        wording: Wording,
        statistics: Callable[[], Statistics],
        refuse_author: Callable[[str], None],
        *,
        is_typed: bool,
    ) -> None:
        self._console = console
        self._wording = wording
        self._statistics = statistics
        self._refuse_author = refuse_author
        self._is_typed = is_typed
        self._author = ""
        self._answer: Answer | None = None
        self._shown = 0

    @property
    def author(self) -> str:
        """Whose posts alone are searched; "" for everybody's."""
        return self._author

    async def take(self, line: str, ask: Ask) -> bool:
        """Do what a line says, and return whether more may follow."""
        command, _, value = line.partition(" ")
        if command == QUIT:
            return False
        try:
            if command.startswith("/"):
                self._obey(command, value.strip())
            elif is_small_talk(line) or (wants_help(line) and not self._is_typed):
                self.say("small_talk" if self._is_typed else "ask_something")
            elif line:
                await self._reply(line, ask)
        except Exception as error:  # noqa: BLE001 - what was typed gets its reply
            self._say_wrong(error)
        return True

    def _say_wrong(self, error: Exception) -> None:
        say_error(error, self._console, self._wording)
        if self._author and isinstance(error, BadFilter):
            self.say("from_still", name=one_line(self._author))

    async def _reply(self, line: str, ask: Ask) -> None:
        asked = to_question(line)
        if self._is_typed:
            asked = replace(asked, limit=IN_CHAT)
        if self._author and not asked.filters.author:
            asked = replace(asked, filters=replace(asked.filters, author=self._author))
        with self._console.status(self._wording.prompt["searching"]), crashes_as_errors():
            self._answer = await ask(asked)
        self._shown = 0 if self._is_typed else len(self._answer.excerpts)
        if self._answer.found and self._is_typed:
            self._show_page(self._answer)
        else:
            show(self._answer, self._console, self._wording)

    def _obey(self, command: str, value: str) -> None:
        match command:
            case "/help":
                self.say("help")
            case "/from":
                self._narrow(value)
            case _ if command not in COMMANDS:
                self.say("unknown", typed=one_line(command))
            case _ if self._answer is None:
                self.say("no_answer")
            case "/more":
                self._show_page(self._answer)
            case "/why":
                self._explain(self._answer)
            case _:
                self._open(self._answer, value or "1")

    def _narrow(self, name: str) -> None:
        author = filters({"from": name}).author or "" if name else ""
        if author:
            with crashes_as_errors():
                self._refuse_author(author)
        self._author = author
        self.say("from" if name else "from_all", name=one_line(name))

    def _show_page(self, answer: Answer) -> None:
        page = answer.excerpts[self._shown : self._shown + PAGE]
        if not page:
            self.say("no_more")
            return
        show(replace(answer, excerpts=page), self._console, self._wording)
        self._shown += len(page)
        if left := len(answer.excerpts) - self._shown:
            self.say("more", count=left)

    def _explain(self, answer: Answer) -> None:
        explanation = Explanation(answer, self._statistics())
        for line in explanation_lines(
            explanation, self._wording, lambda at: f"{at.astimezone():%Y-%m-%d %H:%M}", one_line
        ):
            self._console.print(Text(line), soft_wrap=not self._console.is_terminal)

    def _open(self, answer: Answer, number: str) -> None:
        shown = answer.excerpts or answer.unsure
        cited = next((each for each in shown if str(each.citation.number) == number), None)
        if cited is None:
            self.say("no_excerpt", number=one_line(number))
            return
        url = web_link(cited.citation.url)
        if url is None:
            self.say("no_link", number=number, id=one_line(cited.post_id))
        elif not self._is_typed:
            self._console.print(Text(url), soft_wrap=True)
        elif webbrowser.open(url):
            self.say("opened", url=url)
        else:
            self.say("no_browser", url=url)

    def say(self, what: str, **values: object) -> None:
        """Print one of our own sentences."""
        said = self._wording.prompt[what].format(**values)
        folded = self._console.is_terminal
        self._console.print(Text(plain(said), style="dim"), soft_wrap=not folded)
