"""`audit`: what a question from somewhere could cite."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import console
from bot.cli.exit_codes import Exit
from bot.cli.upkeep.source_table import show_sources
from bot.cli.validation import wrong
from bot.composition import app, chat_app
from bot.text import Count, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.checks.diagnostics import Audit


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
        raise wrong("audit_whom")
    settings = console.settings()
    say = app.wording(settings).upkeep
    found = asyncio.run(chat_app.audits(settings, match[1]))
    if not found:
        nobody = say["nobody"].format(id=repr(match[1]))
        console.aside().tell(nobody, style="yellow")
        raise typer.Exit(Exit.PARTLY)
    for each in found:
        _show(each, say)


def _show(audit: Audit, say: Mapping[str, str]) -> None:
    output = console.out()
    output.tell(say["may_see"].format(name=one_line(audit.reader.name)), style="bold")
    for label, count in audit.labels:
        output.tell(f"  {label}  {count:,}")
    show_sources(audit.statistics, output, say)
    output.tell(say["total"].format(posts=Count(audit.statistics.posts)))
