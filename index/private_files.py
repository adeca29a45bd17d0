"""Files that are their owner's alone, and on the disk when they are said to be."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp, mkstemp
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = 0o700
FILE: Final = 0o600
OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
"""The rights of everybody but the owner."""

_NEW: Final = "new."
_STREAMS: Final = Path("/proc")
"""Below it lies what `/dev/stdout` and its like lead to."""

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
    if is_special(path):
        _write_through(path, content)
        return
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


def is_special(path: Path) -> bool:
    """Return whether a device, a pipe or a stream of this process is at a path.

    What is written goes through such a thing, and no file may take its place. Where a stream leads
    to a file, that is somebody else's, too.
    """
    if path.is_symlink() and _STREAMS in (path.parent / path.readlink()).parents:
        return True
    return path.exists() and not path.is_file() and not path.is_dir()


def put(path: Path, content: bytes) -> None:
    """Put a whole file in its place that only its owner may read, whoever could read the last.

    A link gives way to the file, and what it leads to stays. What is special is written to.

    Raises:
        OSError: It cannot be written.
    """
    if is_special(path):
        _write_through(path, content)
        return
    make_folder(path.parent)
    # The file is its owner's alone from the first byte on, and no link that lies there is followed.
    file, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")
    part = Path(name)
    try:
        with os.fdopen(file, "wb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _write_through(path: Path, content: bytes) -> None:
    # Neither made nor emptied: a stream that leads to a file may have been written to before.
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND), "wb") as file:
        file.write(content)


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
