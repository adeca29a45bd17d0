"""Works that are killed, one after the other, over one data folder that others read all the while.

Run as `python -m tests.fakes.chaos.kills FOLDER KILLS SEED [--thorough]`: each work is a process
that begins as a copy of this one, in which everything is loaded. It kills itself before the Nth
thing that it does to a file, or is killed at some moment. What must be so is looked at after each.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from collections import Counter
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Final

from bot.settings.loading import load
from index.search.search import Search
from tests.fakes.chaos import files
from tests.fakes.chaos.promises import QUESTIONS, Promised
from tests.fakes.chaos.works import WORKS, Place, found, make_batches_small, open_encoder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.settings.values import Settings
    from tests.fakes.chaos.vfs import Operation

AT_A_MOMENT: Final = 0.2
"""So many of the works are killed at some moment, the others before something is done to a file."""

SELDOM: Final = 6
"""After so many works what is found is compared, where that is not done after each."""

_FAILED: Final = 70


@dataclass
class Chaos:
    """A data folder in which works are killed.

    Attributes:
        is_thorough: Whether some are killed at a moment, which is another each time, and what is
            found is compared with what a fresh index finds after every kill.
        killed: How often each work was killed.
        ended: How often each came to its end.
        most: How many things each did to files when it did most, and how many seconds it took.
    """

    settings: Settings
    dice: Random
    is_thorough: bool
    promised: Promised = field(default_factory=Promised)
    killed: Counter[str] = field(default_factory=Counter)
    ended: Counter[str] = field(default_factory=Counter)
    most: dict[str, tuple[int, float]] = field(default_factory=dict)

    def run(self, kills: int) -> None:
        """Kill each work so often, after each of them was done once."""
        names = [*WORKS]
        for number in count():
            left = [name for name in WORKS if self.killed[name] < kills]
            if not left:
                return
            self._work(names[number] if number < len(names) else self.dice.choice(left), number)

    def _work(self, name: str, number: int) -> None:
        most, seconds = self.most.get(name, (0, 0.0))
        # Early more often than late: what there is to do differs from one time to another.
        dies_at = 1 + int(most * self.dice.random() ** 1.5) if most else 0
        moment = 0.0
        if most and self.is_thorough and self.dice.random() < AT_A_MOMENT:
            dies_at, moment = 0, self.dice.uniform(0, seconds)
        began = monotonic()
        place = partial(Place, self.settings, number, dict(self.promised.stored))
        heard, code = _apart(partial(_do, name, place, dies_at), moment)
        for said in heard:
            self.promised.hear(said)
            if "operations" in said:
                self.most[name] = (max(most, said["operations"]), monotonic() - began)
        (self.ended if code == 0 else self.killed)[name] += 1
        told = f"{name}, the work {number}, killed at {dies_at or f'{moment:.4f} s'}"
        if code not in {0, -signal.SIGKILL}:
            raise AssertionError(f"{told}: it ended with {code}: {heard}")
        try:
            compares = self.is_thorough or number % SELDOM == 0
            self.promised.hold(self.settings, compares=compares)
        except Exception as error:
            raise AssertionError(told) from error


def _do(name: str, place: Callable[[Any], Place], dies_at: int, tell: Any) -> None:
    here = place(tell)
    done = 0

    def heard(_: Operation) -> None:
        nonlocal done
        done += 1
        if done == dies_at:
            os.kill(os.getpid(), signal.SIGKILL)

    files.listen(here.settings.data, heard)
    WORKS[name](here)
    tell({"operations": done})


def _apart(run: Callable[[Any], None], moment: float) -> tuple[list[dict[str, Any]], int]:
    """Run something in a copy of this process; return what it said, and how it ended."""
    hears, says = os.pipe()
    if not (child := os.fork()):
        code = _FAILED
        with suppress(BaseException):
            os.close(hears)
            try:
                run(lambda said: os.write(says, json.dumps(said).encode() + b"\n"))
                code = 0
            except BaseException:  # noqa: BLE001 - a copy must never go on as its original
                traceback.print_exc()
        sys.stderr.flush()
        os._exit(code)
    os.close(says)
    if moment:
        sleep(moment)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(hears, "rb") as said:
        heard = [json.loads(line) for line in said]
    return heard, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@contextmanager
def _read(settings: Settings) -> Iterator[list[int]]:
    """Have another process ask all the while; give the number of its questions at the end."""
    asked: list[int] = []
    stops, stop = os.pipe()
    hears, says = os.pipe()
    if not (child := os.fork()):
        os.close(stop)
        code = _FAILED
        with suppress(BaseException):
            try:
                os.write(says, str(_ask_until(settings, stops)).encode())
                code = 0
            except BaseException:  # noqa: BLE001 - a copy must never go on as its original
                traceback.print_exc()
        sys.stderr.flush()
        os._exit(code)
    os.close(stops)
    os.close(says)
    try:
        yield asked
    finally:
        os.close(stop)
        with os.fdopen(hears, "rb") as said:
            asked.append(int(said.read() or 0))
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _ask_until(settings: Settings, stops: int) -> int:
    os.set_blocking(stops, False)
    place = Place(settings, 0, {}, lambda _: None)
    with closing(place.storage.open(create=True)) as engine:
        search = Search(engine, open_encoder, settings.cache)
        for number in count():
            with suppress(BlockingIOError):
                if not os.read(stops, 1):
                    return number
            found(search, QUESTIONS[number % len(QUESTIONS)])
            sleep(0.01)  # a reader that never pauses would keep the journal from being emptied
    return 0


def main(folder: str, kills: int, seed: int, *, is_thorough: bool) -> None:
    """Kill, look, and say as JSON what was done."""
    make_batches_small()
    settings = load(Path(".env"), {"PULLQUOTE_DATA": folder})
    chaos = Chaos(settings, Random(seed), is_thorough)  # noqa: S311 - chance, not secrecy
    with _read(settings) as asked:
        chaos.run(kills)
    told = {"killed": chaos.killed, "ended": chaos.ended, "asked": asked[0], "most": chaos.most}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), is_thorough="--thorough" in sys.argv)
