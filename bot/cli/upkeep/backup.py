"""`backup` and `restore`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads it when the command is made
from typing import TYPE_CHECKING, Annotated

import typer

from bot import backups
from bot.cli import console, progress
from bot.cli.validation import wrong
from bot.composition import app, engine_app
from bot.errors import UnavailableError
from index.error_sentences import verbatim

if TYPE_CHECKING:
    from bot.settings.values import Settings
    from index.engine.storage import FileStorage


def backup(
    path: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="A folder to make; nothing may be there.")
    ],
) -> None:
    """Copy posts and ledger into a new folder, while the bot runs, and check the copies."""
    if path.exists() or path.is_symlink():
        raise wrong("folder_there", path=path)
    settings = console.settings()
    say = app.wording(settings).upkeep
    with progress.waiting(say["backing_up"]):
        files = backups.back_up(_file(settings), settings, path)
    said = say["backed_up"].format(files=", ".join(files), folder=path)
    console.out().tell(said)


def restore(
    path: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder that `backup` made.")],
    *,
    force: Annotated[bool, typer.Option("--force", help="Replace also what is newer.")] = False,
) -> None:
    """Put the posts and the ledger of a backup in place; stop the bot first."""
    settings = console.settings()
    say = app.wording(settings).upkeep
    with progress.waiting(say["restoring"]):
        files = backups.restore(_file(settings), settings, path, force=force)
    said = say["restored"].format(files=", ".join(files), folder=path)
    console.out().tell(said)
    names = [each.name for each in (settings.ledger, settings.database) if each.exists()]
    if kept := [name for name in names if name not in files]:
        said = say["not_in_backup"].format(files=", ".join(kept))
        console.out().tell(said)


def _file(settings: Settings) -> FileStorage:
    """Return what keeps the posts in a file.

    Raises:
        UnavailableError: A server keeps them, whose own tools copy them.
    """
    if settings.address:
        said = app.wording(settings).upkeep["server_copies"]
        home = engine_app.home(settings)
        raise UnavailableError(verbatim(said.format(home=home)))
    return engine_app.file_at(settings.database)
