"""`move`."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import console, progress
from bot.cli.validation import non_blank
from bot.composition import app, engine_app, ledger_app
from bot.text import Count

if TYPE_CHECKING:
    from collections.abc import Iterator


def move(
    *,
    to: Annotated[str, typer.Option(callback=non_blank, help="postgresql://… or a data folder.")],
) -> None:
    """Copy everything to another database, posts and ledger, and check it; it also stays here.

    May be stopped any time: given again, it goes on. Settings stay as they are.
    """
    settings = console.settings()
    say = app.wording(settings).upkeep
    target = engine_app.storage_at(to)
    remembered = 0

    @contextmanager
    def with_ledger(goes_on: bool) -> Iterator[None]:
        nonlocal remembered
        # Before the posts: a ledger must never know of a message that they lack.
        with ledger_app.moving(settings, to, goes_on=goes_on) as remembered:
            yield

    with (
        app.opened_index(settings) as index,
        closing(target.open(create=True)) as other,
        other.guarded(),
        progress.progress_bar("moving", "unit_posts") as advance,
    ):
        count = index.copy_to(other, progress=lambda at, of: advance(at, of, at), along=with_ledger)
    home = engine_app.home(settings)
    said = say["moved"].format(posts=Count(count), home=home, target=target.home)
    setting = "PULLQUOTE_DATABASE" if "://" in to else "PULLQUOTE_DATA"
    ledger = say["moved_ledger"].format(rows=Count(remembered)) if remembered else ""
    lines = [said, ledger, say["moved_next"].format(setting=setting)]
    console.out().tell(" ".join(filter(None, lines)))
