"""`import`, `reindex` and `export`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot import app
from bot.cli import console
from bot.cli.exit_codes import Exit
from bot.cli.validation import non_blank, non_blank_audience, non_blank_paths
from bot.text import plain
from index.ingest.counts import Counts
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ports import FoundSources
    from index.errors import PostFormatError
    from index.post_index import PostIndex
    from index.posts import Post


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
        _say_refused(error)
    is_first = not (dry_run or settings.database.exists())
    with app.opened_index(settings, create=True, dry_run=dry_run) as index:
        if not (yes or dry_run) and "-" not in paths and console.can_ask():
            _ask_before_posts_go(index, found, paths)
        counts = _bring(index, found, opens=audience == EVERYONE, dry_run=dry_run)
    _say_counts(counts, len(refused), dry_run=dry_run)
    if is_first and counts.new:
        console.aside().print(f"Stored in {settings.data.resolve()}.", style="dim", soft_wrap=True)
    if counts.refused or refused:
        raise typer.Exit(Exit.PARTLY)


def reindex(
    *, full: Annotated[bool, typer.Option("--full", help="Everything, changed or not.")] = False
) -> None:
    """Embed the posts again where the model or the splitting changed."""
    settings = app.load_settings()
    with (
        app.opened_index(settings) as index,
        console.progress_bar("Embedding", "done") as advance,
    ):
        done = index.reindex(full=full, progress=lambda at, of: advance(at, of, at))
    console.out().print(f"Embedded again: {done:,}." if done else "Everything is up to date.")


def export() -> None:
    """Print all posts as JSONL, readable by `import`."""
    with app.opened_index(app.load_settings()) as index:
        for post in index.every_post():
            typer.echo(json.dumps(post_record(post), ensure_ascii=False))


def post_record(post: Post) -> dict[str, Any]:
    """Return a post as `export` prints it."""
    scope = post.id.partition(":")[0]
    return {
        "id": post.id.removeprefix(f"{scope}:"),
        **({"scope": scope} if scope != post.source else {}),
        "source": post.source,
        "title": post.title,
        "text": post.text,
        "author": post.author,
        "url": post.url,
        "posted_at": post.posted_at.isoformat() if post.posted_at else None,
        "parent_id": post.parent_id and post.parent_id.removeprefix(f"{scope}:"),
        "audience": post.audience,
        "age": post.age,
        "author_id": post.author_id,
    }


def _bring(index: PostIndex, found: FoundSources, *, opens: bool, dry_run: bool) -> Counts:
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
                refuse=_say_refused,
                progress=progress,
            )
        except KeyboardInterrupt:
            if not dry_run:
                _say_stopped(so_far)
            raise typer.Exit(Exit.INTERRUPTED) from None


def _say_stopped(counts: Counts) -> None:
    console.aside().print(
        f"Stopped. Stored so far: {counts.new:,} new, {counts.changed:,} changed, and nothing"
        " removed. Give the same command again to go on: what is stored is not read in twice.",
        style="yellow",
        soft_wrap=True,
    )


def _ask_before_posts_go(index: PostIndex, found: FoundSources, paths: Sequence[str]) -> None:
    with console.waiting("Comparing…"):
        would = index.preview_drops(found.sources, within=found.within, partial=found.partial)
    if not would.removed:
        return
    for line in would.examples:
        if line.startswith("-"):
            console.out().print(plain(line), soft_wrap=True)
    are = "posts are" if would.removed > 1 else "post is"
    where = plain(", ".join(paths))
    typer.confirm(
        f"{would.removed:,} {are} no longer in {where} and will be removed. Go on?", abort=True
    )


def _say_refused(error: PostFormatError) -> None:
    console.aside().print(f"refused: {plain(app.refusal(error))}", style="yellow", soft_wrap=True)


def _say_counts(counts: Counts, more_refused: int, *, dry_run: bool) -> None:
    would = "Would be: " if dry_run else ""
    console.out().print(
        f"{would}{counts.new:,} new, {counts.changed:,} changed, {counts.unchanged:,} unchanged, "
        f"{counts.removed:,} removed, {counts.refused + more_refused:,} refused",
        soft_wrap=True,
    )
    if counts.left_out:
        console.out().print(f"{counts.left_out:,} left out: forgotten or deleted earlier")
    for line in counts.examples:
        console.out().print(plain(line), soft_wrap=True)
