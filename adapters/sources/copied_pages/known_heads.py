"""Reads the heads of copied pages that tell in a way of their own what they are and of whom.

Blogs that name their author below the words, news below the way that leads to them, and statuses
below the name of an account.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.byline import SENTENCE, is_by_several, is_name
from adapters.sources.copied_pages.line_kinds import kind_of_line
from adapters.sources.copied_pages.titles import Heading
from adapters.sources.tables.columns.dates import moment

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_BELOW: Final = re.compile(
    r"(?:posted by|publicado por|publié par|eingestellt von|gepostet von) (?P<name>.{1,40}?)"
    r" (?:at|en|à|um) \d{1,2}[:.h]\d\d.{0,8}",
    re.IGNORECASE,
)
"""So Blogger says below the words who wrote them; the day and the title stand above."""
_HANDLE: Final = re.compile(r"@[\w.-]{1,40}@[\w-]+(?:\.[\w-]+)+")
"""So an account is called below the name of who has it."""
_DAY: Final = re.compile(r"\d{1,2}\.? (?:de )?[^\W\d_]{3,5}\.?|[^\W\d_]{3,5}\.? \d{1,2}")
"""A day of this year."""
_BY: Final = re.compile(r"by|von|par|por|de", re.IGNORECASE)
_MOST_LINES: Final = 60
"""So many lines from the top a head may stand."""
_BELOW_TITLE: Final = 25
"""So many lines below the title stand author and day."""
_SHORTEST: Final = 15
"""Characters; a title of fewer may be repeated by chance."""
_LONGEST: Final = 200
_DAY_AND_TITLE: Final = 2


def known_head(lines: Sequence[str], site: Collection[int]) -> Heading | None:
    """Return what a copied page tells in one of these ways; None if it tells it in none.

    Args:
        lines: The lines of the page, without the space around them.
        site: Where lines of its site stand.
    """
    filled = [at for at, line in enumerate(lines) if line]
    return (
        _named_below(lines, filled, site)
        or _of_accounts(lines, filled)
        or _below_the_way(lines, filled, site)
    )


def _named_below(
    lines: Sequence[str], filled: Sequence[int], site: Collection[int]
) -> Heading | None:
    """Return what a page tells whose author is named below its words; above the day is the site."""
    prose = next((at for at in filled if at not in site and SENTENCE.fullmatch(lines[at])), -1)
    above = [at for at in filled if at < prose]
    named = {at: found for at in filled if (found := _BELOW.fullmatch(lines[at]))}
    if len(named) != 1 or len(above) < _DAY_AND_TITLE or len(above) > _MOST_LINES:
        return None
    [(by, found)] = named.items()
    day, title = above[-_DAY_AND_TITLE:]
    when = moment(lines[day], None)
    if when is None or by < prose or lines[title].endswith("."):
        return None
    author = "" if is_by_several(lines, filled, site, by) else found["name"]
    return Heading(lines[title], author, when.isoformat(), "", {*above, by})


def _of_accounts(lines: Sequence[str], filled: Sequence[int]) -> Heading | None:
    """Return what a page of an account, or of one of its statuses, tells.

    Names, days and counts between statuses are the site's, and all above the first of them is.
    Where several accounts speak, it is nobody's, and their names stay.
    """
    named = {at: above for above, at in pairwise(filled) if _HANDLE.fullmatch(lines[at])}
    if not named or not all(is_name(lines[above]) for above in named.values()):
        return None
    first = min(named)
    found = Heading(lines={at for at in filled if at < named[first]} | {*named})
    if len({lines[at] for at in named}) > 1:
        return found
    found.author = lines[named[first]]
    found.lines |= {*named.values()}
    days = set()
    for at in (each for each in filled if each > first):
        if (when := moment(lines[at].partition(" · ")[0], None)) is not None:
            days.add(when.isoformat())
            found.lines.add(at)
        elif _DAY.fullmatch(lines[at]) or all(
            kind_of_line(each) in {"count", "everyday"} for each in lines[at].split(" · ")
        ):
            found.lines.add(at)
    found.date = days.pop() if len(days) == 1 else ""
    return found


def _leads_to(way: str, title: str) -> bool:
    return way.endswith((f" {title}", f"|{title}"))


def _below_the_way(
    lines: Sequence[str], filled: Sequence[int], site: Collection[int]
) -> Heading | None:
    """Return what a page tells whose title stands below the way to it, which ends with it."""
    top = [at for at in filled[:_MOST_LINES] if len(lines[at]) <= _LONGEST]
    title = next(
        (
            top[place]
            for place in range(1, len(top))
            if len(lines[top[place]]) >= _SHORTEST
            and any(
                _leads_to(lines[at], lines[top[place]]) for at in top[max(0, place - 2) : place]
            )
        ),
        None,
    )
    if title is None:
        return None
    found = Heading(lines[title], lines={at for at in filled if at <= title})
    below = [at for at in filled if at > title][:_BELOW_TITLE]
    for at, after in pairwise(below):
        when = None if found.date else moment(lines[at], None)
        if when is not None:
            found.date = when.isoformat()
            found.lines.add(at)
        elif not found.author and _BY.fullmatch(lines[at]) and is_name(lines[after]):
            found.author = lines[after]
            found.lines |= {at, after}
    if found.author and is_by_several(lines, filled, site, max(found.lines)):
        found.author = ""
    return found
