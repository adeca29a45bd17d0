"""How ratings of answers are listed in any chat; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.chat.quotes import credit
from bot.text import Count, one_line

if TYPE_CHECKING:
    from adapters.chat.lines.progress import Escape, ShowDate
    from adapters.chat.wording import Wording
    from bot.admin.ratings import QuotedThen, RatedAnswer, RatedPage

LONGEST: Final = 150
"""Characters of a question, of words under a rating, and of an excerpt."""

MOST_COMMENTS: Final = 3
MOST_EXCERPTS: Final = 3


def page_lines(
    page: RatedPage, wording: Wording, show_date: ShowDate, escaped: Escape
) -> list[str]:
    """Return a page of rated questions, and how many ratings are not listed."""
    lines = [_heading(page, wording)]
    for number, answer in page.answers:
        lines += rated_lines(number, answer, wording, show_date, escaped)
    if page.hidden:
        lines.append(wording.ratings["hidden"].format(count=Count(page.hidden)))
    return lines


def _heading(page: RatedPage, wording: Wording) -> str:
    """Return what stands above the list, with the page where there are several."""
    said = wording.ratings["heading" if page.answers else "none"]
    place = wording.page.format(page=page.number, pages=page.of)
    return said if page.of == 1 else f"{said} {place}"


def rated_lines(
    number: int, answer: RatedAnswer, wording: Wording, show_date: ShowDate, escaped: Escape
) -> list[str]:
    """Return a rated question with the words under its ratings, and what its answers quoted."""
    rated, said = answer.rated, wording.ratings
    question = _short(rated.question.text, escaped)
    item = said["item"].format(question=question, good=rated.good, bad=rated.bad)
    lines = [f"{number}. {item} · {show_date(rated.question.asked_at)}"]
    lines += [f"👎 {_short(each, escaped)}" for each in rated.comments[:MOST_COMMENTS]]
    if (more := len(rated.comments) - MOST_COMMENTS) > 0:
        lines.append(f"👎 {said['more'].format(count=Count(more))}")
    for each in answer.excerpts[:MOST_EXCERPTS]:
        lines.append(
            f"{wording.quoting['cited'].format(words=_short(each.text, escaped))}"
            f" — {_credit(each, wording, show_date, escaped)}"
        )
    if (more := len(answer.excerpts) - MOST_EXCERPTS) > 0:
        lines.append(f"… +{more}")
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
