"""`pullquote run` as a process of its own that may be killed: without a model, and in no hurry.

Run as `python -m tests.fakes.served`, with the settings in the environment.
"""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.discord import adapter
from bot.cli import run
from bot.composition import app
from tests.fakes.index.encoders import HashingEncoder

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator


_ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def served(**settings: str) -> AsyncIterator[Process]:
    """Run the bot with these settings, and kill it if it still runs at the end."""
    environment = {**os.environ, **settings, "PYTHONPATH": str(_ROOT)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.fakes.served", env=environment
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def _serve() -> None:
    encoder = HashingEncoder()
    app.open_encoder = lambda _: encoder  # type: ignore[assignment] # nothing is cached
    app.wanted_model = lambda settings: encoder.name  # noqa: ARG005 - the real one's
    hasty = partial(adapter.Discord, guilds_seconds=0.05)
    adapter.Discord = hasty  # type: ignore[assignment,misc] # one that differs by that alone
    run.run()


if __name__ == "__main__":
    _serve()
