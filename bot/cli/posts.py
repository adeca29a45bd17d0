"""`import`, `reindex`, `forget` and `export`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot import app
from bot.cli import console, refine
from bot.cli.exit_codes import Exit
from bot.cli.validation import non_blank, non_blank_audience, non_blank_paths
from bot.errors import AskError
from bot.text import plain
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.ports import FoundSources
    from index.errors import PostFormatError
    from index.ingest.counts import Counts
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
    total = sum(each.size for each in found.sources)
    with app.opened_index(settings, create=True, dry_run=dry_run) as index:
        if not (yes or dry_run) and "-" not in paths and console.can_ask():
            _ask_before_posts_go(index, found, paths)
        with console.progress_bar("Importing", "posts") as advance:
            bring = index.preview if dry_run else index.import_posts
            counts = bring(
                found.sources,
                within=found.within,
                partial=found.partial,
                opens=audience == EVERYONE,
                refuse=_say_refused,
                progress=lambda position, counts: advance(position, total, counts.read),
            )
        _say_counts(counts, len(refused), dry_run=dry_run)
        refine.after_import(settings, index, dry_run=dry_run)
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


def forget(
    *,
    author: Annotated[str | None, typer.Option(help="All posts of this name or account.")] = None,
    source: Annotated[str | None, typer.Option(help="All posts of this source.")] = None,
    post: Annotated[str | None, typer.Option(help="The post with this id.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
) -> None:
    """Remove posts from the database and from all its files."""
    if sum(value is not None for value in (author, source, post)) != 1:
        raise typer.BadParameter("name one of --author, --source or --post")
    settings = app.load_settings()
    with app.opened_index(settings) as index:
        selection = index.select(author=author, source=source, post=post)
        what = author or source or post
        if selection.candidates:
            raise AskError(_which(what, selection.candidates))
        if not (selection.ids or selection.titles):
            is_finished = index.finish_erasure()
            rest = " What was removed before is now gone from the files too."
            console.out().print(f"There is nothing of {what!r} here.{rest if is_finished else ''}")
            return
        count = len(selection.ids)
        if not yes:
            posts = f"{count:,} post{'' if count == 1 else 's'}"
            typer.confirm(
                f"Remove {posts} of {what!r} from the database and all its files?", abort=True
            )
        with console.waiting("Removing…"):
            # A source may be wanted again, as it is by then; a person or a post is not.
            index.erase(selection, for_good=source is None)
    console.out().print(f"Removed: {count:,}.")


def export() -> None:
    """Print all posts as JSONL, readable by `import`."""
    with app.opened_index(app.load_settings()) as index:
        for post in index.every_post():
            typer.echo(json.dumps(_record(post), ensure_ascii=False))


def _which(name: str | None, bearers: Mapping[str, int]) -> str:
    """Returns what to do where several people bear a name."""
    accounts = ", ".join(f"{plain(account)} ({count:,})" for account, count in bearers.items())
    return f"Several people are called {name!r}: give --author one of their accounts: {accounts}"


def _record(post: Post) -> dict[str, Any]:
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
    for line in app.left_out_lines(counts.left_out_of_files):
        console.out().print(plain(line), soft_wrap=True)
    for line in counts.examples:
        console.out().print(plain(line), soft_wrap=True)
