"""`run`: serves every configured platform."""

from __future__ import annotations

import typer

from bot import app
from bot.commands import screen
from bot.commands.exits import Exit


def run() -> None:
    """Start every configured platform, until it is interrupted."""
    app.load_settings()
    screen.aside().print(
        "No platform is configured, and this version has none but the terminal: "
        "ask with `pullquote chat`.",
        style="yellow",
        soft_wrap=True,
    )
    raise typer.Exit(Exit.SETTINGS)
