"""`refine`."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

import typer

from bot.cli import console, progress
from bot.cli.exit_codes import Exit
from bot.composition import app, words_app
from bot.errors import ConfigError
from bot.text import Count, plain
from index.error_sentences import Told
from index.errors import IndexingError

if TYPE_CHECKING:
    from bot.settings.values import Settings
    from index.post_index import PostIndex

AFTER_IMPORT_SECONDS: Final = 15.0
"""How long an import goes on with what makes its answers better."""


def refine() -> None:
    """Have a better model read the posts, so that answers get better; can be stopped any time."""
    settings = console.settings()
    name = app.refining_model(settings)
    if name is None:
        problem = app.why_no_refining(settings)
        raise ConfigError([Told("REFINING_MODEL: {problem}", problem=problem)])
    with app.opened_index(settings) as index:
        _read_or_tell(index, name, settings)
        done, total = index.refined(name)
    say = app.wording(settings).upkeep
    said = say["refined"].format(name=name, done=Count(done), total=Count(total))
    console.out().tell(said)


def after_import(settings: Settings, index: PostIndex, *, dry_run: bool = False) -> None:
    """Have the better model read for a moment, unless nothing was stored; say what is left."""
    name, say = app.refining_model(settings), app.wording(settings).upkeep
    if name is None or dry_run:
        return
    try:
        is_read = _read_or_tell(index, name, settings, AFTER_IMPORT_SECONDS)
    except IndexingError as error:  # the posts are stored; only their answers get no better
        said = say["refine_failed"].format(reason=plain(words_app.problem(error.sentence)))
        console.aside().tell(said, style="yellow")
        return
    if not is_read:
        _tell_more(index, name, settings)


def _read_or_tell(
    index: PostIndex, name: str, settings: Settings, seconds: float | None = None
) -> bool:
    """Have a model read; after Ctrl-C, say what is left, and how to go on."""
    try:
        return read(index, name, seconds)
    except KeyboardInterrupt:
        _tell_more(index, name, settings)
        raise typer.Exit(Exit.INTERRUPTED) from None


def _tell_more(index: PostIndex, name: str, settings: Settings) -> None:
    done, total = index.refined(name)
    said = app.wording(settings).upkeep["refine_more"].format(count=Count(total - done))
    console.out().tell(said)


def read(index: PostIndex, name: str, seconds: float | None = None) -> bool:
    """Have a model read what it has not, and return whether nothing is left.

    Args:
        index: The posts.
        name: The model's stored name.
        seconds: For how long, once it is loaded; None for as long as it takes.
    """
    begun: list[float] = []

    def may_go_on() -> bool:
        begun.append(monotonic())
        return seconds is None or begun[-1] - begun[0] < seconds

    with progress.progress_bar("refining", "unit_passages") as advance:
        return index.refine(
            name,
            may_go_on=may_go_on,
            progress=lambda done, total: advance(done, total, done),
        )
