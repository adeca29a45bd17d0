"""Keeps the data folder its owner's alone: it holds private channels, and what was asked."""

from __future__ import annotations

import logging
from shlex import quote
from typing import TYPE_CHECKING, Final

from bot.diagnostics import Finding
from index.private_files import FOLDER, HAS_RIGHTS, is_open_to_others, mode_of, narrow

if TYPE_CHECKING:
    from pathlib import Path

    from bot.settings import Settings


_log: Final = logging.getLogger(__name__)


def narrow_all(settings: Settings) -> None:
    """Take everybody else's rights away where they have some, as to what an older version made.

    A folder that holds other things too is somebody's for another purpose, and left alone.
    """
    paths = _files(settings)
    if _is_ours(settings):
        paths.append(settings.data)
    narrowed = [path for path in paths if is_open_to_others(path) and narrow(path)]
    if narrowed:
        names = ", ".join(str(path) for path in narrowed)
        _log.warning("only their owner has rights to these from now on: %s", names)


def findings(settings: Settings) -> list[Finding]:
    """Return a line for each file or folder that others have rights to, with the remedy."""
    if not HAS_RIGHTS:
        return []
    wrong = [
        Finding("rights", is_fine=False, text=_remedy(path, settings))
        for path in (settings.data, *_files(settings))
        if is_open_to_others(path)
    ]
    fine = f"{settings.data} and what is in it are for its owner alone"
    return wrong or [Finding("rights", is_fine=True, text=fine)]


def _remedy(path: Path, settings: Settings) -> str:
    mode = mode_of(path)
    command = f"`chmod {mode & FOLDER:o} {quote(str(path))}`"
    if path == settings.data and not _is_ours(settings):
        command = f"give PULLQUOTE_DATA a folder of its own, or, if others need it not, {command}"
    return f"others have rights to {path} (mode {mode:o}): {command}"


def _files(settings: Settings) -> list[Path]:
    """Return the files that are kept, their journals and copies among them, and the uploads."""
    beside = [
        path
        for each in (settings.database, settings.ledger)
        for path in settings.data.glob(f"{each.stem}.*")
        if path.is_file()
    ]
    uploads = [path for path in settings.imports.rglob("*") if not path.is_symlink()]
    folder = [settings.imports] if settings.imports.exists() else []
    return sorted(beside) + folder + sorted(uploads)


def _is_ours(settings: Settings) -> bool:
    """Return whether the data folder was made for Pullquote: it holds nothing else."""
    if not settings.data.is_dir():
        return False
    stems = (f"{settings.database.stem}.", f"{settings.ledger.stem}.")
    names = [each.name for each in settings.data.iterdir()]
    return all(name.startswith(stems) or name == settings.imports.name for name in names)
