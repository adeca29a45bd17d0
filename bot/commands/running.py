"""`run`: serves every configured platform."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import typer

from bot import app
from bot.commands import screen
from bot.commands.exits import Exit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ports import Ask, ChatAdapter


def run() -> None:
    """Start every configured platform, until it ends or is interrupted."""
    settings = app.load_settings()
    platforms = app.platforms(settings, screen.out(), sys.stdin)
    if not platforms:
        screen.aside().print(
            "No platform is configured: set PULLQUOTE_PLATFORMS, for example to terminal.",
            style="yellow",
        )
        raise typer.Exit(Exit.SETTINGS)
    with app.answering(settings) as answerer:
        asyncio.run(_serve(platforms, answerer.ask))


async def _serve(platforms: Sequence[ChatAdapter], ask: Ask) -> None:
    """Runs all platforms; the failure of one ends them all, for a half-running bot is none."""
    try:
        async with asyncio.TaskGroup() as group:
            for platform in platforms:
                group.create_task(platform.run(ask), name=platform.name)
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from failures
