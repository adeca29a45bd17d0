"""The load on several bots over PostgreSQL: `python -m bench.load.several [PLATFORM]`.

Four processes share a server that a replica follows, committed to both. While many write and ask,
two of them are killed, one after the other; then the server fails, and its replica is promoted.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import signal
import sys
import tempfile
from collections import Counter
from contextlib import AsyncExitStack, ExitStack, contextmanager
from pathlib import Path
from random import Random
from time import monotonic
from typing import TYPE_CHECKING, Final

from bench.load.beside import beside
from bench.load.bots import FEWEST_EVENTS, IN_HAND, bot_of, prepare, said_by
from bench.load.outcome import became_of, counts
from bench.load.people import People
from bench.load.places import MOST_ASKERS, PLACES
from tests.fakes.postgres_server import ROLE, running_replica, running_server

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Iterator

    from bench.load.places import Place
    from tests.fakes.postgres_server import PostgresServer

PROCESSES: Final = 4

KILLED_AT: Final = (0.3, 0.4)
FAILS_AT: Final = 0.6
"""When a process is killed and the server fails, of all that is done."""

SYNCHRONOUS: Final = "ALTER SYSTEM SET synchronous_standby_names = '*'"

MOST_TOLD: Final = 5
"""So many of the sentences that people were told alone are printed."""

END_SECONDS: Final = 180.0
"""By then what was asked last is answered."""

TAKEN_OVER_SECONDS: Final = 35.0
"""By then another process has taken over what a dead one had in hand, and may answer it again."""


class Bots:
    """The processes, and what is done to them and to their server."""

    def __init__(
        self, processes: list[Process], primary: PostgresServer, replica: PostgresServer
    ) -> None:
        self._alive = processes
        self._servers = primary, replica

    async def in_hand(self) -> float:
        """Return how many tasks the busiest has."""
        said = [await said_by(each, signal.SIGUSR2) for each in self._alive]
        return max(each["tasks"] for each in said)

    async def megabytes(self) -> list[float]:
        """Return the resident memory of each."""
        return [(await said_by(each, signal.SIGUSR1))["megabytes"] for each in self._alive]

    async def kill(self) -> None:
        """Kill the one that has run the longest."""
        killed = self._alive.pop(0)
        killed.kill()
        await killed.wait()

    async def fail_over(self) -> None:
        """Let the server end at once, and its replica take its place."""
        primary, replica = self._servers
        await asyncio.to_thread(primary.crash)
        await asyncio.to_thread(replica.execute, "SELECT pg_promote()")


@contextmanager
def _servers() -> Iterator[tuple[PostgresServer, PostgresServer]]:
    with ExitStack() as stack:
        primary = stack.enter_context(running_server(synchronous_commit="on"))
        replica = stack.enter_context(running_replica(primary))
        for statement in (SYNCHRONOUS, "SELECT pg_reload_conf()"):
            primary.execute(statement)
        yield primary, replica


async def play(place: Place, wanted: argparse.Namespace) -> bool:
    """Play one platform, print what became of it, and return whether each question had an end."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        servers = stack.enter_context(_servers())
        where = ",".join(str(each.folder) for each in servers)
        query = f"host={where}&target_session_attrs=read-write"
        address = f"postgresql://{ROLE}@/{servers[0].database}?{query}"
        found = {"PULLQUOTE_DATABASE": address, "REFINING_MODEL": "off"}
        environment = {**os.environ, **found, **await place.open(stack)}
        prepare(place, environment)
        processes = [
            await stack.enter_async_context(
                bot_of({**environment, "PULLQUOTE_DATA": str(folder / str(number))})
            )
            for number in range(PROCESSES)
        ]
        await place.connected()
        people = People(place, Random(7))  # noqa: S311 - the same load each time
        people.is_warm.set()
        bots = Bots(processes, *servers)
        async with beside(people.listen()):
            began = monotonic()
            await _busy(people, bots, wanted)
            seconds = monotonic() - began
            await _settled(people)
        people.settle()
        print(f"{place.name}: {wanted.events:,} events in {seconds:.0f} s")
        print(f"  megabytes: {', '.join(f'{each:.0f}' for each in await bots.megabytes())}")
        return _tell(people)


async def _busy(people: People, bots: Bots, wanted: argparse.Namespace) -> None:
    """Let all write and ask, and kill and fail over meanwhile."""
    writing = asyncio.create_task(people.write(wanted.events, wanted.seconds, wanted.askers))
    deeds = [(at, bots.kill) for at in KILLED_AT] + [(FAILS_AT, bots.fail_over)]
    while not writing.done():
        most = await bots.in_hand()
        (people.may_go_on.set if most < IN_HAND else people.may_go_on.clear)()
        if deeds and people.done >= deeds[0][0]:
            at, deed = deeds.pop(0)
            await deed()
            print(f"  {at:.0%} done: {deed.__name__}", flush=True)
        await asyncio.wait([writing], timeout=0.5)
    await writing
    if deeds:
        raise RuntimeError("all was over before the server failed: play more, or for longer")


async def _settled(people: People) -> None:
    """Wait until each question has an end, and as long again as one might be answered again."""
    end = monotonic() + END_SECONDS
    while monotonic() < end:
        people.settle()
        if all(each.replies or each.held for each in people.asked.values()):
            break
        await asyncio.sleep(1)
    await asyncio.sleep(TAKEN_OVER_SECONDS)


def _tell(people: People) -> bool:
    asked = list(people.asked.values())
    became = became_of(asked)
    told = Counter(
        re.sub(r"[\d.,]+|`\w+`", "…", text)[:100]
        for number in {each.asker for each in asked}
        for text in people.place.told(number)
    )
    after = sorted(each.after for each in asked if each.replies)
    print(f"  {len(asked):,} questions: {counts(became)}; replies to nothing: {people.stranded}")
    for text, count in told.most_common(MOST_TOLD):
        print(f"  told {count} times: {text}")
    if after:
        middle, late = after[len(after) // 2], after[len(after) * 95 // 100]
        print(f"  answered after {middle:.1f} s in the middle, 95 of 100 within {late:.1f} s")
    return not (became["lost"] or became["answered more than once"] or people.stranded)


def main() -> int:
    """Play a platform, or both; return how many were not as they must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("platform", nargs="?", choices=[*PLACES, "both"], default="both")
    parser.add_argument("--events", type=int, default=30_000, help=f"at least {FEWEST_EVENTS}")
    parser.add_argument("--askers", type=int, default=200, help=f"1 to {MOST_ASKERS - 1}")
    parser.add_argument("--seconds", type=float, default=360, help="at least, for each platform")
    wanted = parser.parse_args()
    if wanted.events < FEWEST_EVENTS or not 0 < wanted.askers < MOST_ASKERS:
        parser.error("so many events or askers cannot be played: see --help")
    names = PLACES if wanted.platform == "both" else [wanted.platform]
    return sum(not asyncio.run(play(PLACES[name](), wanted)) for name in names)


if __name__ == "__main__":
    sys.exit(main())
