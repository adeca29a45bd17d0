"""What is on a disk after the power was cut: what was synced, and of the rest what chance left.

A file holds what it held at its last sync; of each later write every sector of 512 bytes may be
there or not, in any order. Names (made, renamed, deleted) are there in the order in which they
were given, up to some moment after the last sync of the folder. A disk that lies about a sync, or
that tears a sector, is not played.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.fakes.chaos.vfs import Operation

SECTOR: Final = 512
LEAVES: Final = (0.0, 0.5, 0.9, 1.0)
"""How much of what was not synced chance leaves, from one cut to another."""

_JOURNALS: Final = ("-wal", "-journal")


@dataclass(eq=False)
class _Content:
    """A file, whatever it is called: what is on the disk of it, and what was done since."""

    synced: bytes = b""
    since: list[Operation] = field(default_factory=list)

    def sync(self) -> None:
        content = bytearray(self.synced)
        for each in self.since:
            _do(content, each)
        self.synced, self.since = bytes(content), []

    def left(self, dice: Random, share: float) -> bytes:
        """Return what a cut leaves of it."""
        content = bytearray(self.synced)
        for each in self.since:
            if each.kind == "truncate":
                if dice.random() < share:
                    _do(content, each)
                continue
            for at in range(0, len(each.data), SECTOR):
                if dice.random() < share:
                    _write(content, each.offset + at, each.data[at : at + SECTOR])
        return bytes(content)


def _do(content: bytearray, done: Operation) -> None:
    if done.kind == "write":
        _write(content, done.offset, done.data)
    else:
        del content[done.offset :]


def _write(content: bytearray, offset: int, data: bytes) -> None:
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


class Disk:
    """The files of a folder that began empty, as a power cut at any moment would leave them."""

    def __init__(self) -> None:
        self._files: dict[str, _Content] = {}
        self._named: dict[str, _Content] = {}
        self._since: list[tuple[set[str], Callable[[dict[str, _Content]], None]]] = []

    def take(self, done: Operation) -> None:
        """Take over what was done."""
        if done.kind in {"open", "delete", "rename", "link"}:
            self._name(done)
        elif done.kind == "sync folder":
            self._sync_names(done.path)
        elif (file := self._files.get(done.path)) is None:
            return
        elif done.kind in {"write", "truncate"}:
            file.since.append(done)
        elif done.kind == "sync":
            file.sync()
            if done.path.endswith(_JOURNALS):  # SQLite syncs the folder of a new journal with it
                self._sync_names(str(PurePath(done.path).parent))

    def left(self, dice: Random) -> dict[str, bytes]:
        """Return the content of each file, by its path, if the power is cut now."""
        share = dice.choice(LEAVES)
        names = dict(self._named)
        for _, change in self._since[: dice.randint(0, len(self._since))]:
            change(names)
        return {path: file.left(dice, share) for path, file in names.items()}

    def _name(self, done: Operation) -> None:
        if done.kind == "open":
            if done.path in self._files:
                return
            change = _added(done.path, _Content())
        elif done.kind == "delete":
            change = _removed(done.path)
        elif done.kind == "link":
            if (file := self._files.get(done.path)) is None or done.target in self._files:
                return
            change = _added(done.target, file)
        else:
            change = _renamed(done.path, done.target)
        change(self._files)
        folders = {str(PurePath(each).parent) for each in (done.path, done.target) if each}
        self._since.append((folders, change))

    def _sync_names(self, folder: str) -> None:
        # What was named before is on the disk, too: a file system keeps the order.
        last = max(
            (at for at, (folders, _) in enumerate(self._since, 1) if folder in folders), default=0
        )
        for _, change in self._since[:last]:
            change(self._named)
        del self._since[:last]


def _added(path: str, file: _Content) -> Callable[[dict[str, _Content]], None]:
    return lambda names: names.update({path: file})


def _removed(path: str) -> Callable[[dict[str, _Content]], None]:
    def run(names: dict[str, _Content]) -> None:
        names.pop(path, None)

    return run


def _renamed(path: str, target: str) -> Callable[[dict[str, _Content]], None]:
    def run(names: dict[str, _Content]) -> None:
        for each in [name for name in names if name == path or name.startswith(f"{path}/")]:
            names[target + each.removeprefix(path)] = names.pop(each)

    return run
