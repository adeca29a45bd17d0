"""Knows the way to an article at the top of a copied page: "Home", "Politics", and its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.byline import heading_of
from adapters.sources.copied_pages.line_kinds import is_section
from adapters.sources.copied_pages.titles import TOPIC
from adapters.sources.dates.in_lines import AGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sources.copied_pages.line_kinds import Kind

_FIRST: Final = re.compile(
    r"home ?page|home|news|accueil|à la une|a la une|actualités?|startseite|start|nachrichten"
    r"|inicio|portada|noticias",
    re.IGNORECASE,
)
"""Where the way to an article begins."""
_PLACES: Final = re.compile(
    r"uk|us|usa|us & canada|scotland|wales|northern ireland|africa|asia|australia|middle east"
    r"|latin america|local(?:es)?|regional|faits divers|afrique|asie|amériques?|lokales|stadt"
    r"|ausland|inland|áfrica|oriente próximo|sucesos|madrid|cataluña|barcelona|andalucía|mundo",
    re.IGNORECASE,
)
"""Parts of newspapers that are elsewhere no links of a menu."""
_MOST: Final = 6
"""So many lines the way has at most."""
_PART: Final = 30
"""Characters; the name of a part of the site has no more."""
_TITLE: Final = 3
"""Words; a title has no fewer, and the name of a part of the site hardly more."""
_AGE: Final = re.compile(AGE, re.IGNORECASE)
_NEAR: Final = 3
"""So many lines from the title it stands how old an article is."""
_HEAD: Final = 16
"""So many lines from the top the words begin at the latest."""


def way_to_article(lines: Sequence[str], kinds: Sequence[Kind]) -> list[int]:
    """Return where the way to an article stands, if title, author and day follow it.

    Args:
        lines: The lines of a page, without the space around them, and no empty ones.
        kinds: What each is, seen by itself.
    """
    if len(lines) <= _MOST or not _FIRST.fullmatch(lines[0]):
        return []
    end = next((at for at in range(1, _MOST + 1) if not _is_part(lines[at])), 0)
    if end < 2 or not any(_is_known(lines[at], kinds[at]) for at in range(1, end)):  # noqa: PLR2004
        return []
    way = [*range(end)]
    buttons = [at for at, kind in enumerate(kinds[:_HEAD]) if kind in {"count", "everyday"}]
    found = heading_of(lines[:_HEAD], [*way, *(at for at in buttons if at > end)])
    is_dated = found.date or any(map(_AGE.fullmatch, lines[end : end + _NEAR]))
    is_told = found.title == lines[end] and found.author and is_dated
    return way if is_told and len(found.title.split()) >= _TITLE else []


def _is_part(line: str) -> bool:
    words = [each for each in line.split() if each.isalnum()]
    return len(line) <= _PART and len(words) < _TITLE and line[-1].isalnum()


def _is_known(line: str, kind: Kind) -> bool:
    is_part = TOPIC.fullmatch(line) or _PLACES.fullmatch(line)
    return kind == "navigation" or is_section(line) or is_part is not None
