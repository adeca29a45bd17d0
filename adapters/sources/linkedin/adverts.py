"""Tells the adverts in a copied feed from what people wrote there, in four languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.linkedin.boilerplate import classify

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAID: Final = re.compile(
    r"(?:promoted|sponsored)(?: by .{1,80})?"
    r"|(?:post |publication )?sponsorisée?(?: par .{1,80})?|promu(?:e|s)? par .{1,80}"
    r"|(?:contenido )?(?:promocionad[oa]|patrocinad[oa])(?: por .{1,80})?|publicidad"
    r"|anzeige|(?:gesponsert|beworben)(?:e[rs]? beitrag)?(?: von .{1,80})?",
    re.IGNORECASE,
)
"""What stands in the header of an advert where a post has its age."""
_HEADER: Final = 8
"""So many lines a header has at most."""
_AGE_BELOW: Final = 2
"""So many lines below somebody's profession at most stands the age of a post."""
_BUTTONS: Final = frozenset({"bar", "reply", "number"})


def is_advert(lines: Sequence[str]) -> bool:
    """Return whether a post of a feed was paid for: its header says so and has no age.

    Below an age, such a line is of the words, and right above one it is what somebody does.

    Args:
        lines: The lines of the post, without the heading above it.
    """
    filled = [line.strip() for line in lines if line.strip()][: _HEADER + _AGE_BELOW]
    known = [classify(line) for line in filled]
    for at, (line, kind) in enumerate(zip(filled[:_HEADER], known, strict=False)):
        if kind.kind == "age" or kind.age or kind.kind in _BUTTONS:
            return False
        if at and _PAID.fullmatch(line.strip(" ·•")):
            below = known[at + 1 : at + 1 + _AGE_BELOW]
            return not any(each.kind == "age" or each.age for each in below)
    return False
