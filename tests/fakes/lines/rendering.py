"""Cards as the lines chat shows them: plain text without control characters; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.quotes import Gap
from adapters.chat.wording import ENGLISH
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.chat.cards import Card
    from adapters.chat.quotes import Credit, Quote


LONGEST = 1_000
"""What the lines chat takes in one line of a message, in characters."""


def text_of(card: Card) -> str:
    """A card, laid out."""
    lines = (one_line(line) for line in _lines(card))
    return "\n".join(f"{line[:LONGEST]}…" if len(line) > LONGEST else line for line in lines)


def _lines(card: Card) -> Iterator[str]:
    yield from card.heading
    for each in card.quotes:
        yield from _quoted(each)
    yield from card.notes
    for near in card.pointers:
        yield f"{near.title} ({_credited(near.credit)})"
        yield near.credit.url or ""


def _quoted(quote: Quote | Gap) -> Iterator[str]:
    if isinstance(quote, Gap):
        yield f"{quote.number} ({quote.reason})"
        return
    if quote.asked is not None:
        said = ENGLISH.answering["asked.undated"]
        yield said.format(name=quote.asked.credit.author, question=quote.asked.title)
        yield quote.asked.credit.url or ""
    yield f"{quote.number} {quote.masked}"
    yield _credited(quote.credit)
    yield quote.credit.url or ""


def _credited(credit: Credit) -> str:
    when = f"{credit.posted_at:%Y-%m-%d}" if credit.posted_at else credit.age
    return " · ".join(filter(None, [credit.author, when, credit.source, credit.kind]))
