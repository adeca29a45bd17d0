"""Knows the way to an article at the top of a copied page: "Home", "Politics", and its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.byline import TOPIC, heading_of
from adapters.sources.copied_pages.line_kinds import is_section

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
    r"uk|us|usa|scotland|wales|northern ireland|africa|asia|australia|middle east|latin america"
    r"|local(?:es)?|regional|faits divers|afrique|asie|amériques?|lokales|stadt|ausland|inland"
    r"|áfrica|oriente próximo|sucesos|madrid|cataluña|barcelona|andalucía|mundo",
    re.IGNORECASE,
)
"""Parts of newspapers that are elsewhere no links of a menu."""
_MOST: Final = 4
"""So many lines the way has at most."""
_PART: Final = 30
"""Characters; the name of a part of the site has no more."""
_TITLE: Final = 3
"""Words; a title has no fewer, and the name of a part of the site hardly more."""
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
    found = heading_of(lines[:_HEAD], way)
    is_told = found.title == lines[end] and found.author and found.date
    return way if is_told and len(found.title.split()) >= _TITLE else []


def _is_part(line: str) -> bool:
    return len(line) <= _PART and len(line.split()) < _TITLE and line[-1].isalnum()


def _is_known(line: str, kind: Kind) -> bool:
    is_part = TOPIC.fullmatch(line) or _PLACES.fullmatch(line)
    return kind == "navigation" or is_section(line) or is_part is not None
