"""The process that reads a file for another: `python -m adapters.sources.worker.child`.

Its argument is JSON. On its standard output it tells, in lines of JSON, what sources the file
holds, and then, source by source, their posts. It ends when its standard input is closed.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from io import TextIOWrapper
from itertools import islice
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, TextIO

from adapters.sources.discovery import sources
from adapters.sources.worker.protocol import OUT_OF_MEMORY, packed, packed_error
from index.errors import PostFormatError
from index.workers import own_output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.ports import PostSource
    from index.posts import Post


_CHUNK: Final = 200
"""So many posts are told at once."""
_CHUNK_SECONDS: Final = 1.0
"""What is there after so long is told, be it ever so little."""


def main() -> None:
    """Read the file that the argument names."""
    said = TextIOWrapper(own_output(), encoding="utf-8")
    request = json.loads(sys.argv[1])
    Thread(target=_end_with_parent, daemon=True).start()
    _bound_memory(request["most_memory"])
    try:
        tell_all(Telling(said, 2 * request["seconds"]), request["path"], request["source"])
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


class Telling:
    """The way out, one line at a time, whichever thread tells it.

    Args:
        said: Where it goes.
        seconds: When nothing was told for so long, the process ends; 0 for never.
    """

    def __init__(self, said: TextIO, seconds: float) -> None:
        self._said = said
        self._seconds = seconds
        self._lock = Lock()

    def tell(self, message: dict[str, Any]) -> None:
        """Tell one thing, however long the other side takes to read it."""
        with self._lock:
            _alarm(0)
            self._said.write(json.dumps(message) + "\n")
            self._said.flush()
            _alarm(self._seconds)


def _alarm(seconds: float) -> None:
    # The system keeps it even where a library holds the interpreter, and our parent is gone.
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def tell_all(telling: Telling, path: str, source: str | None) -> None:
    """Tell what sources a file holds, and then all their posts."""
    found = sources([path], source=source)
    told = [
        packed_error(each)
        if isinstance(each, PostFormatError)
        else {"origin": each.origin, "size": each.size}
        for each in found
    ]
    telling.tell({"sources": told})
    for each in found:
        if not isinstance(each, PostFormatError):
            _tell_posts(telling, each)


def _tell_posts(telling: Telling, source: PostSource) -> None:
    ended = Event()

    def tell_position() -> None:
        while not ended.wait(_CHUNK_SECONDS):
            telling.tell({"position": source.position})

    beat = Thread(target=tell_position, daemon=True)
    beat.start()
    for chunk in _chunks(source.posts()):
        telling.tell({"position": source.position, "posts": list(map(packed, chunk))})
    ended.set()
    beat.join()
    telling.tell({"position": source.position, "left_out": {**source.left_out}})


def _chunks(posts: Iterator[Post | PostFormatError]) -> Iterable[list[Post | PostFormatError]]:
    while chunk := list(islice(posts, 1)):
        until = monotonic() + _CHUNK_SECONDS
        while len(chunk) < _CHUNK and monotonic() < until and (more := list(islice(posts, 1))):
            chunk += more
        yield chunk


def _end_with_parent() -> None:
    sys.stdin.read()
    os._exit(0)


def _bound_memory(most: int) -> None:
    try:
        import resource  # noqa: PLC0415 -- not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    main()
