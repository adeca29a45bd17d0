"""Tells the cards of other articles on a copied page: title, sentence, who wrote it, and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.byline import is_name
from adapters.sources.copied_pages.teasers import DAY, GOES_ON, is_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from adapters.sources.copied_pages.line_kinds import Kind

_SAID: Final = 250
"""Characters; what a card says of its article has fewer."""
_BY: Final = re.compile(r"(?:by|von|par|por) +(?P<told>\S.{2,80})", re.IGNORECASE)
_NUMBERS: Final = re.compile(r"\d{1,2}[./]\d{1,2}[./](?:\d\d){1,2}")
_BETWEEN: Final = re.compile(r"\s+(?:[·•|–—-]\s+)?(?=\d|[^\W\d_]{3,10}\.? \d)|,\s+(?=\d)")
"""What may stand between a name and a day on one line."""


def cards(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[int]:
    """Yield where cards of other articles stand, right below their heading or below "Read more".

    Below that link each tells its day: without one, the article may go on there, and who signs it
    at its end is its author. What the author of the page wrote stays.

    Args:
        lines: The lines of the page.
        kinds: What each is, seen by itself.
    """
    above: set[str] = set()
    end = 0
    for at, kind in enumerate(kinds):
        if at < end:
            continue
        above.add(lines[at])
        is_heading = kind == "related"
        if is_heading or (kind == "closing" and GOES_ON.fullmatch(lines[at].strip(" »…→"))):
            begin = at + 1
            while card := _card(lines, kinds, begin, above, needs_day=not is_heading):
                yield from range(begin, card)
                begin = end = card


def _card(
    lines: Sequence[str],
    kinds: Sequence[Kind],
    begin: int,
    above: AbstractSet[str],
    *,
    needs_day: bool,
) -> int:
    """Return where the card ends that begins at a line; 0 where none does."""
    by = begin + 2
    if by >= len(lines) or not (kinds[begin] == kinds[begin + 1] == "text"):
        return 0
    said = lines[begin + 1]
    if not is_title(lines[begin]) or is_title(said) or len(said) > _SAID:
        return 0
    name, day = _told(lines[by])
    if not name or {name, lines[by]} & above:
        return 0
    below = by + 1
    if not day and below < len(lines) and _is_day(lines[below], kinds[below]):
        return below + 1
    return below if day or not needs_day else 0


def _told(line: str) -> tuple[str, str]:
    """Return who wrote an article, and the day that may stand behind the name; "" for none."""
    found = _BY.fullmatch(line)
    if found is None:
        return "", ""
    for gap in _BETWEEN.finditer(found["told"]):
        name, day = found["told"][: gap.start()], found["told"][gap.end() :]
        if is_name(name) and _is_day(day, "text"):
            return name, day
    return (found["told"], "") if is_name(found["told"]) else ("", "")


def _is_day(line: str, kind: Kind) -> bool:
    is_date = DAY.fullmatch(line) or _NUMBERS.fullmatch(line)
    return is_date is not None or kind == "count"
