"""Says why SQLite or the system refuses a file, and what helps."""

from __future__ import annotations

import errno
import os
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from index.error_sentences import NOTHING, Told, worded

_PAGES: Final = Path("/proc/self/statm")

HAS_MOUNTS: Final = hasattr(os, "statvfs")
"""Whether the system tells of a file system whether it can be written."""

_REFUSED: Final = {errno.EACCES, errno.EPERM}
_FULL: Final = {errno.ENOSPC, errno.EDQUOT}
_NAMES: Final = {
    errno.ENAMETOOLONG, errno.ELOOP, errno.ENOTDIR, errno.EISDIR, errno.EILSEQ, errno.EEXIST,
}  # fmt: skip
_LIMITED: Final = {errno.EFBIG, errno.EIO, errno.EMFILE, errno.ENFILE}

_ACCOUNT: Final = Told(
    "run the command as the account that owns it, or give this one rights to the file and its"
    " folder"
)
_MOUNTED: Final = Told("name another folder, or have it mounted for writing")
_LIMITS: Final = Told("look at the disk, and at the limits of the process (`ulimit -a`)")
_MEGABYTES: Final = 700
"""What a command takes where it is not short of it, both models and threads included."""
_MEMORY: Final = Told(
    "there is not enough memory: a question needs some 700 MB of address space with both"
    " models, so allow the process more (`ulimit -v`), or end others"
)
_NO_MEMORY: Final = (
    "can't start new thread", "failed to map segment", "annot allocate memory",
)  # fmt: skip
_OTHER: Final = Told("give another name, or look at what its folders are")
ROOM: Final = Told("make room there and give the command again: nothing is half stored")

_UNWRITTEN: Final = ("SQLITE_IOERR", "SQLITE_READONLY")
_LEAST: Final = 2**16
"""A file of SQLite's beside one that is read takes half of it."""
_FILES: Final = 4
_AT_ONCE: Final = getattr(os, "O_NONBLOCK", 0)

NO_FILE: Final = worded(
    "{path} is no file, but a folder or a device: move it away, or set PULLQUOTE_DATA elsewhere"
)
JOURNALS: Final = ("-wal", "-shm", "-journal")
"""What the names of the files beside a database end in."""

_UNUSABLE: Final = worded("{path} cannot be used ({reason}): {remedy}")
_READ_ONLY: Final = worded("{path} lies on a file system that is mounted read-only: {remedy}")
_SAID: Final = (
    ({errno.EROFS}, _READ_ONLY, _MOUNTED),
    (_REFUSED, worded("{path} may not be used so by this account ({reason}): {remedy}"), _ACCOUNT),
    (_FULL, worded("the disk of {path} is full: {remedy}"), ROOM),
    (_LIMITED, _UNUSABLE, _LIMITS),
    (_NAMES, _UNUSABLE, _OTHER),
)
"""What is said of each group of errors, with the remedy."""


def address_space_refusal(more_megabytes: int = 0) -> Told:
    """Return that this process may have less memory than it needs; "" where it may have enough.

    It is asked before libraries are loaded: some of them end the process without a word.

    Args:
        more_megabytes: What is needed beside all that the process has by now; 0 for what a whole
            command takes.
    """
    try:
        import resource  # noqa: PLC0415 - only POSIX has it
    except ImportError:
        return NOTHING
    most = resource.getrlimit(resource.RLIMIT_AS)[0]
    if most == resource.RLIM_INFINITY:
        return NOTHING
    needed = _address_space() + more_megabytes * 10**6 if more_megabytes else _MEGABYTES * 10**6
    return _MEMORY if most < needed else NOTHING


def _address_space() -> int:
    """Return how many bytes of address space this process has; 0 where the system does not say."""
    try:
        return int(_PAGES.read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def sqlite_refusal(path: Path, error: Exception, called: Path | None = None) -> Told:
    """Return why SQLite refuses a file that is sound, with the remedy; "" for any other error.

    Args:
        path: The file.
        error: What SQLite raised.
        called: The path that is told in place of its own.
    """
    name: str = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_CANTOPEN", *_UNWRITTEN)) and (ending := _no_file(path)):
        known = called or path
        return Told(NO_FILE, path=known.with_name(f"{known.name}{ending}"))
    if name.startswith("SQLITE_CANTOPEN"):
        return _closed(path, called or path)
    if name.startswith(("SQLITE_PERM", "SQLITE_AUTH")) or (
        name.startswith("SQLITE_READONLY") and not _may_write(path)
    ):
        return rights(path, called)
    if name.startswith("SQLITE_FULL") or (name.startswith(_UNWRITTEN) and has_no_room(path)):
        return Told("the disk of {path} is full: {remedy}", path=called or path, remedy=ROOM)
    if name.startswith(_UNWRITTEN):
        return Told(
            "{path} cannot be read or written ({reason}): {remedy}",
            path=called or path,
            reason=str(error),
            remedy=_LIMITS,
        )
    return NOTHING


def _no_file(path: Path) -> str:
    """Return what the name of one of the files beside a database ends in that is no file; ""."""
    for ending in JOURNALS:
        each = path.with_name(f"{path.name}{ending}")
        if each.exists() and not each.is_file():
            return ending
    return ""


def has_no_room(path: Path) -> bool:
    """Return whether the disk of a file has not even room for what SQLite writes to read it."""
    if not HAS_MOUNTS:
        return False
    try:
        found = os.statvfs(path.parent)
    except OSError:
        return False
    free = found.f_bavail if os.geteuid() else found.f_bfree
    return free * found.f_frsize < _LEAST or (found.f_files > 0 and not found.f_ffree)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _closed(path: Path, name: Path) -> Told:
    """Return why a database cannot be opened; "" where the system itself would open it."""
    if has_no_room(path):
        return Told("the disk of {path} is full: {remedy}", path=name, remedy=ROOM)
    try:
        with ExitStack() as stack:  # as many files as SQLite opens
            for _ in range(_FILES):
                stack.callback(os.close, os.open(path, os.O_RDONLY | _AT_ONCE))
    except OSError as error:
        return system_refusal(error, name)
    # Beside a journal that a kill left, reading alone would make a file.
    beside = [path.with_name(f"{path.name}{end}") for end in JOURNALS]
    left = [each for each in beside if each.exists()]
    if left and not all(map(_may_write, (path, *left))):
        return rights(path, name)
    return NOTHING


def system_refusal(error: BaseException, called: Path | None = None) -> Told:
    """Return why the system refuses something, with the remedy; "" for any other error.

    Args:
        error: What was raised.
        called: The file as a person named it, where the error may name another or none.
    """
    if is_lack_of_memory(error):
        return _MEMORY
    if not isinstance(error, OSError):
        return NOTHING
    named = error.filename if isinstance(error.filename, str) else Told("a file")
    path = called or named
    for numbers, said, remedy in _SAID:
        if error.errno in numbers:
            return Told(said, path=path, reason=error.strerror, remedy=remedy)
    return NOTHING


def is_of_name(error: BaseException) -> bool:
    """Return whether the system refuses something for the name that was given."""
    return isinstance(error, OSError) and error.errno in _NAMES


def is_lack_of_memory(error: BaseException) -> bool:
    """Return whether memory lacks, in whatever way that is told."""
    if isinstance(error, OSError) and error.errno == errno.ENOMEM:
        return True
    # Threads and the parts of libraries are memory too; Python has no error of their own for it.
    said = str(error) if isinstance(error, ImportError | OSError | RuntimeError) else ""
    return isinstance(error, MemoryError) or any(each in said for each in _NO_MEMORY)


def rights(path: Path, called: Path | None = None) -> Told:
    """Return what to say of a file that may not be used so: by this account, or by anybody."""
    name = called or path
    if _is_mounted_read_only(path):
        return Told(_READ_ONLY, path=name, remedy=_MOUNTED)
    return Told(
        "{path} may not be written or read by this account: {remedy}", path=name, remedy=_ACCOUNT
    )


def _is_mounted_read_only(path: Path) -> bool:
    """Return whether nobody may write where a file lies, or is to lie."""
    if not HAS_MOUNTS:
        return False
    for each in (path, *path.absolute().parents):
        try:
            return bool(os.statvfs(each).f_flag & os.ST_RDONLY)
        except FileNotFoundError:
            continue
        except OSError:
            return False
    return False
