"""Hears of all that a process does to the files of a folder: SQLite's part and Python's."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.fakes.chaos import vfs
from tests.fakes.chaos.vfs import Operation

if TYPE_CHECKING:
    from tests.fakes.chaos.vfs import Heard

_NAMING: Final = {
    "os.rename": "rename", "os.link": "link", "os.remove": "delete", "os.mkdir": "make",
    "os.rmdir": "delete",
}  # fmt: skip
"""What Python tells of before it does it, and what that is called here."""


def listen(folder: Path, heard: Heard) -> None:
    """Tell of what this process does to files below a folder from now on, before it is done.

    What Python writes into a file is not told of, but when it makes and syncs one.

    Raises:
        OSError: SQLite cannot be heard here.
    """
    home = str(folder.resolve())

    def heard_here(done: Operation) -> None:
        if done.path.startswith(home):
            heard(done)

    def audited(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _NAMING:
            two = event in {"os.rename", "os.link"}
            at = arguments[-2] if two else arguments[-1]
            path = _path(arguments[0], at)
            target = _path(arguments[1], arguments[-1]) if two else ""
            heard_here(Operation(_NAMING[event], path, target=target))
        elif event == "open" and arguments[2] & os.O_CREAT and not isinstance(arguments[0], int):
            heard_here(Operation("open", _path(arguments[0], -1)))

    sync = os.fsync

    def synced(descriptor: int) -> None:
        path = _open_at(descriptor)
        heard_here(Operation("sync folder" if path.is_dir() else "sync", str(path)))
        sync(descriptor)

    vfs.listen(heard_here)
    sys.addaudithook(audited)
    os.fsync = synced  # type: ignore[assignment]


def _path(name: Any, folder: int) -> str:
    within = _open_at(folder) if folder >= 0 else Path()
    return str((within / os.fsdecode(name)).absolute())


def _open_at(descriptor: int) -> Path:
    return Path(f"/proc/self/fd/{descriptor}").readlink()
