"""How ratings of answers are listed in any chat; pure."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from adapters.chat.lines.pages import headed, page_of
from adapters.chat.quotes import credit
from bot.text import Count, one_line

if TYPE_CHECKING:
    from adapters.chat.lines.pages import Page, Size
    from adapters.chat.lines.progress import Escape, ShowDate
    from adapters.chat.wording import Wording
    from bot.admin.ratings import QuotedThen, RatedAnswer, RatedAnswers

LONGEST: Final = 150
"""Characters of a name."""

ON_A_PAGE: Final = 3
"""Rated questions on a page at most: with what was written and quoted they fill a message."""


def ratings_page(
    rated: RatedAnswers,
    number: int,
    size: Size,
    wording: Wording,
    *,
    show_date: ShowDate,
    escaped: Escape,
) -> Page:
    """Return a page of rated questions, and how many ratings are not listed.

    Args:
        rated: What its reader may see.
        number: Which page; the last one where there are fewer by now.
        size: How long a text is for the platform.
        wording: The reader's language.
        show_date: Shows a moment.
        escaped: Makes safe what people wrote.
    """
    said = wording.ratings
    blocks = [
        rated_lines(at, each, wording, show_date, escaped)
        for at, each in enumerate(rated.answers, start=1)
    ]
    parts = [
        chain.from_iterable(blocks[start : start + ON_A_PAGE])
        for start in range(0, len(blocks), ON_A_PAGE)
    ]
    page = page_of(parts, number, size)
    heading = headed(said["heading" if rated.answers else "none"], page, wording)
    hidden = [said["hidden"].format(count=Count(rated.hidden))] if rated.hidden else []
    return replace(page, lines=[heading, *page.lines, *hidden])


def rated_lines(
    number: int, answer: RatedAnswer, wording: Wording, show_date: ShowDate, escaped: Escape
) -> list[str]:
    """Return a rated question with the words under its ratings, and what its answers quoted."""
    rated, said = answer.rated, wording.ratings
    question = escaped(one_line(rated.question.text))
    item = said["item"].format(question=question, good=rated.good, bad=rated.bad)
    lines = [f"{number}. {item} · {show_date(rated.question.asked_at)}"]
    lines += [f"👎 {escaped(one_line(each))}" for each in rated.comments]
    for each in answer.excerpts:
        words = wording.quoting["cited"].format(words=escaped(one_line(each.text)))
        lines.append(f"{words} — {_credit(each, wording, show_date, escaped)}")
    if answer.not_shown:
        lines.append(said["not_shown"].format(count=Count(answer.not_shown)))
    return lines


def _credit(quoted: QuotedThen, wording: Wording, show_date: ShowDate, escaped: Escape) -> str:
    place = credit(quoted.citation, wording)
    when = show_date(place.posted_at) if place.posted_at else escaped(place.age)
    author, source = _short(place.author, escaped), _short(place.source, escaped)
    return " · ".join(filter(None, (author, when, source)))


def _short(text: str, escaped: Escape) -> str:
    line = one_line(text)
    return escaped(line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…")
