"""`import`."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import console, progress
from bot.cli.exit_codes import Exit
from bot.cli.posts import columns, refine, renamed_folder
from bot.cli.validation import non_blank, non_blank_audience, non_blank_paths
from bot.composition import app, engine_app, web_app
from bot.errors import AskError
from bot.ports import FoundSources
from bot.text import Count, plain
from index.ingest.addresses import WebAddress
from index.ingest.counts import Counts
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bot.settings.values import Settings
    from index.errors import PostFormatError
    from index.post_index import PostIndex


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…", help="Files, folders, addresses; - is stdin.", callback=non_blank_paths
    ),
]
SourceName = Annotated[str | None, typer.Option(help="Call the source this.", callback=non_blank)]
Audience = Annotated[
    str | None, typer.Option(help="Who may see them: a label.", callback=non_blank_audience)
]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Also addresses of this machine and its network."),
]
Yes = Annotated[
    bool, typer.Option("--yes", help="Ask nothing, even before posts go or the web is asked.")
]
Apps = Annotated[bool, typer.Option("--apps", help="Also what apps wrote in the exports of chats.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show only what would change.")]


def import_posts(
    paths: Paths,
    *,
    source: SourceName = None,
    audience: Audience = None,
    column: columns.Columns = None,
    dates: columns.Dates = None,
    apps: Apps = False,
    dry_run: DryRun = False,
    yes: Yes = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Bring posts in: texts and tables, pages and feeds, and the archives that platforms give.

    The same file or folder imported again updates what changed, and drops what is gone from it.
    """
    settings = console.settings()
    say = app.sentences(settings)
    web = [WebAddress(each, source or "", audience or "") for each in paths if _is_address(each)]
    given = columns.given(column, dates)
    with _told_if_stopped(Counts, say, dry_run=dry_run):
        _ask_before_fetching(web if not yes else [], say)
        wish = partial(app.find_posts, audience=audience, columns=given, with_apps=apps)
        found, before = _found(paths, settings, source, wish)
        found = found.joined(columns.told(fetched(web, say, allow_private=allow_private), given))
        _look_over(found, settings, yes=yes)
    is_first = not (dry_run or engine_app.storage(settings).is_there())
    with app.opened_index(settings, create=True, dry_run=dry_run) as index:
        if not (yes or dry_run) and "-" not in paths and console.can_ask():
            _ask_before_posts_go(index, found, paths, say)
        bring = partial(index.preview if dry_run else index.import_posts, audience=before)
        counts = _bring(bring, found, settings, opens=audience == EVERYONE, dry_run=dry_run)
        index.note_addresses([] if dry_run else found.addresses)
        say_counts(counts, len(found.refused), settings, dry_run=dry_run)
        if is_first and counts.new:
            _say_where(engine_app.home(settings), say)
        refine.after_import(settings, index, dry_run=dry_run)
    if counts.refused or found.refused:
        raise typer.Exit(Exit.PARTLY)


def _look_over(found: FoundSources, settings: Settings, *, yes: bool) -> None:
    """Say what cannot be read, and ask what is not sure of tables."""
    for error in found.refused:
        say_refused(error, settings)
    if not yes:
        columns.settle(found, app.sentences(settings))


def _found(
    paths: Sequence[str],
    settings: Settings,
    source: str | None,
    wish: Callable[..., FoundSources],
) -> tuple[FoundSources, str]:
    """Return what files hold, and who may see what is new in a folder that was renamed."""
    files = [path for path in paths if not _is_address(path)]
    find = partial(wish, files)
    if "-" in files:
        find = partial(find, stdin=console.given_input().buffer)
    return renamed_folder.found(settings, source, find)


def fetched(
    web: Sequence[WebAddress], say: Mapping[str, str], *, allow_private: bool
) -> FoundSources:
    """Return what addresses hold."""
    if not web:
        return FoundSources([], [], [], [], [])
    with progress.waiting(say["fetching"]):
        return web_app.find_posts_at(web, allow_private=allow_private)


def _is_address(path: str) -> bool:
    return path.startswith(("https://", "http://"))


def _ask_before_fetching(web: Sequence[WebAddress], say: Mapping[str, str]) -> None:
    if not web:
        return
    where = plain(", ".join(each.url for each in web))
    if not console.can_ask():
        raise AskError(say["needs_yes"].format(where=where))
    if not console.agrees(say["fetch"].format(where=where)):
        raise typer.Abort


def _bring(
    bring: Callable[..., Counts],
    found: FoundSources,
    settings: Settings,
    *,
    opens: bool,
    dry_run: bool,
) -> Counts:
    """Import what was found; after Ctrl-C, say what is stored and how to go on."""
    so_far, total = Counts(), sum(each.size for each in found.sources)
    with (
        _told_if_stopped(lambda: so_far, app.sentences(settings), dry_run=dry_run),
        progress.progress_bar("importing", "unit_posts") as advance,
    ):

        def report(position: int, counts: Counts) -> None:
            nonlocal so_far
            so_far = counts
            advance(position, total, counts.read)

        return bring(
            found.sources,
            within=found.within,
            partial=found.partial,
            opens=opens,
            refuse=lambda error: say_refused(error, settings),
            progress=report,
        )


@contextmanager
def _told_if_stopped(
    stored: Callable[[], Counts], say: Mapping[str, str], *, dry_run: bool
) -> Iterator[None]:
    """After Ctrl-C, say what is stored by then, and how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        if dry_run:
            raise
        counts = stored()
        said = say["stopped"].format(new=Count(counts.new), changed=Count(counts.changed))
        console.aside().tell(said, style="yellow")
        raise typer.Exit(Exit.INTERRUPTED) from None


def _ask_before_posts_go(
    index: PostIndex, found: FoundSources, paths: Sequence[str], say: Mapping[str, str]
) -> None:
    with _told_if_stopped(Counts, say, dry_run=False):
        with progress.waiting(say["comparing"]):
            would = index.preview_drops(found.sources, within=found.within, partial=found.partial)
        if not would.removed:
            return
        for line in would.examples:
            if line.startswith("-"):
                console.out().tell(plain(line))
        asked = say["gone_one" if would.removed == 1 else "gone_many"]
        where = plain(", ".join(paths))
        if not console.agrees(asked.format(count=Count(would.removed), where=where)):
            raise typer.Abort


def _say_where(home: str, say: Mapping[str, str]) -> None:
    said = say["stored_in"].format(folder=home)
    console.aside().tell(said, style="dim")


def say_refused(error: PostFormatError, settings: Settings) -> None:
    """Tell what was refused, and why."""
    problem = plain(app.refusal(error, settings))
    said = app.sentences(settings)["refused"].format(problem=problem)
    console.aside().tell(said, style="yellow")


def say_counts(counts: Counts, more_refused: int, settings: Settings, *, dry_run: bool) -> None:
    """Tell what an import did, with what was refused before it began."""
    say = app.sentences(settings)
    said = say["counts"].format(
        new=Count(counts.new),
        changed=Count(counts.changed),
        unchanged=Count(counts.unchanged),
        removed=Count(counts.removed),
        refused=Count(counts.refused + more_refused),
    )
    whole = say["would_be"].format(counts=said) if dry_run else said
    console.out().tell(whole)
    if counts.left_out:
        console.out().tell(say["left_out"].format(count=Count(counts.left_out)))
    for line in app.left_out_lines(counts.left_out_of_files, settings):
        console.out().tell(plain(line))
    if any(kind.startswith(("columns:", "author_column:")) for kind in counts.left_out_of_files):
        console.out().tell(say["columns_left"])
    for line in counts.examples:
        console.out().tell(plain(line))
