"""Keeps what the bot did, and wakes the tests that wait for it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fakes.slack.world import Json, Message


T = TypeVar("T")


@dataclass(slots=True, eq=False)
class Call:
    """One request to the Web API; the answer is None until it was given."""

    method: str
    arguments: Json
    token: str
    answer: Json | None = None


@dataclass(slots=True, eq=False)
class Reply:
    """One post to a response address."""

    user_id: str
    body: Json
    message: Message | None


@dataclass(slots=True)
class Journal:
    """All that arrived so far."""

    calls: list[Call] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    statuses: list[Json] = field(default_factory=list)
    titles: list[Json] = field(default_factory=list)
    prompts: list[Json] = field(default_factory=list)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def of(self, method: str) -> list[Call]:
        """The calls of one method."""
        return [call for call in self.calls if call.method == method]

    def notify(self) -> None:
        """Wake whoever waits."""
        self._changed.set()

    async def until(self, predicate: Callable[[], T]) -> T:
        """The first truthy value of the predicate, tried again after each change."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while not (found := predicate()):
                    self._changed.clear()
                    await self._changed.wait()
                return found
        except TimeoutError:
            seen = [
                f"{call.method} -> {(call.answer or {}).get('error', 'ok')}" for call in self.calls
            ]
            raise AssertionError(f"it never came; calls: {seen}") from None
