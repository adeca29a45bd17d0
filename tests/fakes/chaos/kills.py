"""Works that are killed, one after the other, over one database that others read all the while.

Run as `python -m tests.fakes.chaos.kills FOLDER KILLS SEED [--thorough] [--server]`: each work is a
process that begins as a copy of this one, in which everything is loaded. It kills itself, or the
server, before the Nth thing that it does to a file or sends, or is killed at some moment. What must
be so is looked at after each.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import Counter
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bot.errors import UnavailableError
from bot.settings.loading import load
from index.errors import IndexUnreachable
from index.search.search import Search
from tests.fakes.chaos.apart import apart, beside
from tests.fakes.chaos.homes import Database, Folder, Home
from tests.fakes.chaos.moves import Moves
from tests.fakes.chaos.promises import QUESTIONS, Promised
from tests.fakes.chaos.works import (
    ON_SERVER,
    WORKS,
    Place,
    found,
    make_batches_small,
    open_encoder,
)
from tests.fakes.postgres_server import running_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

AT_A_MOMENT: Final = 0.2
"""So many of the works are killed at some moment, the others before something is done to a file."""

OF_SERVER: Final = 0.25
"""Where there is a server, so many times it is killed and not who works with it."""

SELDOM: Final = 6
"""After so many works what is found is compared, where that is not done after each."""

NO_FILE: Final = Path(os.devnull)
GONE: Final = (IndexUnreachable, UnavailableError)
"""What is said where the server is gone."""


class Death(NamedTuple):
    """How a work ends: before the Nth thing it does, or after some seconds; or not, for 0."""

    at: int = 0
    moment: float = 0.0
    of_server: bool = False

    def __str__(self) -> str:
        who = "the server is" if self.of_server else "it is"
        return f"{who} killed at {self.at or f'{self.moment:.4f} s'}"


@dataclass
class Chaos:
    """A database over which works are killed.

    Attributes:
        is_thorough: Whether some are killed at a moment, which is another each time, and what is
            found is compared with what a fresh index finds after every kill.
        look: Looks at what is not in the database after each.
        killed: How often each work was killed.
        ended: How often each came to its end.
        servers: How often the server was killed.
        most: How many things each did when it did most, and how many seconds it took.
    """

    home: Home
    works: Mapping[str, Any]
    dice: Random
    is_thorough: bool
    look: Callable[[], None] = lambda: None
    promised: Promised = field(default_factory=Promised)
    killed: Counter[str] = field(default_factory=Counter)
    ended: Counter[str] = field(default_factory=Counter)
    servers: int = 0
    most: dict[str, tuple[int, float]] = field(default_factory=dict)

    def run(self, kills: int) -> None:
        """Kill each work so often, after each of them was done once."""
        names = [*self.works]
        for number in count():
            left = [name for name in names if self.killed[name] < kills]
            if not left:
                return
            self._work(names[number] if number < len(names) else self.dice.choice(left), number)

    def _work(self, name: str, number: int) -> None:
        most, death = self.most.get(name, (0, 0.0))[0], self._death(name)
        began = monotonic()
        heard, code = apart(partial(self._do, name, number, death), death.moment)
        self.home.settle([said["server"] for said in heard if "server" in said])
        for said in heard:
            self.promised.hear(said)
            if "things" in said:
                self.most[name] = (max(most, said["things"]), monotonic() - began)
        was_killed = code == -signal.SIGKILL or any("is gone" in said for said in heard)
        (self.killed if was_killed else self.ended)[name] += 1
        told = f"{name}, the work {number}: {death}"
        if code not in {0, -signal.SIGKILL}:
            raise AssertionError(f"{told}: it ended with {code}: {heard}")
        if death.of_server:
            self.servers += was_killed
            self.promised.asked.clear()  # what waits for no disk may be undone
        try:
            compares = self.is_thorough or number % SELDOM == 0
            self.promised.hold(self.home, compares=compares)
            self.look()
        except Exception as error:
            raise AssertionError(told) from error

    def _death(self, name: str) -> Death:
        most, seconds = self.most.get(name, (0, 0.0))
        if not most:
            return Death()
        if self.is_thorough and self.dice.random() < AT_A_MOMENT:
            return Death(moment=self.dice.uniform(0, seconds))
        # Early more often than late: what there is to do differs from one time to another.
        at = 1 + int(most * self.dice.random() ** 1.5)
        return Death(at, of_server=self.home.has_server and self.dice.random() < OF_SERVER)

    def _do(self, name: str, number: int, death: Death, tell: Any) -> None:
        # Here and not where it is looked: a graph finds most, and one by one all is found.
        make_batches_small()
        done = count(1)
        servers: set[int] = set()

        def heard(server: int) -> None:
            if server and server not in servers:
                servers.add(server)
                tell({"server": server})
            if (server or not death.of_server) and next(done) == death.at:
                os.kill(server if death.of_server else os.getpid(), signal.SIGKILL)

        self.home.listen(heard)
        with self.home.storage() as storage:
            place = Place(self.home.settings, storage, number, dict(self.promised.stored), tell)
            try:
                self.works[name](place)
            except GONE:
                if not death.of_server:
                    raise
                tell({"is gone": True})
        tell({"things": next(done) - 1})


def _ask_until(home: Home, stops: int) -> int:
    """Ask until nobody holds the other end; return how often."""
    make_batches_small()
    os.set_blocking(stops, False)
    with home.storage() as storage, closing(storage.open(create=True)) as engine:
        search = Search(engine, open_encoder, home.settings.cache)
        for number in count():
            with suppress(BlockingIOError):
                if not os.read(stops, 1):
                    return number
            with suppress(*(GONE if home.has_server else ())), engine.guarded():
                found(search, QUESTIONS[number % len(QUESTIONS)])
            sleep(0.01)  # a reader that never pauses would keep the journal from being emptied
    return 0


@contextmanager
def _over_file(folder: str, dice: Random, *, is_thorough: bool) -> Iterator[Chaos]:
    yield Chaos(Folder(load(NO_FILE, {"PULLQUOTE_DATA": folder})), WORKS, dice, is_thorough)


@contextmanager
def _over_server(folder: str, dice: Random, *, is_thorough: bool) -> Iterator[Chaos]:
    # What is told as done must not be undone where the server is killed.
    with running_server(synchronous_commit="on") as server:
        address = server.address(server.database)
        settings = load(NO_FILE, {"PULLQUOTE_DATA": folder, "PULLQUOTE_DATABASE": address})
        home = Database(settings, server, server.database, server.make_database())
        moves = Moves(settings, server, server.make_database())
        works = {**ON_SERVER, "move": moves.there, "move back": moves.back}
        yield Chaos(home, works, dice, is_thorough, moves.look)


def main(folder: str, kills: int, seed: int, *, is_thorough: bool, on_server: bool) -> None:
    """Kill, look, and say as JSON what was done."""
    dice = Random(seed)  # noqa: S311 - chance, not secrecy
    over = _over_server if on_server else _over_file
    with over(folder, dice, is_thorough=is_thorough) as chaos:
        home = chaos.home
        with beside(partial(_ask_until, home)) as asked:
            chaos.run(kills)
    told = {
        "killed": chaos.killed, "ended": chaos.ended, "servers": chaos.servers, "asked": asked[0],
        "most": chaos.most,
    }  # fmt: skip
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(
        sys.argv[1],
        int(sys.argv[2]),
        int(sys.argv[3]),
        is_thorough="--thorough" in sys.argv,
        on_server="--server" in sys.argv,
    )
