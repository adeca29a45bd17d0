"""Reads a file in a process of its own, which is ended where it takes too long or too much.

What came from outside may keep a library busy for as long as it likes, and no thread of ours
runs while the library holds the interpreter.
"""

from __future__ import annotations

import json
import os
import signal
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import IO, TYPE_CHECKING, Any, Final

from adapters.sources.file_defaults import printable
from adapters.sources.worker.protocol import OUT_OF_MEMORY, unpacked, unpacked_error
from index.errors import PostFormatError
from index.workers import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from index.ports import PostSource
    from index.posts import Post


_INHERITED: Final = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR")
"""The only variables that the process gets: no token is among them."""
_BEAT_SECONDS: Final = 0.2
"""How often it is asked whether to go on."""
_ALARMED: Final = -getattr(signal, "SIGALRM", 0)
"""How a process ends by the alarm that it sets itself."""
_AHEAD: Final = 4
"""So many chunks of posts may be read ahead."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of a file may take.

    Attributes:
        seconds: Without getting any further; a large file may take much longer.
        memory: Bytes, where the system can bound them.
    """

    seconds: float = 60.0
    memory: int = 2_000_000_000


LIMITS: Final = Limits()
"""What a file from a chat may take."""


@contextmanager
def sources_apart(
    file: Path, source: str | None, waiting: Callable[[], None], limits: Limits = LIMITS
) -> Iterator[Sequence[PostSource | PostFormatError]]:
    """Give the post sources in a file, which another process reads until this is left.

    They are to be read in their order, each once.

    Args:
        file: The file.
        source: What to call the source; None for the file's own name.
        waiting: Called while the process makes us wait; may raise to end the reading.
        limits: What it may take. Beyond them an error stands in the place of what is missing.
    """
    reader = _Reader(file, source, waiting, limits)
    try:
        yield reader.sources()
    finally:
        reader.end()


class _Ended(Exception):
    """The reading ended before its time, for a reason."""

    def __init__(self, kind: str, /, **values: float) -> None:
        super().__init__(kind)
        self.kind = kind
        self.values = values


class _Reader:
    """The process, seen from ours."""

    def __init__(
        self, file: Path, source: str | None, waiting: Callable[[], None], limits: Limits
    ) -> None:
        self.file = printable(str(file))
        self._waiting = waiting
        self._limits = limits
        self._position = -1
        self._ended: _Ended | None = None
        kept = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        request = {
            "path": str(file),
            "source": source,
            "seconds": limits.seconds,
            "most_memory": limits.memory,
        }
        # Its input is never written to.
        self._worker = Worker("adapters.sources.worker.child", request, kept)
        self._lines: Queue[bytes] = Queue(_AHEAD)
        self._pump = Thread(target=self._take, args=[self._worker.output], daemon=True)
        self._pump.start()

    def sources(self) -> list[PostSource | PostFormatError]:
        """Return what the file holds."""
        try:
            told = self.next_message()["sources"]
        except _Ended as ended:
            return [PostFormatError(self.file, ended.kind, **ended.values)]
        return [
            _Source(self, **each) if "origin" in each else unpacked_error(each) for each in told
        ]

    def next_message(self) -> dict[str, Any]:
        """Return what the process tells next.

        Raises:
            _Ended: It was ended, or ended by itself.
        """
        until = monotonic() + self._limits.seconds
        while self._ended is None:
            if monotonic() >= until:
                self._worker.kill()
                self._ended = _too_slow(self._limits)
                break
            message = self._told() or {}
            position = message.get("position", self._position)
            if message.keys() - {"position"}:
                return message
            if position != self._position:
                self._position = position
                until = monotonic() + self._limits.seconds
        raise self._ended

    def _told(self) -> dict[str, Any] | None:
        """Return what comes next, or None where nothing came yet."""
        try:
            line = self._lines.get(timeout=_BEAT_SECONDS)
        except Empty:
            self._waiting()
            return None
        if not line:
            self._ended = self._reason()
            return None
        found: dict[str, Any] = json.loads(line)
        return found

    def end(self) -> None:
        """End the process, whatever it does."""
        self._worker.kill()
        while self._pump.is_alive():
            self._drain()
            self._pump.join(_BEAT_SECONDS)
        self._worker.end()

    def _take(self, stream: IO[bytes]) -> None:
        for line in stream:
            self._lines.put(line)
        self._lines.put(b"")

    def _drain(self) -> None:
        while not self._lines.empty():
            self._lines.get()

    def _reason(self) -> _Ended:
        status = self._worker.status()
        if status == OUT_OF_MEMORY:
            return _Ended("too_much_memory", most=self._limits.memory // 1_000_000)
        if _ALARMED and status == _ALARMED:  # its own alarm came before this side's
            return _too_slow(self._limits)
        return _Ended("reader_failed", status=status)


class _Source:
    """One source of posts in the file (a `PostSource`)."""

    def __init__(self, reader: _Reader, origin: str, size: int) -> None:
        self.origin, self.size, self.position = origin, size, 0
        self.left_out: Mapping[str, int] = {}
        self._reader = reader

    def posts(self) -> Iterator[Post | PostFormatError]:
        """Yield the posts, and at last an error where the reading ended too early."""
        try:
            while "posts" in (message := self._reader.next_message()):
                self.position = message["position"]
                yield from map(unpacked, message["posts"])
        except _Ended as ended:
            yield PostFormatError(self._reader.file, ended.kind, **ended.values)
        else:
            self.position, self.left_out = message["position"], message["left_out"]


def _too_slow(limits: Limits) -> _Ended:
    return _Ended("too_slow", seconds=limits.seconds)
