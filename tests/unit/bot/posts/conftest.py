"""A job, and how it is followed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.ledger.jobs import new_job
from tests.fakes.bot.ledgers import NOW
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from bot.posts.running_jobs import Progress, Running


SOON = 0.001
"""As often as work is shown, in seconds."""


JOB = new_job(
    "discord",
    "import",
    "posts",
    workspace_id="discord:1",
    audience="everyone",
    locale="en",
    started_at=NOW,
)


async def shown(running: Running) -> list[Progress]:
    """Return all that is shown of a job until it has ended."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        return [progress async for progress in running.changes(SOON)]
