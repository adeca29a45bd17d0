"""What the commands show: consoles and progress bars."""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.segment import Segment
from rich.text import Text

from bot.composition import app, words_app
from bot.errors import AskError
from bot.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO

    from rich.console import ConsoleOptions, RenderableType

    from bot.settings.values import Settings


class Harmless(Console):
    """A console on which nothing that somebody else wrote acts, wherever it is printed from."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Yield what is printed, but for control characters that rich itself did not make."""
        for each in super().render(renderable, options):
            yield each if each.control else Segment(plain(each.text), each.style)


def out() -> Console:
    """Return the console for results; nothing in them is markup."""
    return Harmless(markup=False, highlight=False, emoji=False)


def aside() -> Console:
    """Return the console for progress and problems: standard error."""
    return Harmless(stderr=True, markup=False, highlight=False, emoji=False)


def settings() -> Settings:
    """Return the settings for a command; say where the data is if an older version put it there.

    Raises:
        ConfigError: They are wrong.
    """
    found = app.load_settings()
    if found.is_data_old:
        said = words_app.old_place(found.data.resolve())
        aside().print(said, style="dim", soft_wrap=True)
    return found


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
        typed = typer.prompt(plain(f"{question} {shown}"), default="", show_default=False)
        said = typed.strip().lower()[:1]
        if said in {"", yes, "y", no, "n"}:  # the English ones are a habit of hands
            return said in {yes, "y"} or (default and not said)


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


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        posts = task.fields["items"]
        rate = posts / task.elapsed if task.elapsed else 0
        return Text(f"{posts:,} {task.fields['unit']}, {rate:,.0f}/s", style="cyan")


@contextmanager
def progress_bar(title: str, unit: str) -> Iterator[Callable[[int, int, int], None]]:
    """Show a bar with count, rate and time left, where a person can see it.

    Args:
        title: What is done, by the name of the word for it.
        unit: What is counted, by the name of the word for it.

    Yields:
        A function that takes how far it is, how far it goes, and how many items that were.
    """
    console, say = aside(), words_app.usage_words()
    columns = (
        SpinnerColumn(), TextColumn("{task.description}"), _Rate(), TaskProgressColumn(),
        TextColumn(say["left"]), TimeRemainingColumn(), BarColumn(),
    )  # fmt: skip
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(say[title], total=None, items=0, unit=say[unit])

        def advance(position: int, total: int, items: int) -> None:
            bar.update(task, completed=position, total=total or None, items=items)

        yield advance


@contextmanager
def waiting(for_what: str) -> Iterator[None]:
    """Show that something takes a moment, where a person can see it."""
    console = aside()
    if not console.is_terminal:
        yield
        return
    with console.status(for_what):
        yield
