"""`show`."""

from __future__ import annotations

import webbrowser
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import console
from bot.cli.exit_codes import Exit
from bot.cli.posts.export import post_record
from bot.composition import app
from bot.posts.surroundings import surroundings
from bot.text import json_line, plain, web_link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.posts import Post


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id, as `ask` shows it.")],
    *,
    opens: Annotated[bool, typer.Option("--open", help="Open its link in the browser.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="One line of JSON for a program.")
    ] = False,
) -> None:
    """Show one post whole, with what stands around it."""
    settings = console.settings()
    say = app.wording(settings).upkeep
    with app.opened_index(settings) as index:
        post = index.engine.posts([id_]).get(id_)
        if post is None:
            _say(say["no_post"].format(id=repr(id_)))
            raise typer.Exit(Exit.PARTLY)
        around = surroundings(index.engine, post)
    if as_json:
        typer.echo(json_line(post_record(post) | {"url": web_link(post.url)}))
    elif not opens:
        app.show_post(post, around, settings, console.out())
    if opens:
        _open(post, say)


def _open(post: Post, say: Mapping[str, str]) -> None:
    url = web_link(post.url)
    if url is None:
        _say(say["no_link"].format(id=repr(post.id)))
        raise typer.Exit(Exit.PARTLY)
    if not webbrowser.open(url):
        _say(say["no_browser"].format(url=url))
        raise typer.Exit(Exit.PARTLY)


def _say(sentence: str) -> None:
    console.aside().tell(plain(sentence), style="yellow")
