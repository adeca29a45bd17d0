"""Where everything of a run stands: posts, questions, and each subject's folder."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bench.comparison import inputs
from bench.comparison.measurements import OURS
from bench.comparison.subjects.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.comparison.inputs import Questions


@dataclass(frozen=True)
class Bench:
    """One run over some posts.

    Attributes:
        data: The JSON lines that the posts are read from; None for those made of the examples.
        folder: Where what is stored stays until the next run.
        peers: Whom Pullquote is compared with.
        python_of_peers: The interpreter of the peers' environment.
        different: How many different questions are asked.
        rounds: How often each is.
    """

    data: Path | None
    folder: Path
    peers: Sequence[str]
    python_of_peers: Path
    different: int = 60
    rounds: int = 3

    @property
    def subjects(self) -> list[str]:
        """Everybody, Pullquote first."""
        return [OURS, *self.peers]

    @cached_property
    def questions(self) -> Questions:
        """What is asked."""
        return inputs.questions(self.data, self.different)

    def place(self, size: int, name: str) -> Path:
        """Return where a subject stores so many posts."""
        return self.folder / str(size) / name

    def posts(self, size: int, audiences: int = 0) -> Path:
        """Return a file with so many posts, which is written if it is not there."""
        file = self.place(size, f"audiences-{audiences}.jsonl" if audiences else "posts.jsonl")
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            inputs.write_posts(self.data, size, file, audiences)
        return file

    def vectors(self, size: int) -> Path:
        """Return the file with the peers' vectors of so many posts."""
        return self.place(size, "vectors.npy")

    def start(
        self, name: str, size: int, folder: str | None = None, threads: int | None = 1
    ) -> Subject:
        """Start a subject, in its own folder or another."""
        return Subject(name, self.place(size, folder or name), self.python_of(name), threads)

    def python_of(self, name: str) -> Path:
        """Return the interpreter that a subject runs with."""
        return Path(sys.executable) if name == OURS else self.python_of_peers

    def emptied(self, size: int, name: str) -> Path:
        """Return a subject's folder with nothing in it."""
        place = self.place(size, name)
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        return place

    def copied(self, size: int, name: str) -> Path:
        """Return a copy of what Pullquote stores, to be written into."""
        place = self.emptied(size, name)
        shutil.copytree(self.place(size, OURS), place, dirs_exist_ok=True)
        return place


def megabytes(folder: Path) -> float:
    """Return what the files of a folder take."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
