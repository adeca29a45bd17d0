"""`eval --draft`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from bot.cli import console
from bot.composition import app
from bot.errors import AskError
from bot.questions.evaluating.drafting import drafts
from bot.text import Count, json_line

if TYPE_CHECKING:
    from bot.questions.evaluating.drafting import Draft
    from bot.settings.values import Settings


def show(settings: Settings, most: int) -> None:
    """Print drafted questions as `eval` reads them, and say beside them what to do with them."""
    with app.opened_index(settings) as index:
        found = drafts(index.engine, most, may_ask=_may_ask)
    for each in found:
        typer.echo(json_line(draft_record(each)))
    say = app.sentences(settings)
    said = [say["drafted"] if found else "", say["draft_short"] if len(found) < most else ""]
    for sentence in filter(None, said):
        told = sentence.format(found=Count(len(found)), wanted=Count(most))
        console.aside().tell(told)


def draft_record(draft: Draft) -> dict[str, Any]:
    """Return a drafted question as `eval --draft` promises it."""
    known = draft.question
    return {
        "question": known.text,
        "post_id": known.post_id,
        "gold": known.gold,
        "drafted_from": draft.origin,
    }


def _may_ask(text: str) -> bool:
    try:
        app.question(text, None)
    except AskError:
        return False
    return True
