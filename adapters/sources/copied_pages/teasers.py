"""Tells the titles of other articles on a copied page, and what is said under them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.copied_pages.line_kinds import Kind

_TEASER: Final = 160
"""Characters; what stands under the title of another article is shorter, or breaks off."""
_TITLE: Final = 100
"""Characters; the title of an article has fewer."""
_BREAKS_OFF: Final = ("…", "...", "[…]", "[...]")
_ENDS: Final = (".", "!", "?", "…", ":", ";", ",")
_DAY: Final = re.compile(
    r"(?:\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.? \d{1,2})"
    r"(?:,? (?:de )?(?:19|20)\d\d)?(?:\s*[·•|,].{0,60})?"
)
"""A day, and at most who wrote on it."""


def teasers(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[int]:
    """Yield where the titles of other articles stand, and what is said under them."""
    is_below = False
    for at, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind != "text":
            is_below = kind == "related" or (is_below and kind != "closing")
        elif is_below and _is_teaser(line, is_continued=_is_continued(kinds, at)):
            yield at
        else:
            is_below = False


def dated_teasers(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[int]:
    """Yield where, below the heading of other articles, a sentence stands between title and day.

    It may be as whole a sentence as those of the page's own words.
    """
    first = next((at for at, kind in enumerate(kinds) if kind == "related"), len(kinds))
    for at in range(first + 1, len(kinds) - 1):
        is_said = kinds[at] == "text" and len(lines[at]) <= _TEASER and lines[at].endswith(_ENDS)
        below = at + 1
        is_dated = kinds[below] == "count" or _DAY.fullmatch(lines[below]) is not None
        if is_said and is_dated and is_title(lines[at - 1]) and kinds[at - 1] != "related":
            yield at


def is_title(line: str) -> bool:
    """Return whether a line may be a title, or a name: short, and no sentence."""
    return len(line) <= _TITLE and not line.endswith(_ENDS)


def _is_continued(kinds: Sequence[Kind], at: int) -> bool:
    """Return whether "Read more" follows what stands right under a title or its heading."""
    return "closing" in kinds[at + 1 : at + 2] and kinds[at - 1] in {"text", "related"}


def _is_teaser(line: str, *, is_continued: bool) -> bool:
    """Return whether a line is a title or breaks off; a whole sentence goes on with the text."""
    if is_continued or line.endswith(_BREAKS_OFF):
        return True
    return len(line) <= _TEASER and not line.endswith((".", ":"))
