"""`why`."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli import console
from bot.cli.exit_codes import Exit
from bot.composition import app, fate_app
from bot.text import plain


def why(
    link: Annotated[str, typer.Argument(metavar="LINK", help="The link to a message of a chat.")],
) -> None:
    """Tell whether a message of a chat is stored, and else why it is not."""
    line, is_stored = fate_app.fate_said(app.load_settings(), link)
    console.out().tell(plain(line))
    if not is_stored:
        raise typer.Exit(Exit.PARTLY)
