"""The people of the load: they write, change, take back and react, and ask, often all at once."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from itertools import cycle
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from bench.asking import QUESTIONS, posts
from bench.load.places import CHANNELS

if TYPE_CHECKING:
    from random import Random

    from bench.load.places import Place

BURST: Final = 200
"""So many events come at once, each time a tenth of them is over; of few, half of that tenth."""

SILENT_SECONDS: Final = 65.0
"""Who is told that the bot is busy, or that it is asked too much, is told so once a minute."""

ASKED: Final = 5
"""Questions of each."""

FLOOD: Final = 40
"""Questions of one person at once."""

RECENT: Final = 300
FAULTS_A_SECOND: Final = 2.0


@dataclass
class Asked:
    """A question.

    Attributes:
        asker: Who asked it.
        channel: Where.
        at: When, in seconds.
        replies: How often it was answered.
        after: How many seconds after it the first answer came.
        held: Its asker was told, then or within a minute before, that it is not answered now.
    """

    asker: int
    channel: int
    at: float
    replies: int = 0
    after: float = 0.0
    held: bool = False


@dataclass
class People:
    """Everybody in one place.

    Attributes:
        between_faults: So many answers at least come between two faults.
        events: What they did, by its kind.
        faults: What went wrong on the platform, by its kind.
        stranded: Replies to what nobody asked.
        done: How much of all was done, 0 to 1.
        may_go_on: Set as long as the bot has not too much in hand.
        is_halfway: Set once half of all was done: the rest waits until `is_warm` is set.
        is_warm: Set once it is known what the bot holds then.
    """

    place: Place
    dice: Random
    between_faults: int = 0
    asked: dict[str, Asked] = field(default_factory=dict)
    events: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    stranded: int = 0
    done: float = 0.0
    may_go_on: asyncio.Event = field(default_factory=asyncio.Event)
    is_halfway: asyncio.Event = field(default_factory=asyncio.Event)
    is_warm: asyncio.Event = field(default_factory=asyncio.Event)
    _recent: deque[Any] = field(default_factory=lambda: deque(maxlen=RECENT))
    _told: defaultdict[int, list[float]] = field(default_factory=lambda: defaultdict(list))

    async def write(self, count: int, seconds: float, people: int) -> None:
        """Do so many things in at least so many seconds, evenly but for bursts, and ask meanwhile.

        Where the bot has too much in hand, all wait: a machine that is slow takes longer.
        """
        began, lines = monotonic(), cycle(each.text for each in posts(1_000))
        due, tenth = self._questions(count, people), count // 10
        burst = min(BURST, tenth // 2)
        for number in range(count):
            if number % tenth >= burst:
                await asyncio.sleep(max(0.0, began + number * seconds / count - monotonic()))
            elif number % 20 == 0:
                await asyncio.sleep(0)
            stopped = monotonic()
            await self.may_go_on.wait()
            began += monotonic() - stopped  # nothing is made up for in a rush
            self._do(number, next(lines), people)
            for who, channel, turn in due[number]:
                self._ask(who, channel, turn)
            self.done = (number + 1) / count
            if number == count // 2:
                began += await self._until_warm()

    async def _until_warm(self) -> float:
        """Wait until it is known what the bot holds now; return how many seconds that took."""
        stopped = monotonic()
        self.is_halfway.set()
        await self.is_warm.wait()
        return monotonic() - stopped

    def _questions(self, count: int, people: int) -> defaultdict[int, list[tuple[int, int, int]]]:
        """Return who asks where, and which time, by the number of the event it comes with.

        All ask half of their questions at the same moments, and one more person asks many at once.
        """
        due: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for who in range(people):
            for turn in range(ASKED):
                at = (turn + 1) * count // (ASKED + 1) if turn % 2 else self.dice.randrange(count)
                due[at].append((who, who + turn, turn))
        due[count // 2] += [(people, 0, turn) for turn in range(FLOOD)]
        return due

    def _do(self, number: int, line: str, people: int) -> None:
        who, kind = number % people, self.dice.random()
        if kind < 0.4 or not self._recent:  # noqa: PLR2004 - two fifths are new
            self._recent.append(self.place.says(who, number, f"{line} {number}"))
            self.events["written"] += 1
        elif kind < 0.6:  # noqa: PLR2004 - one fifth each of the others
            self.place.edits(self.dice.choice(self._recent), f"{line} {number}, edited")
            self.events["edited"] += 1
        elif kind < 0.8:  # noqa: PLR2004 - the same
            gone = self.dice.choice(self._recent)
            self._recent.remove(gone)
            self.place.deletes(gone)
            self.events["deleted"] += 1
        else:
            self.place.reacts(who, self.dice.choice(self._recent))
            self.events["reacted"] += 1

    def _ask(self, number: int, channel: int, turn: int) -> None:
        text = QUESTIONS[(number + turn) % len(QUESTIONS)]
        message = self.place.says(number, channel, text, to_bot=True)
        asked = Asked(number, channel % CHANNELS, monotonic())
        self.asked[self.place.pointer(message)] = asked

    async def listen(self) -> None:
        """Take what the bot says, for ever."""
        askers: set[int] = set()
        while True:
            await asyncio.sleep(0.05)
            for pointed_at, _ in self.place.replies():
                if (asked := self.asked.get(pointed_at)) is None:
                    self.stranded += 1
                    continue
                asked.after = asked.after or monotonic() - asked.at
                asked.replies += 1
            askers.update(each.asker for each in self.asked.values())
            for number in askers:
                known, told = self._told[number], len(self.place.told(number))
                known += [monotonic()] * (told - len(known))

    async def trouble(self) -> None:
        """Let calls of the platform fail, for ever, but no call again and again."""
        before = 0
        while True:
            await asyncio.sleep(self.dice.expovariate(FAULTS_A_SECOND))
            answered = sum(each.replies for each in self.asked.values())
            if answered < before + self.between_faults:
                continue
            before = answered
            if (kind := self.place.fails(self.dice)) != "none":
                self.faults[kind] += 1

    def settle(self) -> None:
        """Note of each question whether its asker was told that it is not answered now."""
        for each in self.asked.values():
            moments = self._told[each.asker]
            each.held = any(at > each.at - SILENT_SECONDS for at in moments)
