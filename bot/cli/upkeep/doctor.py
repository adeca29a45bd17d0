"""`doctor`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads it when the command is made
from typing import Annotated

import typer

from bot.checks import integrity
from bot.checks.bundle import bundle
from bot.cli import console
from bot.cli.exit_codes import Exit
from bot.cli.upkeep import status
from bot.cli.validation import wrong
from bot.composition import app, engine_app
from bot.errors import ConfigError
from bot.outputs import written
from index.clock import utc_now
from index.errors import IndexingError
from index.private_files import write


def doctor(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", help="A file to write; nothing may be there.")
    ],
) -> None:
    """Check as `check` does, and write what a maintainer needs, with no secret in it."""
    if path.exists() or path.is_symlink():
        raise wrong("file_there", path=path)
    findings, statistics = status.findings(), None
    status.show_findings(findings)
    try:
        settings = app.load_settings()  # where it is, the findings have said
        statistics = integrity.inspect_posts(engine_app.storage(settings))
    except ConfigError:  # the findings say so, and so of the posts
        settings = None
    except IndexingError:
        pass
    with written(path):
        write(
            path,
            bundle(findings, settings, statistics, utc_now()).encode(errors="backslashreplace"),
        )
    said = app.wording_of_reader().upkeep["bundle_written"].format(path=path)
    console.out().tell(said)
    if not all(each.is_fine for each in findings):
        raise typer.Exit(Exit.PARTLY)
