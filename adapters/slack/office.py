"""What every part of the Slack adapter stands on."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar
from uuid import uuid4
from weakref import WeakValueDictionary

from slack_sdk.errors import SlackApiError

from adapters.faults import sentence
from adapters.slack.people import Person
from adapters.slack.web import LOST
from adapters.wording import wording_for

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from pathlib import Path

    import aiohttp

    from adapters.slack.audience import Audiences, Labels
    from adapters.slack.people import People
    from adapters.slack.sending import Sender
    from adapters.slack.translate import Spot
    from adapters.slack.workspaces import Workspaces
    from adapters.wording import Wording
    from bot.asking import Backroom, Desk
    from bot.messages import Answer
    from bot.settings import SlackSettings

T = TypeVar("T")

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Office:
    """The parts, put together once a connection stands.

    Attributes:
        desk: Takes questions.
        room: What is remembered and stored.
        workspaces: Where we are installed.
        people: Who and what ids stand for.
        audiences: Who may see what.
        sender: Sends messages.
        work: What is being done.
        session: The connections.
        settings: How Slack is reached.
        imports: Where files wait to be read.
        language: The language of our own words, or `auto` for the reader's.
    """

    desk: Desk
    room: Backroom
    workspaces: Workspaces
    people: People
    audiences: Audiences
    sender: Sender
    work: InFlight
    session: aiohttp.ClientSession
    settings: SlackSettings
    imports: Path
    language: str

    def wording(self, person: Person) -> Wording:
        """Returns our words for somebody."""
        return wording_for(person.locale if self.language == "auto" else self.language)

    async def asker(self, team: str, user: str) -> Person:
        """Returns who is to get a reply: without a name and rights, where Slack fails."""
        try:
            return await self.people.person(team, user)
        except (SlackApiError, *LOST):
            return Person(user, "somebody")

    async def keep(
        self, answer: Answer, message: str, *, page: int = 1, names_asker: bool = False
    ) -> None:
        """Remembers that a message is an answer, and corrects it if it is out of date by now.

        Args:
            answer: The answer.
            message: The message.
            page: Which page of it is shown.
            names_asker: It says who asked what.
        """
        self.room.corrections.posted(answer, message, page=page, names_asker=names_asker)
        # A correction that Slack holds up in the same channel is not to hold up the next answer.
        self.work.begin(self.room.corrections.check(message))

    async def readers(self, spot: Spot, user: str) -> Labels:
        """Returns what all readers of an answer may see: one person's where they are alone."""
        place = await self.people.place(spot.team, spot.channel)
        if place.is_direct:
            return await self.audiences.of_person(spot.team, user)
        return await self.audiences.of_channel(spot.team, spot.channel)

    def may_manage(self, person: Person) -> bool:
        """Says whether somebody may look after the stored posts."""
        return person.is_admin or (person.is_member and person.id in self.settings.admins)

    def may_manage_all(self) -> bool:
        """Says whether who looks after a workspace may open posts to everybody: it is the only one.

        With several workspaces on one index, what is for everyone is not theirs alone.
        """
        return self.workspaces.count() == 1

    async def own_labels(self, team: str) -> Labels:
        """Returns the labels of a workspace's posts."""
        stored = await self.room.library.audiences()
        if self.may_manage_all():
            return frozenset(stored)
        return frozenset(stored) & await self.audiences.of_bot(team)

    async def sees(self, team: str, user: str, channel: str) -> bool:
        """Says whether somebody may read a channel."""
        place = await self.people.place(team, channel)
        labels = await self.audiences.of_person(team, user)
        return f"slack:{channel}" in labels or (not place.is_private and f"slack:{team}" in labels)


class InFlight:
    """What is being done, so that it can be finished before we go."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def begin(self, work: Coroutine[None, None, None]) -> None:
        """Does something, apart from what called for it."""
        task = asyncio.create_task(self._guarded(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def turn(self, key: str) -> asyncio.Lock:
        """Returns what lets one at a time through, in the order of their coming."""
        lock = self._turns.get(key)
        if lock is None:
            lock = self._turns[key] = asyncio.Lock()
        return lock

    async def finish(self, seconds: float) -> None:
        """Waits for what is being done, at most so long, and ends the rest."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _guarded(self, work: Coroutine[None, None, None]) -> None:
        try:
            await work
        except Exception:  # noqa: BLE001 - nobody else would hear of it
            _log.exception("error %s", uuid4().hex[:8])


async def settled(work: Awaitable[T], failed: Callable[[str], T], wording: Wording) -> T:
    """Returns what work comes to, or what to say where it cannot be done.

    Args:
        work: The work.
        failed: Makes what to say from a sentence.
        wording: The language of the sentence where the fault is ours.
    """
    try:
        return await work
    except Exception as error:  # noqa: BLE001 - who was taken on must get a reply
        return failed(sentence(error, wording))
