"""Runs one subject in a process of its own: `-m bench.comparison.subjects.worker NAME FOLDER`.

Calls come as lines of JSON on standard input, and each is answered by a line: the result, and
the seconds it took by the clock and of the processor, all threads together. It needs nothing but
the standard library, because the peers' environment has nothing of Pullquote.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import sys
from functools import cached_property
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.peers import Ask


class Peer:
    """A peer that is called by name.

    Args:
        name: Its module in `bench/peers/`.
        folder: Where it stores the posts.
    """

    def __init__(self, name: str, folder: Path) -> None:
        self._module = importlib.import_module(f"bench.peers.{name}")
        self._folder = folder

    def build(self, posts: str, vectors: str) -> None:
        """Store the posts of a file, whose vectors are in another."""
        from bench.peers.minilm import MiniLM  # noqa: PLC0415 -- numpy is measured with it

        texts = texts_of(posts)
        self._module.build(self._folder, texts, MiniLM(Path(vectors), texts))

    def open(self) -> None:
        """Load what is stored, and answer one question."""
        self.ask("Is it open?")

    def ask(self, question: str) -> list[str]:
        """Return the texts that answer best."""
        return list(self._ask(question))

    @cached_property
    def _ask(self) -> Ask:
        from bench.peers.minilm import MiniLM  # noqa: PLC0415 -- the same

        ask: Ask = self._module.open_index(self._folder, MiniLM())
        return ask


class Model:
    """The peers' model alone, loaded before it is timed."""

    def __init__(self) -> None:
        from bench.peers.minilm import MiniLM  # noqa: PLC0415 -- not there for Pullquote

        self._model = MiniLM()
        self._model.encode(["It is loaded with the first text."])

    def embed(self, posts: str, vectors: str) -> None:
        """Write the vectors of the posts of a file into another."""
        import numpy as np  # noqa: PLC0415 -- the same

        np.save(vectors, self._model.encode(texts_of(posts)))


def texts_of(posts: str) -> list[str]:
    """Return the texts of a file of JSON lines."""
    with Path(posts).open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def memory() -> dict[str, float]:
    """Return the megabytes that this process holds, and the most it ever held."""
    lines = Path("/proc/self/status").read_text().splitlines()
    status = dict(line.split(":", 1) for line in lines)
    return {
        "resident": int(status["VmRSS"].split()[0]) / 1024,
        "peak": int(status["VmHWM"].split()[0]) / 1024,
    }


def processor() -> float:
    """Return the seconds of the processor that this process and its children took so far."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def subject(name: str, folder: Path) -> Any:
    """Return what is called."""
    if name == "pullquote":
        from bench.comparison.subjects.pullquote import Pullquote  # noqa: PLC0415 -- not there for peers

        return Pullquote(folder)
    return Model() if name == "minilm" else Peer(name, folder)


def answer(called: Any, name: str, arguments: Sequence[Any]) -> dict[str, Any]:
    """Call something, and return what came of it and what it took."""
    if name == "memory":
        return {"result": memory()}
    begun, used = perf_counter(), processor()
    try:
        result = getattr(called, name)(*arguments)
    except Exception as error:  # noqa: BLE001 -- the other process says it
        return {"error": f"{type(error).__name__}: {error}"}
    wall, cpu = perf_counter() - begun, processor() - used
    return {"result": result, "wall": wall, "cpu": cpu, "since_start": processor()}


def main() -> None:
    """Answer calls until there are no more."""
    # What a library prints must not stand among the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    name, folder = sys.argv[1:]
    called = subject(name, Path(folder))
    for line in sys.stdin:
        call = json.loads(line)
        answers.write(json.dumps(answer(called, call["call"], call["arguments"])) + "\n")
        answers.flush()
    if name == "pullquote":
        called.close()


if __name__ == "__main__":
    main()
