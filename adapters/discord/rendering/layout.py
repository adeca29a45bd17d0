"""Lays a card out in Discord's components; pure but for the library's classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import discord
from discord import ui
from discord.utils import format_dt

from adapters.chat.quotes import Gap
from adapters.discord.rendering.custom_ids import custom_id
from adapters.discord.rendering.escaping import address, escaped_line, link, web_address
from adapters.discord.rendering.lengths import cut, size
from adapters.discord.rendering.quotes import quotation
from adapters.markup.styled import title_words
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from adapters.chat.cards import Button, Card
    from adapters.chat.quotes import Credit, Pointer, Quote
    from adapters.chat.wording import Wording


LONGEST_MESSAGE: Final = 3_980
"""The size of all texts of a message, a little below Discord's 4,000 characters."""

LONGEST_HEADING: Final = 350
LONGEST_QUOTE: Final = 1_050
"""The size of a quote with its escapes and its credit."""

LONGEST_NAME: Final = 80
"""Characters of a name, of a person or a source, or of a title."""

LONGEST_ADDRESS: Final = 600
"""Characters of an address in a text."""

LONGEST_LINK: Final = 512
"""Characters of an address behind a button."""

LONGEST_LABEL: Final = 80
SHORTEST: Final = 300
"""What is left of a quote whatever stands below it."""

BUTTONS_A_ROW: Final = 5

NO_PINGS: Final = discord.AllowedMentions.none()


def card_view(card: Card, wording: Wording) -> ui.LayoutView:
    """Return a card as a message: each quote with its link at its side, buttons below.

    The view is finished from the start: its buttons are told apart by their names (custom_ids.py),
    so that nothing is kept in memory and they outlive a restart.
    """
    view = ui.LayoutView(timeout=None)
    left = float(LONGEST_MESSAGE)
    for text in filter(None, ["\n".join(map(escaped_line, card.heading))]):
        view.add_item(ui.TextDisplay(cut(text, LONGEST_HEADING)))
        left -= LONGEST_HEADING
    longest = min(LONGEST_QUOTE, (LONGEST_MESSAGE - LONGEST_HEADING) / (len(card.quotes) or 1))
    for quote in card.quotes:
        view.add_item(_gap(quote) if isinstance(quote, Gap) else _quote(quote, wording, longest))
        left -= longest
    notes = _notes(card, left)
    if notes:
        view.add_item(ui.TextDisplay(notes))
    for row in _rows([_button(card, button) for button in card.buttons]):
        view.add_item(row)
    view.stop()
    return view


def lines_view(
    lines: Iterable[str],
    buttons: Sequence[ui.Button[Any]] = (),
    a_row: int = BUTTONS_A_ROW,
) -> ui.LayoutView:
    """Return lines of ours, in which what others wrote was escaped before, and buttons."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(cut("\n".join(lines), LONGEST_MESSAGE)))
    for row in _rows(buttons, a_row):
        view.add_item(row)
    view.stop()
    return view


def plain_button(
    label: str,
    name: str,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
) -> ui.Button[Any]:
    """Return a button of this name."""
    return ui.Button(label=label[:LONGEST_LABEL], custom_id=name, style=style)


def show_date(when: datetime) -> str:
    """Return a moment as Discord shows it in the reader's own time zone."""
    return f"{format_dt(when, 'D')} ({format_dt(when, 'R')})"


def _quote(quote: Quote, wording: Wording, longest: float) -> ui.Item[Any]:
    url = quote.credit.url
    button = web_address(url, LONGEST_LINK)
    lines = [f"-# {_credit(quote)}"]
    if button is None and (whole := web_address(url, LONGEST_ADDRESS)):
        # What is too long for a button still links from the text, if it fits there.
        lines.append(f"-# <{address(whole)}>")
    # Without the addresses that are twice as long once they are safe.
    below = "\n".join(lines) if size("\n".join(lines)) < longest - SHORTEST else lines[0]
    head = f"{_asked(quote, wording)}**{quote.number}**\n" if quote.number else ""
    text = quotation(quote, longest - size(head) - size(below) - 1)
    shown = ui.TextDisplay[Any](f"{head}{text}\n{below}")
    if button is None:
        return shown
    label = quote.link_label(wording)
    return ui.Section(shown, accessory=ui.Button(label=label[:LONGEST_LABEL], url=button))


def _asked(quote: Quote, wording: Wording) -> str:
    """Return the line of the question that a quote answers, linked where that fits."""
    if quote.asked is None:
        return ""
    credit, title = quote.asked.credit, _title(quote.asked)
    name, when = _short(credit.author), credit.posted_at
    said = wording.answering["asked" if when else "asked.undated"]
    url = web_address(credit.url, LONGEST_LINK)
    shown = link(title, url) if url else escaped_line(title)
    for question in (shown, escaped_line(title)):
        date = format_dt(when, "D") if when else ""
        line = f"-# {said.format(name=name, when=date, question=question)}\n"
        if size(line) <= LONGEST_HEADING:
            return line
    return ""


def _gap(gap: Gap) -> ui.Item[Any]:
    return ui.TextDisplay(f"**{gap.number}** · *{escaped_line(gap.reason)}*")


def _credit(quote: Quote) -> str:
    parts = [*_who(quote.credit), quote.credit.kind, quote.language]
    return " · ".join(filter(None, parts))


def _who(credit: Credit) -> list[str]:
    when = show_date(credit.posted_at) if credit.posted_at else _short(credit.age)
    author, source = _short(credit.author), _short(credit.source)
    return [f"**{author}**" if author else "", when, source]


def _notes(card: Card, left: float) -> str:
    """Return what stands below the quotes; a link is never cut, but left out where too long."""
    lines = [cut(escaped_line(note), LONGEST_HEADING) for note in card.notes]
    left -= sum(size(line) + 1 for line in lines)
    for count, pointer in zip(range(len(card.pointers), 0, -1), card.pointers, strict=True):
        line = _pointer(pointer, left / count - 1)
        lines.append(line)
        left -= size(line) + 1
    return "\n".join(lines)


def _pointer(pointer: Pointer, longest: float) -> str:
    who = f"({' · '.join(filter(None, _who(pointer.credit)))})"
    url = web_address(pointer.credit.url, LONGEST_LINK)
    title = _title(pointer)
    linked = f"- {link(title, url)} {who}" if url else ""
    if linked and size(linked) <= longest:
        return linked
    return f"- {cut(f'{_short(title)} {who}', longest - 2)}"


def _title(pointer: Pointer) -> str:
    """Return the title of a post that is pointed at, without marks that are not shown here."""
    return cut(one_line(title_words(pointer.title, pointer.post_id)), LONGEST_NAME)


def _button(card: Card, button: Button) -> ui.Button[Any]:
    name = custom_id(button.action, card.question_id, button.page)
    return plain_button(button.label, name)


def _rows(buttons: Sequence[ui.Button[Any]], most: int = BUTTONS_A_ROW) -> list[ui.ActionRow[Any]]:
    # As many in each row as in the others, lest one stand alone.
    count = -(-len(buttons) // most) or 1
    length = -(-len(buttons) // count) or 1
    return [
        ui.ActionRow(*buttons[start : start + length]) for start in range(0, len(buttons), length)
    ]


def _short(text: str) -> str:
    return escaped_line(cut(one_line(text), LONGEST_NAME))
