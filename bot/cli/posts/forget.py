"""`forget`."""

from __future__ import annotations

import shlex
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

import typer

from bot.cli import console, progress
from bot.cli.exit_codes import Exit
from bot.cli.validation import wrong
from bot.composition import app
from bot.errors import AskError
from bot.posts.names import near_name
from bot.text import Count, one_line, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.ingest.erasure import ErasureSelection
    from index.post_index import PostIndex

NAMED: Final = 5
"""How many posts a dry run names."""


def forget(
    *,
    author: Annotated[str | None, typer.Option(help="All posts of this name or account.")] = None,
    source: Annotated[str | None, typer.Option(help="All posts of this source.")] = None,
    post: Annotated[str | None, typer.Option(help="The post with this id.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show only what would go.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
) -> None:
    """Remove posts from the database and from all its files.

    An author and a post stay out when their file or a copy of it is imported again; a source may
    come again.
    """
    if sum(value is not None for value in (author, source, post)) != 1:
        raise wrong("forget_what")
    what = author or source or post or ""
    settings = console.settings()
    say = app.sentences(settings)
    with app.opened_index(settings) as index:
        selection = index.select(author=author, source=source, post=post)
        if selection.candidates:
            raise AskError(_which(what, selection.candidates, say))
        if not (selection.ids or selection.titles):
            if selection.together:
                _say_only_together(index, what, selection, say, dry_run=dry_run)
            _say_nothing_there(index, what, say, author=author, source=source, dry_run=dry_run)
            return
        if dry_run:
            _preview(index, what, selection, say)
            return
        count = len(selection.ids)
        asked = say["remove_post" if post else "remove"]
        asked = asked.format(posts=_posts(count, say), what=repr(what))
        if not (yes or _agrees(asked, say)):
            raise typer.Abort
        with progress.waiting(say["removing"]):
            # A source may be wanted again, as it is by then; a person or a post is not.
            index.erase(selection, for_good=source is None)
    console.out().tell(say["removed"].format(count=Count(count)))
    _say_together(what, selection, say)


def _say_together(what: str, selection: ErasureSelection, say: Mapping[str, str]) -> None:
    """Name what a person wrote with others, which stays, and how it is removed as well."""
    if not selection.together:
        return
    named = [f"{plain(one_line(each))!r} ({count:,})" for each, count in selection.together.items()]
    more = ["…"] if len(named) > NAMED else []
    listed = "; ".join(named[:NAMED] + more)
    # A line of its own, because it is there to be copied.
    first = shlex.quote(one_line(next(iter(selection.together))))
    console.out().tell(say["together"].format(what=repr(what), authors=listed))
    console.out().tell(f"pullquote forget --author {first}")


def _say_only_together(
    index: PostIndex,
    what: str,
    selection: ErasureSelection,
    say: Mapping[str, str],
    *,
    dry_run: bool,
) -> NoReturn:
    """Say that a person wrote nothing alone, and what with others; finish what is owed."""
    if not dry_run:
        index.finish_erasure()
    _say_together(what, selection, say)
    raise typer.Exit(Exit.PARTLY)


def _agrees(asked: str, say: Mapping[str, str]) -> bool:
    """Ask, and return whether the person agrees.

    Raises:
        AskError: The input ends, and is nobody's who could answer.
    """
    try:
        return console.agrees(asked)
    except typer.Abort:
        if console.is_typed():
            raise
        raise AskError(say["needs_yes_to_remove"]) from None


def _say_nothing_there(
    index: PostIndex,
    what: str,
    say: Mapping[str, str],
    *,
    author: str | None,
    source: str | None,
    dry_run: bool,
) -> None:
    """Say that there is nothing, with the name that may have been meant; finish what is owed."""
    none = "no_post" if author is None and source is None else "nothing_of"
    if not dry_run and index.finish_erasure():
        nothing = say[none].format(what=repr(what))
        console.out().tell(f"{nothing} {say['out_of_files']}")
        return
    near = ""
    if author is not None:
        near = near_name(index.engine, "author", author)
    elif source is not None:
        near = near_name(index.engine, "source", source)
    said = say["nothing_near" if near else none]
    console.out().tell(said.format(what=repr(what), near=repr(one_line(near))))
    raise typer.Exit(Exit.PARTLY)


def _preview(
    index: PostIndex, what: str, selection: ErasureSelection, say: Mapping[str, str]
) -> None:
    count = len(selection.ids)
    console.out().tell(say["would_remove"].format(posts=_posts(count, say)))
    for line in _examples(index, selection.ids):
        console.out().tell(line)
    if count > NAMED:
        console.out().tell(say["and_more"].format(count=Count(count - NAMED)))
    _say_together(what, selection, say)


def _examples(index: PostIndex, ids: Sequence[str]) -> list[str]:
    first = list(islice(ids, NAMED))
    posts = index.engine.posts(first)
    return [f"- {one_line(id_)}: {one_line(posts[id_].text)[:80]}" for id_ in first if id_ in posts]


def _posts(count: int, say: Mapping[str, str]) -> str:
    return say["one" if count == 1 else "many"].format(count=Count(count))


def _which(name: str, accounts: Mapping[str, int], say: Mapping[str, str]) -> str:
    """Return what to do where several people bear a name."""
    listed = ", ".join(f"{plain(account)} ({count:,})" for account, count in accounts.items())
    return say["which"].format(what=repr(name), accounts=listed)
