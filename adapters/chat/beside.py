"""What is done beside an answer, and never holds it up."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine


@asynccontextmanager
async def beside(ornament: Coroutine[None, None, None]) -> AsyncIterator[asyncio.Task[None]]:
    """Do something for as long as this lasts at most; it is cancelled where it takes longer.

    Yields:
        Its task, which is cancelled afterwards where it did not come to its end.
    """
    task = asyncio.create_task(ornament)
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait([task])
