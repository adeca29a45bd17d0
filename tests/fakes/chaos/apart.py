"""Copies of this process, in which everything is loaded: one that works, and one that asks."""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from contextlib import contextmanager, suppress
from time import sleep
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FAILED: Final = 70


def apart(run: Callable[[Any], None], moment: float) -> tuple[list[dict[str, Any]], int]:
    """Run something in a copy of this process; return what it said, and how it ended.

    Args:
        run: Takes what says something.
        moment: After so many seconds it is killed; 0 for never.
    """
    hears, says = os.pipe()
    if not (child := os.fork()):
        os.close(hears)
        _end(lambda: run(lambda said: os.write(says, json.dumps(said).encode() + b"\n")))
    os.close(says)
    if moment:
        sleep(moment)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(hears, "rb") as said:
        heard = [json.loads(line) for line in said]
    return heard, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@contextmanager
def beside(run: Callable[[int], int]) -> Iterator[list[int]]:
    """Have a copy of this process do something all the while; give its number at the end.

    Args:
        run: Takes a descriptor whose end says that it is enough, and returns a number.
    """
    numbers: list[int] = []
    stops, stop = os.pipe()
    hears, says = os.pipe()
    if not (child := os.fork()):
        os.close(stop)
        _end(lambda: os.write(says, str(run(stops)).encode()))
    os.close(stops)
    os.close(says)
    try:
        yield numbers
    finally:
        os.close(stop)
        with os.fdopen(hears, "rb") as said:
            numbers.append(int(said.read() or 0))
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _end(run: Callable[[], object]) -> None:
    """Do something, and end: a copy must never go on as its original."""
    code = _FAILED
    with suppress(BaseException):
        try:
            run()
            code = 0
        except BaseException:  # noqa: BLE001 - whatever it is, it is told and ends here
            traceback.print_exc()
    sys.stderr.flush()
    os._exit(code)
