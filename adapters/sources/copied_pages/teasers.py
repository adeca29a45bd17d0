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
DAY: Final = re.compile(
    r"(?:\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.? \d{1,2})"
    r"(?:,? (?:de )?(?:19|20)\d\d)?(?:\s*[·•|,].{0,60})?"
)
"""A day, and at most who wrote on it."""


GOES_ON: Final = re.compile(
    r"(?:read|continue|keep|see) (?:more|reading|on)|read (?:the )?(?:full article|rest)"
    r"|lire (?:la suite|plus|l['’]article(?: complet)?)|continuer la lecture"
    r"|weiterlesen|mehr lesen|artikel lesen|zum artikel"
    r"|leer (?:más|el artículo)|(?:seguir|continuar|sigue) leyendo",
    re.IGNORECASE,
)
"""Below what is said of another article such a link leads to it."""
_INSET: Final = re.compile(
    r"(?:à |a )?lire (?:aussi|également)|sur le même (?:sujet|thème)|read also|see also"
    r"|mehr zum thema|lesen sie auch|auch (?:lesenswert|interessant)|passend zum thema"
    r"|(?:lee|lea) también|más información",
    re.IGNORECASE,
)
"""Such a heading stands within an article, above the title of another."""
_MOST_TITLES: Final = 4
_SENTENCE: Final = re.compile(r".{20,}[.!?…][”»«\"]?")


def beyond_insets(lines: Sequence[str], kinds: Sequence[Kind], last: int) -> int:
    """Return where the words of an article end that go on below the title of another.

    Args:
        lines: The lines of the page.
        kinds: What each is.
        last: Where the last long line of the article stands.
    """
    at = last + 1
    is_below = False
    while at < len(lines):
        if kinds[at] == "text" and _SENTENCE.fullmatch(lines[at]):
            last = at if is_below else last
        elif _INSET.fullmatch(lines[at].strip(" :")):
            is_below, at = True, _below_titles(lines, kinds, at) - 1
        elif kinds[at] not in {"sure", "count", "everyday"}:
            break
        at += 1
    return last


def _below_titles(lines: Sequence[str], kinds: Sequence[Kind], heading: int) -> int:
    """Return where the titles below a heading of an inset end; the heading if it has none."""
    end = heading + 1
    while end < len(lines) and kinds[end] == "text" and is_title(lines[end]):
        end += 1
    is_inset = heading + 1 < end <= heading + _MOST_TITLES
    return end if is_inset else len(lines)


def teasers(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[int]:
    """Yield where the titles of other articles stand, and what is said under them."""
    is_below = False
    for at, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind != "text":
            is_below = kind == "related" or (is_below and kind != "closing")
        elif is_below and _is_teaser(line, is_continued=_is_continued(lines, kinds, at)):
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
        is_dated = kinds[below] == "count" or DAY.fullmatch(lines[below]) is not None
        if is_said and is_dated and is_title(lines[at - 1]) and kinds[at - 1] != "related":
            yield at


def is_title(line: str) -> bool:
    """Return whether a line may be a title, or a name: short, and no sentence."""
    return len(line) <= _TITLE and not line.endswith(_ENDS)


def _is_continued(lines: Sequence[str], kinds: Sequence[Kind], at: int) -> bool:
    """Return whether "Read more" follows what stands right under a title or its heading."""
    goes_on = "closing" in kinds[at + 1 : at + 2] and GOES_ON.match(lines[at + 1].strip(" »…→"))
    return bool(goes_on) and kinds[at - 1] in {"text", "related"}


def _is_teaser(line: str, *, is_continued: bool) -> bool:
    """Return whether a line is a title or breaks off; a whole sentence goes on with the text."""
    if is_continued or line.endswith(_BREAKS_OFF):
        return True
    return len(line) <= _TEASER and not line.endswith((".", ":"))
