"""Lays a card out in Discord's components; pure but for the library's classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import discord
from discord import ui
from discord.utils import format_dt

from adapters.discord.buttons import custom_id
from adapters.discord.escaping import as_quote, escaped_line, link, web_address
from bot.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from adapters.cards import Button, Card, Credit, Pointer, Quote
    from adapters.wording import Wording

LONGEST_MESSAGE: Final = 4_000
"""Characters in all texts of a message."""

LONGEST_QUOTE: Final = 900
"""Characters of a quote with its escapes: three of them leave room for all else."""

LONGEST_LINE: Final = 200
LONGEST_NOTES: Final = 500
LONGEST_LINK: Final = 512
BUTTONS_A_ROW: Final = 5

NO_PINGS: Final = discord.AllowedMentions.none()


def card_view(card: Card, wording: Wording) -> ui.LayoutView:
    """Returns a card as a message: each quote with its link at its side, buttons below.

    The view is finished from the start: its buttons are told apart by their names (buttons.py),
    so that nothing is kept in memory and they outlive a restart.
    """
    view = ui.LayoutView(timeout=None)
    for line in card.heading:
        view.add_item(ui.TextDisplay(_cut(escaped_line(line), LONGEST_NOTES)))
    for quote in card.quotes:
        view.add_item(_quote(quote, wording))
    notes = [*map(escaped_line, card.notes), *map(_pointer, card.pointers)]
    if notes:
        view.add_item(ui.TextDisplay(_cut("\n".join(notes), 2 * LONGEST_NOTES)))
    for row in _rows([_button(card, button) for button in card.buttons]):
        view.add_item(row)
    view.stop()
    return view


def lines_view(lines: Iterable[str], buttons: Sequence[ui.Button[Any]] = ()) -> ui.LayoutView:
    """Returns lines of ours, in which what others wrote was escaped before, and buttons."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(_cut("\n".join(lines), LONGEST_MESSAGE)))
    for row in _rows(buttons):
        view.add_item(row)
    view.stop()
    return view


def plain_button(
    label: str,
    name: str,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
) -> ui.Button[Any]:
    """Returns a button of this name."""
    return ui.Button(label=label[:80], custom_id=name, style=style)


def show_date(when: datetime) -> str:
    """Returns a moment as Discord shows it in the reader's own time zone."""
    return f"{format_dt(when, 'D')} ({format_dt(when, 'R')})"


def _quote(quote: Quote, wording: Wording) -> ui.Item[Any]:
    text = f"**{quote.number}**\n{_cut(as_quote(quote.text), LONGEST_QUOTE)}\n-# {_credit(quote)}"
    url = web_address(quote.credit.url, LONGEST_LINK)
    if url is None:
        # What is too long for a button still links from the text, if it fits there.
        whole = web_address(quote.credit.url, LONGEST_QUOTE)
        return ui.TextDisplay(f"{text}\n-# <{whole}>" if whole else text)
    label = wording.open_post.format(number=quote.number)
    return ui.Section(ui.TextDisplay(text), accessory=ui.Button(label=label, url=url))


def _credit(quote: Quote) -> str:
    parts = [*_who(quote.credit), quote.credit.kind, quote.language]
    return " · ".join(filter(None, parts))


def _who(credit: Credit) -> list[str]:
    when = show_date(credit.posted_at) if credit.posted_at else escaped_line(credit.age)
    author, source = _short(credit.author), _short(credit.source)
    return [f"**{author}**", when, source]


def _pointer(pointer: Pointer) -> str:
    url = web_address(pointer.credit.url, LONGEST_LINK)
    title = _short(pointer.title) if url is None else link(pointer.title[:LONGEST_LINE], url)
    return f"- {title} ({' · '.join(filter(None, _who(pointer.credit)))})"


def _button(card: Card, button: Button) -> ui.Button[Any]:
    name = custom_id(button.action, card.question_id, button.page)
    return plain_button(button.label, name)


def _rows(buttons: Sequence[ui.Button[Any]]) -> list[ui.ActionRow[Any]]:
    return [
        ui.ActionRow(*buttons[start : start + BUTTONS_A_ROW])
        for start in range(0, len(buttons), BUTTONS_A_ROW)
    ]


def _short(text: str) -> str:
    return escaped_line(_cut(one_line(text), LONGEST_LINE))


def _cut(text: str, longest: int) -> str:
    """Returns the text, or as many whole words of it as fit, and a sign that more follows."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    kept = kept[: kept.rfind(" ")] if " " in kept[longest // 2 :] else kept
    return f"{kept.rstrip()}…"
