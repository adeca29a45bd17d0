"""Files that are their owner's alone, and on the disk when they are said to be."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = 0o700
FILE: Final = 0o600
OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
"""The rights of everybody but the owner."""

_NEW: Final = "new."

HAS_RIGHTS: Final = os.name == "posix"
"""Elsewhere the mode of a file says nothing of who may read it."""


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may look into, and those above it that are not there.

    Raises:
        OSError: It cannot be made.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=FOLDER, exist_ok=True)
        sync_folder(each.parent)
    if not folder.is_dir():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))


def opener(path: str, flags: int) -> int:
    """Open a file for `open()` so that a new one is its owner's alone."""
    return os.open(path, flags, FILE)


def write(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read, and wait until it is on the disk.

    Raises:
        OSError: It cannot be written; it names the file, and nothing is left of it.
    """
    make_folder(path.parent)
    with open(path, "wb", opener=opener) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError as error:
            path.unlink(missing_ok=True)
            raise OSError(error.errno, error.strerror, str(path)) from error
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where a folder can be synced."""
    if not HAS_RIGHTS:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def mode_of(path: Path) -> int:
    """Return the rights of a file or folder; those of nobody where it is gone."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return 0


def is_open_to_others(path: Path) -> bool:
    """Return whether somebody else than its owner has rights to a file or folder."""
    return HAS_RIGHTS and bool(mode_of(path) & OTHERS)


def narrow(path: Path) -> bool:
    """Take everybody else's rights to a file away; False where that is not ours to do."""
    try:
        path.chmod(mode_of(path) & ~OTHERS)
    except OSError:
        return False
    return True


@contextmanager
def temporary_folder(beside: Path) -> Iterator[Path]:
    """Give a folder for what is to take the place of a file, and remove it with what is left in it.

    Those that a kill left are removed as well.

    Raises:
        OSError: It cannot be made.
    """
    remove_left(beside)
    folder = Path(mkdtemp(prefix=f"{beside.name}.{_NEW}", suffix=".tmp", dir=beside.parent))
    try:
        yield folder
    finally:
        rmtree(folder, ignore_errors=True)


def remove_left(beside: Path) -> None:
    """Remove what a kill left beside a file of what was to take its place: files and folders."""
    for left in beside.parent.glob(f"{beside.name}.*.tmp*"):
        if left.is_dir() and not left.is_symlink():
            rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def remove_former(file: Path) -> None:
    """Remove a file that an earlier version kept, and what a kill left of its writing."""
    file.unlink(missing_ok=True)
    remove_left(file)
