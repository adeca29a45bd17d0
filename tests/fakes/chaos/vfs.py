"""Hears of everything that SQLite does to a file, before it does it.

SQLite reaches files through a table of functions, its VFS. The `sqlite3` module of Python cannot
change it, but where SQLite is a library of its own it can be reached beside that module. So it is
the real SQLite that is heard, in the process under test.
"""

from __future__ import annotations

import ctypes
import re
import sqlite3
from collections.abc import Callable
from ctypes import CFUNCTYPE, POINTER, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Operation:
    """What is about to be done to a file.

    Attributes:
        kind: `open`, `write`, `truncate`, `sync`, `delete`; of Python also `rename`, `link`,
            `make`, `sync folder`.
        path: The file.
        offset: Where is written, or how long the file is to be.
        data: What is written.
        target: What the file is to be called, too or instead.
    """

    kind: str
    path: str
    offset: int = 0
    data: bytes = b""
    target: str = ""


Heard = Callable[[Operation], None]

_POINTERS: Final = 18
_WRITE, _TRUNCATE, _SYNC = 2, 3, 4
"""Where the functions stand in the table of an open file."""


class _Methods(ctypes.Structure):
    _fields_ = (("version", c_int), ("functions", c_void_p * _POINTERS))


class _File(ctypes.Structure):
    _fields_ = (("methods", POINTER(_Methods)),)


class _Vfs(ctypes.Structure):
    _fields_ = (
        ("version", c_int), ("file_size", c_int), ("longest_path", c_int), ("next", c_void_p),
        ("name", c_char_p), ("data", c_void_p), ("open", c_void_p), ("delete", c_void_p),
    )  # fmt: skip


# SQLite keeps the address of a name: a copy of its bytes will not do.
_OPEN: Final = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_DELETES: Final = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_WRITES: Final = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATES: Final = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNCS: Final = CFUNCTYPE(c_int, c_void_p, c_int)

_kept: list[Any] = []
"""What SQLite holds pointers to must not be collected."""


def library() -> Path | None:
    """Return the file of the SQLite that Python uses; None where it is built into Python."""
    sqlite3.connect(":memory:").close()
    found = re.search(r"\S+/libsqlite3[^/\s]*", Path("/proc/self/maps").read_text())
    return Path(found[0]) if found else None


def listen(heard: Heard) -> None:
    """Tell of all that SQLite does to files in this process from now on.

    Raises:
        OSError: SQLite is built into Python, or there is no `/proc`.
    """
    path = library()
    if path is None:
        raise OSError("SQLite is built into Python here")
    sqlite = ctypes.CDLL(str(path))
    sqlite.sqlite3_vfs_find.restype = POINTER(_Vfs)
    _Listening(heard).listen_to(sqlite.sqlite3_vfs_find(None).contents)


class _Listening:
    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._paths: dict[int, str] = {}
        self._tables: dict[int, Any] = {}

    def listen_to(self, vfs: _Vfs) -> None:
        opens, deletes = _OPEN(vfs.open), _DELETES(vfs.delete)

        def opened(table: int, name: int | None, file: int, flags: int, out: int) -> int:
            path = ctypes.string_at(name).decode() if name else ""
            if path:
                self._heard(Operation("open", path))
            done: int = opens(table, name, file, flags, out)
            if path and not done:
                self._paths[file] = path
                self._listen_to_file(_File.from_address(file))
            return done

        def deleted(table: int, name: int, syncs: int) -> int:
            self._heard(Operation("delete", ctypes.string_at(name).decode()))
            done: int = deletes(table, name, syncs)
            return done

        vfs.open, vfs.delete = _pointer(_OPEN(opened)), _pointer(_DELETES(deleted))
        _kept.extend((self, opens, deletes))

    def _listen_to_file(self, file: _File) -> None:
        former = ctypes.addressof(file.methods.contents)
        if former not in self._tables:
            self._tables[former] = self._heard_table(file.methods.contents)
        file.methods = ctypes.pointer(self._tables[former])

    def _heard_table(self, former: _Methods) -> _Methods:
        made = _Methods.from_buffer_copy(former)
        writes = _WRITES(former.functions[_WRITE])
        truncates = _TRUNCATES(former.functions[_TRUNCATE])
        syncs = _SYNCS(former.functions[_SYNC])

        def written(file: int, data: int, size: int, offset: int) -> int:
            path = self._paths[file]
            self._heard(Operation("write", path, offset, ctypes.string_at(data, size)))
            done: int = writes(file, data, size, offset)
            return done

        def truncated(file: int, size: int) -> int:
            self._heard(Operation("truncate", self._paths[file], size))
            done: int = truncates(file, size)
            return done

        def synced(file: int, flags: int) -> int:
            self._heard(Operation("sync", self._paths[file]))
            done: int = syncs(file, flags)
            return done

        made.functions[_WRITE] = _pointer(_WRITES(written))
        made.functions[_TRUNCATE] = _pointer(_TRUNCATES(truncated))
        made.functions[_SYNC] = _pointer(_SYNCS(synced))
        _kept.append((former, writes, truncates, syncs))
        return made


def _pointer(function: Any) -> int:
    _kept.append(function)
    pointer = ctypes.cast(function, c_void_p).value
    if pointer is None:
        raise TypeError("a function has no address")
    return pointer
