"""`refresh`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.cli import console
from bot.cli.exit_codes import Exit
from bot.cli.posts import refine
from bot.cli.posts.import_posts import AllowPrivate, fetched, say_counts, say_refused
from bot.composition import app
from bot.errors import AskError
from bot.text import Count, plain
from index.ingest.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.settings.values import Settings
    from index.ingest.addresses import WebAddress
    from index.post_index import PostIndex

BATCH: Final = 8
"""So many addresses are held in memory, and stored, together."""


def refresh(
    *,
    stop: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Ask this one no more; its posts stay.")
    ] = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Ask the addresses again that were imported, and bring in what is new there.

    What they do not show any more stays: a feed shows the newest alone.
    """
    settings = console.settings()
    say = app.sentences(settings)
    counts, unchanged = Counts(), 0
    with app.opened_index(settings) as index:
        known = index.addresses()
        if stop is not None:
            _stop(index, stop, [each.url for each in known], say)
            return
        if not known:
            console.out().tell(say["no_addresses"])
            return
        for start in range(0, len(known), BATCH):
            batch = known[start : start + BATCH]
            more, same = _refreshed(index, batch, settings, allow_private=allow_private)
            counts, unchanged = counts + more, unchanged + same
        said = say["addresses"].format(asked=Count(len(known)), unchanged=Count(unchanged))
        console.out().tell(said)
        if unchanged < len(known):
            say_counts(counts, 0, settings, dry_run=False)
        refine.after_import(settings, index, dry_run=not (counts.new or counts.changed))
    if counts.refused:
        raise typer.Exit(Exit.PARTLY)


def _stop(index: PostIndex, url: str, known: Sequence[str], say: Mapping[str, str]) -> None:
    if not known:
        raise AskError(say["no_addresses"])
    if url not in known:
        raise AskError(say["not_known"].format(url=plain(url), known=plain(", ".join(known))))
    index.forget_address(url)
    console.out().tell(say["stopped_asking"].format(url=plain(url)))


def _refreshed(
    index: PostIndex, batch: Sequence[WebAddress], settings: Settings, *, allow_private: bool
) -> tuple[Counts, int]:
    """Ask these addresses; return what came of that, and how many were as before."""
    found = fetched(batch, app.sentences(settings), allow_private=allow_private)
    for error in found.refused:
        say_refused(error, settings)
    counts = index.import_posts(
        found.sources,
        within=found.within,
        partial=found.partial,
        refuse=lambda error: say_refused(error, settings),
    )
    index.note_addresses(found.addresses)
    same = len(batch) - len(found.sources) - len(found.refused)
    return counts.with_refused(*found.refused), same
