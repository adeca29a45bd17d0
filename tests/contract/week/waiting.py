"""What a test waits for of which no platform tells."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from bot.services import Services


async def kept(services: Services, id_: str) -> None:
    """Wait until a message is stored."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not await services.library.posts([id_]):
                pass  # each round waits for what is stored before it
    assert await services.library.posts([id_])
