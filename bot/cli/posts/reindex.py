"""`reindex`."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli import console, progress
from bot.cli.exit_codes import Exit
from bot.composition import app
from bot.text import Count


def reindex(
    *, full: Annotated[bool, typer.Option("--full", help="Everything, changed or not.")] = False
) -> None:
    """Embed the posts again where the model or the splitting changed."""
    settings = console.settings()
    say = app.sentences(settings)
    try:
        with (
            app.opened_index(settings) as index,
            progress.progress_bar("embedding", "unit_passages") as advance,
        ):
            done = index.reindex(full=full, progress=lambda at, of: advance(at, of, at))
    except KeyboardInterrupt:
        console.aside().tell(say["stopped_embedding"], style="yellow")
        raise typer.Exit(Exit.INTERRUPTED) from None
    console.out().tell(say["embedded"].format(count=Count(done)) if done else say["up_to_date"])
