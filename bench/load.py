"""Many ask while many write, on a loopback Discord and Slack: `python -m bench.load [PLATFORM]`.

It ends by itself. The platforms are the tests' own and run in the same process, so that they take
of the two cores what they need: the figures are for comparing only.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import cycle
from time import monotonic
from typing import TYPE_CHECKING

from adapters.discord.adapter import Discord
from adapters.slack.adapter import Slack
from bench.asking import QUESTIONS, posts
from bench.load_places import MOST_ASKERS, PLACES
from bot.composition import app, chat_app
from tests.fakes.index.sources import ListSource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.load_places import Place
    from bot.ports import ChatAdapter
    from bot.services import Services
    from bot.settings.values import Settings


STORED, ASKED = 5_000, 2
"""Of ASKED questions each asks the second when the first is answered; who is told that the bot is
busy waits longer than this lasts, since it is told once a minute."""

IMPATIENT_SECONDS = 30.0
MOST_MESSAGES, MOST_SECONDS = 500, 120
BUSY = "busy"
"""What is said to whom is not answered now holds this word."""


@dataclass
class Load:
    """People who write and people who ask, and what became of what they asked."""

    place: Place
    waiting: dict[str, asyncio.Future[str]] = field(default_factory=dict)
    asking: dict[int, asyncio.Future[str]] = field(default_factory=dict)
    took: dict[str, list[float]] = field(
        default_factory=lambda: {"answered": [], "busy": [], "lost": []}
    )
    written: int = 0

    async def run(self, askers: int, messages: int, seconds: int) -> None:
        """Let all of them write and ask at once."""
        listening = asyncio.create_task(self._listen())
        dice = random.Random(7)  # noqa: S311 - the same load each time
        begins = [dice.uniform(0, seconds / 2) for _ in range(askers)]
        async with asyncio.TaskGroup() as group:
            group.create_task(self._write(messages, seconds, askers))
            for number, begin in enumerate(begins):
                group.create_task(self._ask(number, begin))
        listening.cancel()

    async def _write(self, messages: int, seconds: int, people: int) -> None:
        began = monotonic()
        lines = cycle(each.text for each in posts(1_000))
        for number in range(messages * seconds):
            await asyncio.sleep(began + number / messages - monotonic())
            self.place.says(number % people, number, f"{next(lines)} {number}")
            self.written += 1

    async def _ask(self, number: int, begin: float) -> None:
        await asyncio.sleep(begin)
        for turn in range(ASKED):
            asked, text = monotonic(), QUESTIONS[(number + turn) % len(QUESTIONS)]
            reply = asyncio.get_running_loop().create_future()
            self.waiting[self.place.says(number, number, text, to_bot=True)] = reply
            self.asking[number] = reply
            try:
                said = await asyncio.wait_for(reply, IMPATIENT_SECONDS)
                kind = "busy" if BUSY in said else "answered"
            except TimeoutError:
                kind = "lost"
            self.took[kind].append(monotonic() - asked)
            del self.asking[number]
            if kind == "busy":
                break

    async def _listen(self) -> None:
        while True:
            await asyncio.sleep(0.02)
            for pointed_at, words in self.place.replies():
                reply = self.waiting.pop(pointed_at, None)
                if reply is not None and not reply.done():
                    reply.set_result(words)
            for number, reply in self.asking.items():
                if not reply.done() and (told := self.place.told(number)):
                    reply.set_result(told[-1])

    def tell(self, seconds: float, stored: int) -> None:
        """Print what became of the questions."""
        counts = ", ".join(f"{len(times)} {kind}" for kind, times in self.took.items())
        print(f"{self.place.name}: {counts}; {seconds:.0f} s in all")
        for kind in ("answered", "busy"):
            print(f"  {kind}: {_percentiles(self.took[kind])}")
        print(f"  {self.written} messages written, {stored} of them stored by the end")


def _percentiles(times: Sequence[float]) -> str:
    if len(times) < 2:  # noqa: PLR2004 - of one there are none
        return "too few to say"
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    told = {"50%": cuts[49], "90%": cuts[89], "99%": cuts[98], "100%": max(times)}
    return ", ".join(f"{name} {seconds:.2f} s" for name, seconds in told.items())


def _adapter(settings: Settings, services: Services) -> ChatAdapter:
    if settings.slack is not None:
        return Slack(settings.slack, services, settings.imports, settings.language)
    if settings.discord is None:
        raise ValueError("no platform is set up")
    return Discord(
        settings.discord, services, settings.imports, settings.language, guilds_seconds=0.05
    )


async def play(place: Place, askers: int, messages: int, seconds: int) -> None:
    """Play one platform, and print what became of it."""
    load = Load(place)
    async with AsyncExitStack() as stack:
        settings = await place.open(stack)
        with app.opened_index(settings, create=True) as index:
            index.import_posts([ListSource(list(posts(STORED)))])
        answerer = stack.enter_context(app.answering(settings))
        services = await stack.enter_async_context(chat_app.opened_services(settings))
        for each in place.watched():
            services.ledger.channels.put(each)
        await answerer.warm_up()
        running = asyncio.create_task(_adapter(settings, services).run(answerer.ask))
        await asyncio.sleep(2)  # until it is connected, and has caught up with nothing
        before = (await services.library.statistics(None)).posts
        began = monotonic()
        await load.run(askers, messages, seconds)
        took = monotonic() - began
        running.cancel()
        await asyncio.wait([running])
        load.tell(took, (await services.library.statistics(None)).posts - before)


def main() -> None:
    """Play the platforms, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("platform", nargs="?", choices=[*PLACES, "both"], default="both")
    parser.add_argument("--askers", type=int, default=200)
    parser.add_argument("--messages", type=int, default=100, help="a second")
    parser.add_argument("--seconds", type=int, default=30)
    wanted = parser.parse_args()
    for name in PLACES if wanted.platform == "both" else [wanted.platform]:
        asyncio.run(
            play(
                PLACES[name](),
                min(wanted.askers, MOST_ASKERS),
                min(wanted.messages, MOST_MESSAGES),
                min(wanted.seconds, MOST_SECONDS),
            )
        )


if __name__ == "__main__":
    main()
