"""Keeps the data folder its owner's alone: it holds private channels, and what was asked."""

from __future__ import annotations

import logging
from shlex import quote
from typing import TYPE_CHECKING, Final

from bot.checks.diagnostics import Finding
from index.private_files import FOLDER, HAS_RIGHTS, is_open_to_others, mode_of, narrow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bot.settings.values import Settings


ENDS: Final = ("", "-wal", "-shm", "-journal", "-wal.former")
"""What a database's own name, and those of its journals, end in; the last was put aside."""

APPLICATIONS: Final = (b"PQT1", b"PQTL")
"""What the databases of posts and the ledgers bear."""

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


def findings(settings: Settings, say: Mapping[str, str]) -> list[Finding]:
    """Return a line for each file or folder that others have rights to, with the remedy.

    Args:
        settings: Where the files are.
        say: What is said of them, by its name.
    """
    if not HAS_RIGHTS:
        return []
    wrong = [
        Finding("rights", is_fine=False, text=_remedy(path, settings, say))
        for path in (settings.data, *_files(settings), *_copies(settings))
        if is_open_to_others(path)
    ]
    fine = say["rights_fine"].format(folder=settings.data)
    return wrong or [Finding("rights", is_fine=True, text=fine)]


def _remedy(path: Path, settings: Settings, say: Mapping[str, str]) -> str:
    mode = mode_of(path)
    command = f"`chmod {mode & FOLDER:o} {quote(str(path))}`"
    if path == settings.data and not _is_ours(settings):
        command = say["rights_shared"].format(command=command)
    return say["rights_open"].format(path=path, mode=f"{mode:o}", command=command)


def _files(settings: Settings) -> list[Path]:
    """Return the files that are kept, their journals and copies among them, and the uploads."""
    beside = [path for path in _inside(settings.data) if _is_kept(path.name, settings)]
    uploads = [path for path in settings.imports.rglob("*") if not path.is_symlink()]
    folder = [settings.imports] if settings.imports.exists() else []
    return sorted(beside) + folder + sorted(uploads)


def _is_ours(settings: Settings) -> bool:
    """Return whether the data folder was made for Pullquote: it holds nothing else."""
    if not settings.data.is_dir():
        return False
    names = [each.name for each in settings.data.iterdir()]
    return all(_is_kept(name, settings) or name == settings.imports.name for name in names)


def _inside(folder: Path) -> list[Path]:
    """Return the files of a folder; where a link leads is somebody else's to say."""
    if not folder.is_dir():
        return []
    return [each for each in sorted(folder.iterdir()) if each.is_file() and not each.is_symlink()]


def _is_kept(name: str, settings: Settings) -> bool:
    """Return whether a name is one that Pullquote gives: a file's, its journal's, or on its way."""
    kept = (settings.database.name, settings.cache.name, settings.ledger.name)
    if name.endswith(".tmp"):
        return name.startswith(tuple(f"{each}." for each in kept))
    return name in {f"{each}{end}" for each in kept for end in ENDS}


def _copies(settings: Settings) -> list[Path]:
    """Return the other databases of ours in the folder, such as backups."""
    others = (each for each in _inside(settings.data) if not _is_kept(each.name, settings))
    return [each for each in others if _application(each) in APPLICATIONS]


def _application(path: Path) -> bytes:
    """Return the number that a SQLite file bears for its program; nothing of any other file."""
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError:
        return b""
    return head[68:] if head.startswith(b"SQLite format 3\0") else b""
