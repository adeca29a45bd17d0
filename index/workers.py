"""What processes of our own have in common: how they are started, spoken with and ended.

Such a process lives as long as its standard input is open, so that it ends when we do, however
that is. What it tells goes through its standard output.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROOT: Final = Path(__file__).parents[1]


class Worker:
    """One of our modules in a process of its own.

    A Ctrl-C in the terminal reaches us alone, not the process.

    Args:
        module: Its name.
        task: What it is to do; the module finds it as JSON in its argument.
        environment: The variables that it gets.
    """

    def __init__(
        self, module: str, task: Mapping[str, Any], environment: Mapping[str, str]
    ) -> None:
        self._process = subprocess.Popen(  # noqa: S603 -- our own module, by no shell
            [sys.executable, "-P", "-m", module, json.dumps(task)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**environment, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
            start_new_session=True,
        )
        self.input: BinaryIO = _open(self._process.stdin)
        self.output: BinaryIO = _open(self._process.stdout)

    @property
    def id(self) -> int:
        """The id that the system gave the process."""
        return self._process.pid

    def kill(self) -> None:
        """Tell the system to end the process, whatever it does."""
        self._process.kill()

    def status(self, seconds: float = 5.0) -> int:
        """Return the status with which the process ends; one that does not end is killed."""
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            return self._process.wait()

    def end(self) -> None:
        """End the process; nobody may be reading what it tells any more."""
        self.kill()
        with suppress(BrokenPipeError):  # what was still to be written has nobody to read it
            self.input.close()
        self.output.close()
        self._process.wait()


def own_output() -> BinaryIO:
    """Return the standard output, on which nobody else can write any more."""
    said = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return said


def _open(stream: Any) -> BinaryIO:
    # With pipes asked for, both streams are there.
    found: BinaryIO = stream
    return found
