"""`report`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads it when the command is made
from typing import Annotated

import typer

from bot.cli import console, progress
from bot.composition import app, web_app
from bot.errors import AskError
from bot.outputs import written
from index.private_files import is_special, put


def report(
    *,
    html: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Write a page with charts to this file.")
    ] = None,
) -> None:
    """Show what is asked, what is answered, how posts grew and how fresh they are."""
    settings = console.settings()
    with progress.waiting(app.sentences(settings)["searching"]):
        made = web_app.make_report(settings)
    if html is None:
        for line in web_app.report_lines(made, settings):
            console.out().tell(line)
        return
    say = web_app.report_sentences(settings)
    with written(html):
        is_through = is_special(html)
        # A link gives way to the page, and what it leads to stays.
        is_there = html.is_file() and not html.is_symlink()
        if is_there and not web_app.is_report(html):
            raise AskError(say["no_report"].format(file=html))
        put(html, web_app.report_page(made, settings))
    if not is_through:  # what a stream leads to holds the page and nothing else
        console.out().tell(say["written"].format(file=html))
