"""Serves a platform for as long as the process runs, however often it fails meanwhile."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.errors import PlatformError, UnavailableError

if TYPE_CHECKING:
    from bot.outages import Outage
    from bot.ports import Ask, ChatAdapter


async def serve(platform: ChatAdapter, ask: Ask, outage: Outage) -> None:
    """Serve a platform until cancelled, and again where it fails once it was served.

    Args:
        platform: The platform.
        ask: Answers a question.
        outage: Says that it failed, and how long to wait.

    Raises:
        PlatformError: It fails before it was ever served: whoever starts the bot is to know.
        UnavailableError: So does the ledger.
    """
    was_served = False
    while True:
        telling = asyncio.create_task(_tell_back(platform, outage))
        try:
            await platform.run(ask)
        except (PlatformError, UnavailableError) as error:
            was_served = was_served or platform.opened.is_set()
            if not was_served:
                raise
            pause = outage.failed(error)
        finally:
            telling.cancel()
            platform.opened.clear()
        await asyncio.sleep(pause)


async def _tell_back(platform: ChatAdapter, outage: Outage) -> None:
    await platform.opened.wait()
    outage.ended()
