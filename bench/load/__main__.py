"""An hour of a large community in minutes: `python -m bench.load [PLATFORM]`, or `make load`.

Many write, change, delete and ask, in bursts, on a loopback Discord and Slack whose calls fail and
are slow, while the command line imports and embeds all posts again. The bot runs in a process of
its own. How long an answer takes depends on the machine; what is counted does not.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import statistics
import sys
import tempfile
from collections import Counter, defaultdict
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random
from time import monotonic
from typing import TYPE_CHECKING, Final

from bench.load import limits
from bench.load.beside import beside
from bench.load.bots import FEWEST_EVENTS, IN_HAND, bot_of, prepare, said_by
from bench.load.commands import Commands
from bench.load.outcome import became_of, counts
from bench.load.people import People
from bench.load.places import MOST_ASKERS, PLACES

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Iterable

    from bench.load.people import Asked
    from bench.load.places import Place

QUIET_TASKS: Final = 30
QUIET_SECONDS: Final = 65.0
"""By then what was freed is given back, and connections that nobody uses are closed."""


async def play(place: Place, wanted: argparse.Namespace) -> bool:
    """Play one platform, print what became of it, and return whether all was as it must be."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        found = {"PULLQUOTE_DATA": str(folder / "data"), "REFINING_MODEL": "off"}
        environment = {**os.environ, **found, **await place.open(stack)}
        prepare(place, environment)
        bot = await stack.enter_async_context(bot_of(environment))
        await place.connected()
        commands = Commands(folder, environment)
        dice = Random(7)  # noqa: S311 - the same load each time
        people = People(place, dice, wanted.between_faults)
        async with beside(people.listen()):
            begin = await _quiet(bot)
            async with beside(people.trouble()), asyncio.TaskGroup() as group:
                group.create_task(commands.give())
                warm = await _busy(people, bot, commands, wanted)
                commands.is_last = True
            end = await _quiet(bot)
        people.settle()
        held = {"before": begin, "warm": warm, "after": end}
        return _tell(place.name, people, commands.ended, held)


async def _busy(
    people: People, bot: Process, commands: Commands, wanted: argparse.Namespace
) -> dict[str, float]:
    """Let all write and ask; return what the bot held when it was warm, and at most until then."""
    writing = asyncio.create_task(people.write(wanted.events, wanted.seconds, wanted.askers))
    warm: dict[str, float] = {}
    told, most = 0.0, 0.0
    while not writing.done():
        tasks = (await said_by(bot, signal.SIGUSR2))["tasks"]
        (people.may_go_on.set if tasks < IN_HAND else people.may_go_on.clear)()
        if people.done >= told + 0.1:
            told, held = people.done, await said_by(bot, signal.SIGUSR1)
            most = most if warm else max(most, held["megabytes"])
            print(f"  {told:.0%} done, {_numbers(held)}", flush=True)
        if people.is_halfway.is_set() and not warm:  # compared with the end, when it is quiet, too
            await commands.all_given.wait()
            warm = await _quiet(bot)
            warm[limits.MOST_MEGABYTES] = max(most, warm["megabytes"])
            people.is_warm.set()
        await asyncio.wait([writing], timeout=0.5)
    await writing
    return warm


async def _quiet(bot: Process) -> dict[str, float]:
    """Return what the bot holds once it was left alone for a while with nothing in hand."""
    while (await said_by(bot, signal.SIGUSR2))["tasks"] > QUIET_TASKS:  # noqa: ASYNC110 - of another process
        await asyncio.sleep(1)
    await asyncio.sleep(QUIET_SECONDS)
    return await said_by(bot, signal.SIGUSR1)


def _tell(
    name: str, people: People, works: Counter[str], held: dict[str, dict[str, float]]
) -> bool:
    """Print what became of it, and return whether all was as it must be."""
    asked = list(people.asked.values())
    became = became_of(asked)
    print(f"{name}: {counts(people.events)}; platform: {counts(people.faults)}; {counts(works)}")
    print(f"  {len(asked)} questions: {counts(became)}; replies to nothing: {people.stranded}")
    flood = max(each.asker for each in asked)
    shares = {
        "channel": _fairness("channel", [(e.channel, e) for e in asked if e.asker != flood]),
        "person": _fairness("person", [(e.asker, e) for e in asked]),
    }
    for when, numbers in held.items():
        print(f"  {when}: {_numbers(numbers)}")
    became["answered to nobody"] = people.stranded
    wrong = [*limits.passed(became, works, held["warm"], held["after"], shares)]
    for each in wrong:
        print(f"  FAILED: {each}")
    return not wrong


def _numbers(held: dict[str, float]) -> str:
    return ", ".join(f"{each:,.0f} {kind}" for kind, each in held.items())


def _fairness(what: str, asked: Iterable[tuple[int, Asked]]) -> list[limits.Share]:
    """Print how the answers were spread, and return what each group had of them."""
    groups: defaultdict[int, list[Asked]] = defaultdict(list)
    for group, each in asked:
        groups[group].append(each)
    answered = [[each.after for each in own if each.replies] for own in groups.values()]
    shares = [
        limits.Share(len(some), len(own))
        for some, own in zip(answered, groups.values(), strict=True)
    ]
    parts = [each.part for each in shares]
    medians = [statistics.median(each) for each in answered if each] or [0.0]
    print(
        f"  by {what}: {len(shares)}, answered {min(parts):.0%} to {max(parts):.0%},"
        f" after {min(medians):.2f} to {max(medians):.2f} s in the middle"
    )
    return shares


def main() -> int:
    """Play the platforms, one after the other; return how many were not as they must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("platform", nargs="?", choices=[*PLACES, "both"], default="both")
    parser.add_argument("--events", type=int, default=30_000, help=f"at least {FEWEST_EVENTS}")
    parser.add_argument("--askers", type=int, default=200, help=f"1 to {MOST_ASKERS - 1}")
    parser.add_argument("--seconds", type=float, default=360, help="at least, for each platform")
    parser.add_argument("--between-faults", type=int, default=3, help="answers, at least")
    wanted = parser.parse_args()
    if wanted.events < FEWEST_EVENTS or not 0 < wanted.askers < MOST_ASKERS:
        parser.error("so many events or askers cannot be played: see --help")
    failed = 0
    for name in PLACES if wanted.platform == "both" else [wanted.platform]:
        began = monotonic()
        failed += not asyncio.run(play(PLACES[name](), wanted))
        print(f"  {monotonic() - began:.0f} s in all")
    return failed


if __name__ == "__main__":
    sys.exit(main())
