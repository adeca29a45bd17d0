"""The bots that a load is played to, each in a process of its own."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench import ROOT
from bench.asking import posts
from bot.composition import app, ledger_app
from bot.settings.loading import load
from index.clock import utc_now
from index.given_posts import GivenPosts

if TYPE_CHECKING:
    import signal
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator

    from bench.load.places import Place

STORED: Final = 5_000
FEWEST_EVENTS: Final = 100

IN_HAND: Final = 300
"""With more tasks than this a bot has too much in hand."""


def prepare(place: Place, environment: dict[str, str]) -> None:
    """Store the posts, and watch the channels of a place."""
    settings = load(Path(".env"), environment)
    with app.opened_index(settings, create=True) as index:
        index.import_posts([GivenPosts(list(posts(STORED)))])
    with closing(ledger_app.opened(settings, utc_now)) as ledger:
        for each in place.watched():
            ledger.channels.put(each)


@asynccontextmanager
async def bot_of(environment: dict[str, str]) -> AsyncIterator[Process]:
    """Run a bot with these settings, and end it; it may have been killed before."""
    pipe = asyncio.subprocess.PIPE
    command = (sys.executable, "-m", "bench.load.loaded_bot")
    bot = await asyncio.create_subprocess_exec(*command, env=environment, cwd=ROOT, stdout=pipe)
    try:
        yield bot
    finally:
        with suppress(ProcessLookupError):
            bot.terminate()
        await bot.wait()


async def said_by(bot: Process, by: signal.Signals) -> dict[str, float]:
    """Return what a bot says that it holds on a signal: see `loaded_bot`.

    Raises:
        RuntimeError: It has ended.
    """
    if bot.returncode is not None or bot.stdout is None:
        raise RuntimeError(f"the bot ended with {bot.returncode}")
    bot.send_signal(by)
    held: dict[str, float] = json.loads(await bot.stdout.readline())
    return held
