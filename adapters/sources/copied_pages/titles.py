"""Tells which of the lines above the words of a copied page is its title."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.line_kinds import is_section, kind_of_line

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

TOPIC: Final = re.compile(
    r"world|politics|business|sports?|culture|opinion|science|health|monde|politique|économie"
    r"|sciences|santé|politik|wirtschaft|kultur|wissenschaft|gesundheit|panorama|mundo|política"
    r"|economía|deportes|cultura|ciencia|salud",
    re.IGNORECASE,
)
"""What a part of a newspaper is about."""
_AGED: Final = re.compile(r"this article is more than .{1,12} old", re.IGNORECASE)
"""Stands above a title and below it."""
_AVATAR: Final = re.compile(r".{1,60}['’]s avatar")
"""What a picture of somebody is called."""
_LONGEST: Final = 200
_MOST_TITLES: Final = 3
_MOST_BUTTONS: Final = 6
"""So many buttons at most stand between a title and who wrote what is below."""
_BUTTONS: Final = frozenset({"count", "everyday"})
_FEWEST_WORDS: Final = 3
"""Words; the name of a part of a newspaper has fewer, and a title has more."""


@dataclass(slots=True)
class Heading:
    """What the lines above the words of a page tell.

    Attributes:
        title: What it is called; "" where that is not told.
        author: Who wrote it; "" likewise.
        date: When it was published, in ISO 8601; "" likewise.
        age: The same as it is written, where no moment could be read for sure.
        lines: Where those lines stand, and what is the site's above the title.
    """

    title: str = ""
    author: str = ""
    date: str = ""
    age: str = ""
    lines: set[int] = field(default_factory=set)


def take_title(
    found: Heading, lines: Sequence[str], above: Sequence[int], site: Collection[int]
) -> None:
    """Take the first of the lines right above as the title; what the site says above it goes.

    A sentence right above who wrote it is said of the words, and stays with them. Between the
    title and who wrote it, buttons may stand, and how old it is.
    """
    above = _without_buttons(lines, above, site)
    block: list[int] = []
    said = above[-1:] if above and lines[above[-1]].endswith(".") else []
    beside = {at for at in above if _AVATAR.fullmatch(lines[at])}
    aged = [at for at in above if _AGED.fullmatch(lines[at])]
    for at in reversed(above[: len(above) - len(said)]):
        if at in aged[1:] or at in beside:
            continue
        if at in site or lines[at].endswith(".") or len(lines[at]) > _LONGEST:
            break
        block.insert(0, at)
    while len(block) > 1 and _is_kicker(lines, site, block):
        del block[0]
    kept = {*site, *block, *said}
    others = [at for at in above if at not in kept]
    if block and len(block) <= _MOST_TITLES and not any(lines[at].endswith(".") for at in others):
        found.title = lines[block[0]]
        found.lines |= {block[0], *others}


def _is_kicker(lines: Sequence[str], site: Collection[int], block: Sequence[int]) -> bool:
    """Return whether a title stands below the name of a part of the site."""
    kicker, title = lines[block[0]], lines[block[1]]
    above = next((at for at in range(block[0] - 1, -1, -1) if lines[at]), None)
    is_short = len(kicker.split()) < _FEWEST_WORDS <= len(title.split())
    is_below = (
        above is not None
        and above in site
        and bool(is_section(lines[above]) or TOPIC.fullmatch(lines[above]))
    )
    return is_short and (is_below or lines.count(kicker) > 1)


def _without_buttons(
    lines: Sequence[str], above: Sequence[int], site: Collection[int]
) -> Sequence[int]:
    """Return the lines up to a title below which buttons stand; all where none is known."""
    end = len(above)
    while end and above[end - 1] in site and kind_of_line(lines[above[end - 1]]) in _BUTTONS:
        end -= 1
    is_title = end and len(lines[above[end - 1]].split()) >= _FEWEST_WORDS
    return above[:end] if is_title and len(above) - end <= _MOST_BUTTONS else above
