"""What the commands show, and what they ask."""

from __future__ import annotations

import io
import logging
import os
import sys
from itertools import chain
from textwrap import wrap
from typing import TYPE_CHECKING, Final

import typer
from rich.console import Console
from rich.segment import Segment

from bot import logs
from bot.composition import app, words_app
from bot.errors import AskError
from bot.settings.env_file import ENV_FILE
from bot.settings.loading import log_format
from bot.text import readable, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from rich.console import ConsoleOptions, RenderableType

    from bot.settings.values import Settings


_told: Final = logging.getLogger("bot.told")
_LEVELS: Final = {"red": logging.ERROR, "yellow": logging.WARNING}
_IN_LOG: Final[list[Harmless]] = []
"""The console that tells the log, where it is one for programs."""


class Harmless(Console):
    """A console on which nothing that somebody else wrote acts, wherever it is printed from."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Yield what is printed, but for what acts or hides, if rich itself did not make it."""
        for each in super().render(renderable, options):
            yield each if each.control else Segment(shown(readable(each.text)), each.style)

    def tell(self, text: str, style: str | None = None, hang: int = 0) -> None:
        """Print lines: wrapped at words for a person, whole for a program that reads a pipe.

        A word that is longer than the screen is wide, such as a path, stays whole.

        Args:
            text: What is printed.
            style: How it is shown.
            hang: By how many columns a line that goes on begins further to the right.
        """
        for line in self.lines_of(text, hang):
            self.print(line, style=style, soft_wrap=True)

    def lines_of(self, text: str, hang: int = 0) -> Sequence[str]:
        """Return a text in lines as wide as a person's screen, or as they are for a pipe."""
        lines = shown(readable(text)).split("\n")
        if not self.is_terminal:
            return lines
        return [*chain.from_iterable(self._wrapped(line, hang) for line in lines)]

    def _wrapped(self, line: str, hang: int) -> Sequence[str]:
        indent = line[: len(line) - len(line.lstrip())] + " " * hang
        wrapped = wrap(
            line,
            self.width,
            subsequent_indent=indent,
            expand_tabs=False,
            replace_whitespace=False,
            break_long_words=False,
            break_on_hyphens=False,
        )
        return wrapped or [""]


class _Logged(Harmless):
    """Tells the log what a person would read on standard error, where JSON is to stand there."""

    def tell(self, text: str, style: str | None = None, hang: int = 0) -> None:  # noqa: ARG002 - the console's
        """Log lines as one record, of a level that goes with how they would be shown."""
        _told.log(_LEVELS.get(style or "", logging.INFO), "%s", text)


def speak_in_log(*, is_wanted: bool) -> None:
    """Have what is told aside from now on stand in the log, or on standard error again."""
    _IN_LOG.clear()
    if is_wanted:
        _IN_LOG.append(_Logged(stderr=True, markup=False, highlight=False, emoji=False))
        _told.setLevel(logging.INFO)  # a person would read it whatever the level is


def out() -> Harmless:
    """Return the console for results; nothing in them is markup."""
    return Harmless(markup=False, highlight=False, emoji=False)


WITH_BARS: Final[list[Harmless]] = []
"""The console of the bar that is shown, on which alone a line comes above it."""


def aside() -> Harmless:
    """Return the console for progress and problems: standard error."""
    if _IN_LOG:
        return _IN_LOG[-1]
    if WITH_BARS:
        return WITH_BARS[-1]
    return Harmless(stderr=True, markup=False, highlight=False, emoji=False)


def settings() -> Settings:
    """Return the settings for a command; say where the data is if an older version put it there.

    Raises:
        ConfigError: They are wrong.
    """
    found = app.load_settings()
    if found.is_data_old:
        said = words_app.old_place(found.data.resolve())
        aside().tell(said, style="dim")
    return found


def service_settings() -> Settings:
    """Return the settings for a command that serves: whatever it tells stands in its log.

    Raises:
        ConfigError: They are wrong.
    """
    if (shape := log_format(ENV_FILE, os.environ)) == "json":
        logs.configure("WARNING", shape)
        speak_in_log(is_wanted=True)
    return settings()


def number(value: float, places: int = 0) -> str:
    """Return a number with its thousands apart, as the reader's language writes it."""
    thousands = app.wording_of_reader().thousands
    whole, point, rest = f"{value:,.{places}f}".partition(".")
    mark = point if thousands == "," else point.replace(".", ",")
    return f"{whole.replace(',', thousands)}{mark}{rest}"


def agrees(question: str, *, default: bool = False) -> bool:
    """Ask a person, in their language, and return whether they agree.

    Args:
        question: What they are asked.
        default: What it means that they only press Enter.

    Raises:
        typer.Abort: The input has ended, or there is none.
    """
    if sys.stdin is None:
        raise typer.Abort
    yes, no = tuple(app.wording_of_reader().prompt["yes_or_no"])
    shown = f"[{yes.upper()}/{no}]" if default else f"[{yes}/{no.upper()}]"
    while True:
        said = typed(f"{question} {shown}").lower()[:1]
        if said in {"", yes, "y", no, "n"}:  # the English ones are a habit of hands
            return said in {yes, "y"} or (default and not said)


def typed(question: str, *, suffix: str = ": ", is_hidden: bool = False) -> str:
    """Return what a person types below a question; "" for nothing.

    Args:
        question: What they are asked.
        suffix: What stands between the question and the answer.
        is_hidden: What they type is not shown.

    Raises:
        typer.Abort: The input has ended, or there is none.
        KeyboardInterrupt: The person pressed Ctrl-C.
    """
    if not is_typed():
        return _given(question, suffix)
    *above, last = out().lines_of(question)
    for line in above:
        typer.echo(line)
    try:
        answer: str = typer.prompt(
            last, prompt_suffix=suffix, default="", show_default=False, hide_input=is_hidden
        )
    except typer.Abort as error:
        if not is_hidden:  # there the line has ended already
            typer.echo()
        if isinstance(error.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from None
        raise
    return answer.strip()


def _given(question: str, suffix: str) -> str:
    """Return the next line of an input that nobody types; without one nothing is asked."""
    line = "" if sys.stdin is None else sys.stdin.readline()
    if not line:
        raise typer.Abort
    typer.echo(f"{question}{suffix}{line.rstrip()}")
    return line.strip()


def can_ask() -> bool:
    """Return whether a person sees what is printed, and can answer."""
    return is_typed() and sys.stdout is not None and sys.stdout.isatty()


def is_typed() -> bool:
    """Return whether a person types the input."""
    return sys.stdin is not None and sys.stdin.isatty()


def given_input() -> TextIO:
    """Return the standard input, for what is read from it.

    Raises:
        AskError: It was closed before we began, or nothing can be read from it.
    """
    try:
        if sys.stdin is not None:
            os.read(sys.stdin.fileno(), 0)  # takes nothing from it
            return sys.stdin
    except io.UnsupportedOperation:  # what stands in its place is no file of the system's
        return sys.stdin
    except OSError:
        pass
    raise AskError(words_app.usage_words()["no_input"])
