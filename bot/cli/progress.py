"""Shows how far a command is, where a person can see it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

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
from rich.text import Text

from bot.cli import console
from bot.composition import words_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NARROW: Final = 72
"""On a screen of fewer columns a bar shows the share that is done alone."""


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        posts = task.fields["items"]
        rate = posts / task.elapsed if task.elapsed else 0
        return Text(
            f"{console.number(posts)} {task.fields['unit']}, {console.number(rate)}/s", style="cyan"
        )


@contextmanager
def progress_bar(title: str, unit: str) -> Iterator[Callable[[int, int, int], None]]:
    """Show a bar with count, rate and time left, where a person can see it.

    Args:
        title: What is done, by the name of the word for it.
        unit: What is counted, by the name of the word for it.

    Yields:
        A function that takes how far it is, how far it goes, and how many items that were.
    """
    shown, say = console.aside(), words_app.usage_words()
    columns: tuple[ProgressColumn, ...] = (
        SpinnerColumn(), TextColumn("{task.description}"), TaskProgressColumn(), BarColumn(),
    )  # fmt: skip
    if shown.width >= _NARROW:
        left = (_Rate(), TextColumn(say["left"]), TimeRemainingColumn())
        columns = (*columns[:2], *left, *columns[2:])
    with Progress(*columns, console=shown, transient=True, disable=not shown.is_terminal) as bar:
        task = bar.add_task(say[title], total=None, items=0, unit=say[unit])

        def advance(position: int, total: int, items: int) -> None:
            bar.update(task, completed=position, total=total or None, items=items)

        with _noted(shown):
            yield advance


@contextmanager
def _noted(shown: console.Harmless) -> Iterator[None]:
    console.WITH_BARS.append(shown)
    try:
        yield
    finally:
        console.WITH_BARS.remove(shown)


@contextmanager
def waiting(for_what: str) -> Iterator[None]:
    """Show that something takes a moment, where a person can see it."""
    shown = console.aside()
    if not shown.is_terminal:
        yield
        return
    with shown.status(for_what), _noted(shown):
        yield
