"""Messages of a pretended platform, that are changed when an answer is corrected."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.corrections.restatement import RemovedExcerpt
from index.posts import EVERYONE
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.corrections.restatement import RevisedAnswer


@dataclass
class FakeAnswerEditor:
    """Shows answers, after the errors it was given.

    Attributes:
        audience: What all readers may see; None where the place is gone.
        outage: What is raised as long as it is set.
        shown: The last correction of each message.
        tries: How often one was to be shown.
        removed: The messages that were taken away.
        is_gone: The messages were deleted.
        meanwhile: What happens while a message is being changed, once.
    """

    audience: frozenset[str] | None = frozenset({EVERYONE})
    errors: list[Exception] = field(default_factory=list)
    outage: Exception | None = None
    shown: dict[str, RevisedAnswer] = field(default_factory=dict)
    tries: int = 0
    removed: list[str] = field(default_factory=list)
    is_gone: bool = False
    meanwhile: Callable[[], None] | None = None
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def readers(self, message: str) -> frozenset[str] | None:
        assert message
        self._changed.set()
        return self.audience

    async def show(self, message: str, answer: RevisedAnswer) -> bool:
        self.tries += 1
        self._changed.set()
        happens, self.meanwhile = self.meanwhile, None
        if happens is not None:
            happens()
        if self.outage is not None:
            raise self.outage
        if self.errors:
            raise self.errors.pop(0)
        if not self.is_gone:
            self.shown[message] = answer
        return not self.is_gone

    async def remove(self, message: str) -> None:
        self._changed.set()
        if self.outage is not None:
            raise self.outage
        self.removed.append(message)

    async def until(self, is_so: Callable[[], object]) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not is_so():
                self._changed.clear()
                await self._changed.wait()

    def lines(self, message: str) -> list[str]:
        """Return what a corrected message quotes, and what stands in place of quotes."""
        return [
            ("withdrawn" if each.is_deleted else "gone")
            if isinstance(each, RemovedExcerpt)
            else each.text
            for each in self.shown[message].quotes
        ]
