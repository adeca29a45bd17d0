"""A subject seen from the run: a process that is called, and timed by itself."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final, Self

from bench import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_POOLS: Final = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)  # fmt: skip
"""What libraries read to know how many threads to start."""


class SubjectError(Exception):
    """A subject failed, or its process ended."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a call.

    Attributes:
        result: What was returned.
        wall: Seconds by the clock.
        cpu: Seconds of the processor, all threads together.
        since_start: The same since the process began.
    """

    result: Any
    wall: float = 0.0
    cpu: float = 0.0
    since_start: float = 0.0


class Subject:
    """A process that is called; a context manager that ends it.

    Args:
        name: `pullquote`, `minilm`, or a module of `bench/peers/`.
        folder: Where it stores the posts.
        python: The interpreter of its environment.
        threads: How many threads libraries may use for one thing; None leaves it to them.
    """

    def __init__(self, name: str, folder: Path, python: Path, threads: int | None = 1) -> None:
        self.name = name
        folder.mkdir(parents=True, exist_ok=True)
        self._log = folder.with_name(f"{folder.name}.log").open("a", encoding="utf-8")
        self._process = subprocess.Popen(
            command(name, folder, python),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            cwd=ROOT,
            env=environment(threads),
        )

    def call(self, name: str, *arguments: object) -> Reply:
        """Call a method, and return what came of it.

        Raises:
            SubjectError: It failed, or the process ended.
        """
        if self._process.stdin is None or self._process.stdout is None:
            raise SubjectError(f"{self.name} has no pipes")
        try:
            self._process.stdin.write(json.dumps({"call": name, "arguments": arguments}) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass  # the next line says it
        line = self._process.stdout.readline()
        if not line:
            code = self._process.wait()
            raise SubjectError(f"{self.name} ended with {code}: see {self._log.name}")
        reply = json.loads(line)
        if "error" in reply:
            raise SubjectError(f"{self.name}, {name}: {reply['error']}")
        return Reply(**reply)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()
        self._log.close()


def command(name: str, folder: Path, python: Path) -> list[str]:
    """Return what starts a subject."""
    return [str(python), "-m", "bench.comparison.subjects.worker", name, str(folder)]


def environment(threads: int | None, **more: str) -> dict[str, str]:
    """Return the environment of a subject: no hub, and only so many threads."""
    pools = dict.fromkeys(_POOLS, str(threads)) if threads else {}
    offline = {"HF_HUB_OFFLINE": "1", "ANONYMIZED_TELEMETRY": "False"}
    quiet = {"TOKENIZERS_PARALLELISM": "false"} if threads == 1 else {}
    return {**os.environ, **pools, **offline, **quiet, **more}


def timed(arguments: Sequence[str], given: str, variables: Mapping[str, str]) -> Reply:
    """Run a command to its end with this on standard input, and return what it took.

    Raises:
        SubjectError: It failed.
    """
    begun = perf_counter()
    with subprocess.Popen(
        arguments,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
        env=dict(variables),
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise SubjectError("there are no pipes")
        process.stdin.write(given)
        process.stdin.close()
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SubjectError(f"{' '.join(arguments[:5])} ended with {process.returncode}")
    return Reply(said, perf_counter() - begun, used.ru_utime + used.ru_stime)
