"""`unwatch`."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli import console
from bot.cli.exit_codes import Exit
from bot.composition import channels_app


def unwatch(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CHANNEL]…", help="Its name or id.", show_default=False),
    ] = None,
    *,
    everything: Annotated[
        bool, typer.Option("--all", help="All channels, those that are made later included.")
    ] = False,
) -> None:
    """Follow channels of a chat no longer; without a name, list those that are watched.

    Their posts stay. A bot that is running hears of it at once.
    """
    settings = console.settings()
    if not (names or everything):
        for line in channels_app.watched_lines(settings):
            console.out().tell(line)
        return
    lines, is_done = channels_app.unwatch(settings, names or [], is_all=everything)
    for line in lines:
        console.out().tell(line)
    if not is_done:
        raise typer.Exit(Exit.PARTLY)
