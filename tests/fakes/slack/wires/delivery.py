"""What Slack has to tell the bot, and what became of it."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fakes.slack.wires.journal import Journal
    from tests.fakes.slack.world import Json


DeliveryKind = Literal["events_api", "slash_commands", "interactive"]
ACKNOWLEDGE_SECONDS = 3
RETRIES = 3


class NotAcknowledged(Exception):
    """The bot did not answer in three seconds, or could not be reached."""


@dataclass(slots=True, eq=False)
class Delivery:
    """One event, command or interaction on its way to the bot.

    Attributes:
        payload: What the bot's listener sees as `body`.
        acknowledgement: What the bot answered; None until then, empty for a plain one.
        acknowledged_after_seconds: Counted from the latest attempt.
        envelope_ids: One per attempt over Socket Mode.
        route: The connection that carried the latest attempt.
        failures: Why attempts failed: `no_connection`, `http_error` and so on.
        statuses: The HTTP status of each attempt that got one.
        settled: Set when the latest attempt was written out or failed.
    """

    kind: DeliveryKind
    payload: Json
    accepts_payload: bool = False
    on_acknowledged: Callable[[Json], None] | None = None
    acknowledgement: Json | None = None
    acknowledged_after_seconds: float = 0.0
    attempts: int = 0
    envelope_ids: list[str] = field(default_factory=list)
    route: object = None
    failures: list[str] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    settled: asyncio.Event = field(default_factory=asyncio.Event)
    may_retry: bool = True
    _answered: asyncio.Event = field(default_factory=asyncio.Event)
    _sent_at: float = 0.0

    @property
    def is_acknowledged(self) -> bool:
        """Whether the bot acknowledged it."""
        return self.acknowledgement is not None

    @property
    def is_due(self) -> bool:
        """Whether Slack would send it once more."""
        is_event = self.kind == "events_api"
        return is_event and self.may_retry and not self.is_acknowledged and self.attempts <= RETRIES

    async def answer(self) -> Json:
        """What the bot acknowledged with, as soon as it does.

        Raises:
            NotAcknowledged: It took too long; the person sees an error.
        """
        try:
            async with asyncio.timeout(ACKNOWLEDGE_SECONDS):
                await self._answered.wait()
        except TimeoutError:
            raise NotAcknowledged(f"{self.kind} {self.failures}") from None
        if self.acknowledgement is None:
            raise NotAcknowledged(f"{self.kind} {self.failures}")
        return self.acknowledgement

    def start(self) -> None:
        """Count an attempt."""
        self.attempts += 1
        self._sent_at = time.monotonic()

    def acknowledge(self, answer: Json) -> None:
        """Take the bot's answer; only the first counts."""
        if self.is_acknowledged:
            return
        self.acknowledgement = answer
        self.acknowledged_after_seconds = time.monotonic() - self._sent_at
        self._answered.set()
        if self.on_acknowledged:
            self.on_acknowledged(answer)

    def fail(self, why: str) -> None:
        """Note that an attempt did not arrive; only events get another."""
        self.failures.append(why)
        if self.kind != "events_api":
            self._answered.set()
        self.settled.set()


class Transport(Protocol):
    """A way to the bot."""

    async def send(self, delivery: Delivery) -> None:
        """Make one attempt; return once it was written out or failed."""
        ...


class Outbox:
    """Sends deliveries in order, over whichever transport is in use."""

    def __init__(self, journal: Journal) -> None:
        self.deliveries: list[Delivery] = []
        self.transport: Transport | None = None
        self._journal = journal
        self._queue: asyncio.Queue[Delivery] = asyncio.Queue()
        self._pump: asyncio.Task[None] | None = None

    def open(self) -> None:
        """Begin to send."""
        self._pump = asyncio.create_task(self._run())

    async def close(self) -> None:
        """Send nothing more."""
        if self._pump:
            self._pump.cancel()
            await asyncio.gather(self._pump, return_exceptions=True)

    def send(self, delivery: Delivery) -> Delivery:
        """Queue a new delivery."""
        self.deliveries.append(delivery)
        self._queue.put_nowait(delivery)
        return delivery

    async def repeat(self, delivery: Delivery) -> None:
        """Make one more attempt, acknowledged or not, and wait until it was made."""
        delivery.settled.clear()
        self._queue.put_nowait(delivery)
        await delivery.settled.wait()

    async def _run(self) -> None:
        while True:
            delivery = await self._queue.get()
            if self.transport:
                await self.transport.send(delivery)
            delivery.settled.set()
            self._journal.notify()
