"""Tells what stands below the words of a page that was copied whole: labels of the site's parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.appeals import offers
from adapters.sources.copied_pages.byline import ANSWER, OTHERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.copied_pages.line_kinds import Kind

_SIGNS: Final = 5
"""So many different lines of a site below the last words tell that its foot was copied."""
_LABEL: Final = 80
"""Characters; a name, a title and a heading of a site have fewer."""
_HEADING: Final = 40
"""Characters; a heading of a site that ends with a colon has fewer."""
_ASKED: Final = 120
"""Characters; what a site asks its readers in a sentence has fewer."""
_BIO: Final = 250
"""Characters; what is said of an author below an article is shorter."""
_TAG: Final = 25
"""Characters; what an article is filed under has no more."""
_MOST_TAGS: Final = 5
_ENDS: Final = (".", "!", "?", "…", ":", ";", ",", ")", "”", "»", '"')
_ITEM: Final = re.compile(r"[-*+•‣–—]\s|\d{1,3}[.)]\s")
_OF_AUTHOR: Final = re.compile(
    r"(?:written|published) by .{1,60}|about the authors?|about me|über mich"
    r"|qui êtes-vous ?\?|sobre mí|view all posts by .{1,60}"
    r"|à propos de l['’]auteure?|écrit par .{1,60}|publié par .{1,60}"
    r"|über d(?:en|ie) autor(?:in)?|geschrieben von .{1,60}|veröffentlicht von .{1,60}"
    r"|sobre (?:el|la) autora?|escrito por .{1,60}|publicado por .{1,60}",
    re.IGNORECASE,
)


def of_foot(lines: Sequence[str], kinds: Sequence[Kind], last: int) -> Iterator[int]:
    """Yield the labels below the last words of a page, and what is said of its author.

    Where people have their say, between the heading of the comments and the last button to
    answer one, nothing is the site's for being short. Below the author's other articles nothing
    else is the page's own, nor are tags and numbers that stand right above "Written by".

    Args:
        lines: The lines of the page.
        kinds: What each is, seen by itself.
        last: Where its last words stand.
    """
    below = range(last + 1, len(kinds))
    known = [at for at in below if kinds[at] not in {"text", "count"}]
    if len({lines[at].lower() for at in known}) < _SIGNS:
        return
    first = next(at for at in below if at == known[0] or _asks(lines[at]))
    peoples = _of_others(lines, first)
    yield from _tags(lines, kinds, range(last + 1, first + 1))
    left = 0
    are_others = False
    for at in range(first, len(kinds)):
        are_others |= kinds[at] == "related"
        if _OF_AUTHOR.fullmatch(lines[at]):
            left = 2
        elif kinds[at] == "text" and at not in peoples:
            is_about = (left or are_others) and len(lines[at]) <= _BIO
            if is_about or _is_label(lines[at]) or _asks(lines[at]):
                yield at
            left = max(0, left - 1)
        elif at in peoples and kinds[at] == "everyday" and ANSWER.fullmatch(lines[at]):
            yield at


def _tags(lines: Sequence[str], kinds: Sequence[Kind], above: range) -> Iterator[int]:
    """Yield where tags, numbers and the author's name stand right above "Written by".

    Without a number or the name they may be the end of what people wrote.
    """
    written_by = lines[above[-1]]
    own = _OF_AUTHOR.fullmatch(written_by)
    near = [at for at in above[:-1] if kinds[at] != "everyday"]
    found: list[int] = []
    while (
        own and near and (kinds[near[-1]] == "count" or written_by.endswith(f" {lines[near[-1]]}"))
    ):
        found.append(near.pop())
    if found:
        found += [
            at for at in near[-_MOST_TAGS:] if len(lines[at]) <= _TAG and _is_label(lines[at])
        ]
        yield from found


def _of_others(lines: Sequence[str], start: int) -> range:
    """Return where comments stand; nowhere if none can be answered."""
    heads = [at for at in range(start, len(lines)) if OTHERS.fullmatch(lines[at].strip(" ·:"))]
    if not heads:
        return range(0)
    answers = [at for at in range(heads[0], len(lines)) if ANSWER.fullmatch(lines[at])]
    return range(heads[0], answers[-1] + 1) if answers else range(0)


def _asks(line: str) -> bool:
    return len(line) <= _ASKED and offers(line) > 0


def _is_label(line: str) -> bool:
    if len(line) <= _HEADING and line.endswith(":"):
        return True
    return len(line) <= _LABEL and not line.endswith(_ENDS) and not _ITEM.match(line)
