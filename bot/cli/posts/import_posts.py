"""`import`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bot import app
from bot.cli import console
from bot.cli.exit_codes import Exit
from bot.cli.posts import refine
from bot.cli.validation import non_blank, non_blank_audience, non_blank_paths
from bot.text import plain
from index.ingest.counts import Counts
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.ports import FoundSources
    from bot.settings.values import Settings
    from index.errors import PostFormatError
    from index.post_index import PostIndex


SourceName = Annotated[str | None, typer.Option(help="Call the source this.", callback=non_blank)]
Audience = Annotated[
    str | None, typer.Option(help="Who may see them: a label.", callback=non_blank_audience)
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show only what would change.")]


def import_posts(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…", help="Files, folders; - is stdin.", callback=non_blank_paths
        ),
    ],
    *,
    source: SourceName = None,
    audience: Audience = None,
    dry_run: DryRun = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before posts go.")] = False,
) -> None:
    """Bring posts in: texts and tables, copied pages, and the archives that platforms give.

    The same file or folder imported again updates what changed, and drops what is gone from it.
    """
    settings = app.load_settings()
    found = app.find_posts(paths, source, audience, sys.stdin.buffer)
    refused = found.refused
    for error in refused:
        _say_refused(error, settings)
    say = app.sentences(settings)
    is_first = not (dry_run or settings.database.exists())
    with app.opened_index(settings, create=True, dry_run=dry_run) as index:
        if not (yes or dry_run) and "-" not in paths and console.can_ask():
            _ask_before_posts_go(index, found, paths, say)
        counts = _bring(index, found, settings, opens=audience == EVERYONE, dry_run=dry_run)
        _say_counts(counts, len(refused), settings, dry_run=dry_run)
        if is_first and counts.new:
            said = say["stored_in"].format(folder=settings.data.resolve())
            console.aside().print(said, style="dim", soft_wrap=True)
        refine.after_import(settings, index, dry_run=dry_run)
    if counts.refused or refused:
        raise typer.Exit(Exit.PARTLY)


def _bring(
    index: PostIndex, found: FoundSources, settings: Settings, *, opens: bool, dry_run: bool
) -> Counts:
    """Import what was found; after Ctrl-C, say what is stored and how to go on."""
    so_far, total = Counts(), sum(each.size for each in found.sources)
    bring = index.preview if dry_run else index.import_posts
    with console.progress_bar("Importing", "posts") as advance:

        def progress(position: int, counts: Counts) -> None:
            nonlocal so_far
            so_far = counts
            advance(position, total, counts.read)

        try:
            return bring(
                found.sources,
                within=found.within,
                partial=found.partial,
                opens=opens,
                refuse=lambda error: _say_refused(error, settings),
                progress=progress,
            )
        except KeyboardInterrupt:
            if not dry_run:
                _say_stopped(so_far, app.sentences(settings))
            raise typer.Exit(Exit.INTERRUPTED) from None


def _say_stopped(counts: Counts, say: Mapping[str, str]) -> None:
    console.aside().print(
        say["stopped"].format(new=f"{counts.new:,}", changed=f"{counts.changed:,}"),
        style="yellow",
        soft_wrap=True,
    )


def _ask_before_posts_go(
    index: PostIndex, found: FoundSources, paths: Sequence[str], say: Mapping[str, str]
) -> None:
    with console.waiting(say["comparing"]):
        would = index.preview_drops(found.sources, within=found.within, partial=found.partial)
    if not would.removed:
        return
    for line in would.examples:
        if line.startswith("-"):
            console.out().print(plain(line), soft_wrap=True)
    asked = say["gone_one" if would.removed == 1 else "gone_many"]
    where = plain(", ".join(paths))
    typer.confirm(asked.format(count=f"{would.removed:,}", where=where), abort=True)


def _say_refused(error: PostFormatError, settings: Settings) -> None:
    problem = plain(app.refusal(error, settings))
    said = app.sentences(settings)["refused"].format(problem=problem)
    console.aside().print(said, style="yellow", soft_wrap=True)


def _say_counts(counts: Counts, more_refused: int, settings: Settings, *, dry_run: bool) -> None:
    say = app.sentences(settings)
    said = say["counts"].format(
        new=f"{counts.new:,}",
        changed=f"{counts.changed:,}",
        unchanged=f"{counts.unchanged:,}",
        removed=f"{counts.removed:,}",
        refused=f"{counts.refused + more_refused:,}",
    )
    whole = say["would_be"].format(counts=said) if dry_run else said
    console.out().print(whole, soft_wrap=True)
    if counts.left_out:
        console.out().print(say["left_out"].format(count=f"{counts.left_out:,}"), soft_wrap=True)
    for line in app.left_out_lines(counts.left_out_of_files, settings):
        console.out().print(plain(line), soft_wrap=True)
    for line in counts.examples:
        console.out().print(plain(line), soft_wrap=True)
