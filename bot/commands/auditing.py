"""`audit`: what a question from somewhere could cite."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Annotated

import typer

from bot import app, chats
from bot.commands import screen
from bot.commands.exits import Exit
from bot.commands.state import show_sources
from bot.plain import one_line

if TYPE_CHECKING:
    from bot.auditing import Audit

_ID = re.compile(r"(?:(?:discord|slack):)?([0-9]{5,20}|[A-Z][A-Z0-9]{5,20})")


def audit(
    *,
    who: Annotated[
        str, typer.Option("--as", metavar="USER|CHANNEL", help="Its id on Discord or Slack.")
    ],
) -> None:
    """Show what a question from somebody, or in a channel, could cite now."""
    match = _ID.fullmatch(who.strip().strip("<>@#!"))
    if match is None:
        raise typer.BadParameter("name an account or a channel by its id, as in 1234567 or C0AB12")
    found = asyncio.run(chats.audits(app.load_settings(), match[1]))
    if not found:
        screen.aside().print(
            f"Nobody is known as {match[1]!r}: set the token of its platform, and see whether the"
            " bot can see it.",
            style="yellow",
            soft_wrap=True,
        )
        raise typer.Exit(Exit.PARTLY)
    for each in found:
        _show(each)


def _show(audit: Audit) -> None:
    console = screen.out()
    console.print(f"{one_line(audit.reader.name)} may see:", style="bold")
    for label, count in audit.labels:
        console.print(f"  {label}  {count:,}")
    show_sources(audit.census, console)
    console.print(f"{audit.census.posts:,} posts and comments")
