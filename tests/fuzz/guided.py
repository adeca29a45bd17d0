"""Feeds targets for minutes, guided by what they run: `python -m tests.fuzz.guided`.

What reaches a line that nothing reached before is kept, and changed further. Hypothesis makes
values of the bytes; what fails is told, as the value and as what was raised.
"""

from __future__ import annotations

import argparse
import signal
import sys
import traceback
from pathlib import Path
from random import Random
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from hypothesis import given, settings

from tests.fuzz.inputs import TEXTS
from tests.fuzz.targets import TARGETS

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

ROOT: Final = Path(__file__).parents[2]
OWN: Final = tuple(str(ROOT / folder) for folder in ("adapters", "bot", "index"))
LONGEST: Final = 4_000
HANGS_SECONDS: Final = 20
"""What takes longer hangs, on a machine with much other work, too."""


class Hanging(Exception):
    """A target does not end."""


class Guided:
    """Feeds one target."""

    def __init__(self, target: Callable[[], None], dice: Random) -> None:
        self._feed: Callable[[bytes], object] = target.hypothesis.fuzz_one_input  # type: ignore[attr-defined]
        self._dice = dice
        self._kept: list[bytes] = []
        self.lines: set[tuple[str, int]] = set()
        self.fed = 0

    def feed_for(self, seconds: float) -> None:
        """Feed it so long; what fails is raised."""
        end = monotonic() + seconds
        while monotonic() < end:
            before, content = len(self.lines), self._next()
            sys.settrace(self._trace)
            signal.alarm(HANGS_SECONDS)
            try:
                self._feed(content)
            finally:
                signal.alarm(0)
                sys.settrace(None)
            self.fed += 1
            if len(self.lines) > before:
                self._kept.append(content)

    def _next(self) -> bytes:
        dice = self._dice
        if not self._kept or dice.random() < 0.2:
            return dice.randbytes(dice.randint(1, LONGEST))
        content = bytearray(dice.choice(self._kept))
        for _ in range(dice.randint(1, 8)):
            at = dice.randrange(len(content) + 1)
            if dice.random() < 0.5:
                content[at : at + dice.randint(0, 8)] = dice.randbytes(dice.randint(1, 8))
            else:
                content[at:] = dice.choice(self._kept)[at:]
        return bytes(content[:LONGEST]) or b"\0"

    def _trace(self, frame: FrameType, _event: str, _argument: object) -> Any:
        name = frame.f_code.co_filename
        return self._line if name.startswith(OWN) else None

    def _line(self, frame: FrameType, _event: str, _argument: object) -> Any:
        self.lines.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line


def _hangs(*_: object) -> None:
    raise Hanging(f"it takes longer than {HANGS_SECONDS} seconds")


@settings(max_examples=1, database=None, deadline=None)
@given(TEXTS)
def _warm_up(_: str) -> None:
    """Make one text: first Hypothesis makes a table of all characters, which takes long."""


def main() -> int:
    """Feed the targets, and return how many failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=600, help="for each target")
    parser.add_argument("--seed", type=int, default=int(monotonic()))
    wanted = parser.parse_args()
    signal.signal(signal.SIGALRM, _hangs)
    _warm_up()
    failed = 0
    for name in wanted.targets or TARGETS:
        guided = Guided(TARGETS[name], Random(wanted.seed))  # noqa: S311 - chance, not secrecy
        said = "nothing failed"
        try:
            guided.feed_for(wanted.seconds)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            failed += 1
            traceback.print_exc()
            said = f"FAILED ({type(error).__name__}; seed {wanted.seed})"
        sys.stdout.write(f"{name}: fed {guided.fed:,}, {len(guided.lines):,} lines, {said}\n")
        sys.stdout.flush()
    return failed


if __name__ == "__main__":
    sys.exit(main())
