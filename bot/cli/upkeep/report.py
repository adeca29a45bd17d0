"""`report`."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import mkstemp
from typing import Annotated

import typer

from bot.cli import console
from bot.composition import app, web_app, words_app
from bot.errors import AskError
from index.error_sentences import Told, reason_of
from index.private_files import make_folder


def report(
    *,
    html: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Write a page with charts to this file.")
    ] = None,
) -> None:
    """Show what is asked, what is answered, how posts grew and how fresh they are."""
    settings = console.settings()
    with console.waiting(app.sentences(settings)["searching"]):
        made = web_app.make_report(settings)
    if html is None:
        for line in web_app.report_lines(made, settings):
            console.out().tell(line)
        return
    say = web_app.report_sentences(settings)
    try:
        # A link gives way to the page, and what it leads to stays.
        if html.is_file() and not html.is_symlink() and not web_app.is_report(html):
            raise AskError(say["no_report"].format(file=html))
        _write(html, web_app.report_page(made, settings))
    except OSError as error:
        reason = words_app.problem(Told("{reason}", reason=reason_of(error)))
        raise AskError(say["cannot_write"].format(file=html, reason=reason)) from error
    console.out().tell(say["written"].format(file=html))


def _write(path: Path, content: bytes) -> None:
    """Put a whole file in its place that only its owner may read, whoever could read the last.

    Raises:
        OSError: It cannot be written.
    """
    make_folder(path.parent)
    # The file is its owner's alone from the first byte on, and no link that lies there is followed.
    file, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")
    part = Path(name)
    try:
        with os.fdopen(file, "wb") as written:
            written.write(content)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
