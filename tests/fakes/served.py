"""`pullquote run` as a process of its own that may be killed: without a model, and in no hurry.

Run as `python -m tests.fakes.served`, with the settings in the environment.
"""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot import app, chats
from bot.commands import running
from tests.fakes.encoders import HashingEncoder

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator

    from bot.asking import Backroom
    from bot.ports import ChatAdapter
    from bot.settings import Settings

_platforms = chats.platforms
_ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def served(**settings: str) -> AsyncIterator[Process]:
    """Runs the bot with these settings, and kills it if it still runs at the end."""
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


def _hasty(settings: Settings, room: Backroom) -> list[ChatAdapter]:
    if settings.discord is not None:
        from adapters.discord.adapter import Discord  # noqa: PLC0415 - only one is needed

        language = settings.language
        return [Discord(settings.discord, room, settings.imports, language, guilds_seconds=0.05)]
    return _platforms(settings, room)


def _serve() -> None:
    encoder = HashingEncoder()
    app.open_encoder = lambda _: encoder  # type: ignore[assignment] # nothing is cached
    app.wanted_model = lambda settings: encoder.name  # noqa: ARG005 - the real one's
    chats.platforms = _hasty
    running.run()


if __name__ == "__main__":
    _serve()
