"""Does by itself what admins need not ask for: digests, and what is to be removed in time."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from bot.outages import is_told
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

LOOK_SECONDS: Final = 600.0
"""Between two looks at what is due."""

_log: Final = logging.getLogger(__name__)


class Housekeeping:
    """Looks after several things, now and every few minutes.

    Args:
        works: What is done at each look, in this order; each asks the time of its own clock.
    """

    def __init__(self, works: Sequence[Callable[[], Awaitable[None]]]) -> None:
        self._works = works

    async def run(self) -> None:
        """Look, until cancelled; what fails is tried again at the next look."""
        while True:
            for work in self._works:
                try:
                    with crashes_as_errors():
                        await work()
                except Exception as error:  # noqa: BLE001 - one of them must not keep the others from it
                    if not is_told(error):
                        _log.exception("what is looked after by itself failed")
            await asyncio.sleep(LOOK_SECONDS)
