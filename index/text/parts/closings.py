"""Finds the closing of a letter ("Best regards, Ada"), which tells nothing of what it closes."""

from __future__ import annotations

import re
from typing import Final

from index.text.words import folded

LINES: Final = 4
"""So many lines may stand below the formula: a name, what somebody is, where to reach them."""

LONGEST: Final = 6
"""Words of such a line: a longer one tells something."""

FAR: Final = 500
"""Characters that a closing has at most."""

_FORMULA: Final = re.compile(
    r"(?:"
    r"(?:yours(?: (?:sincerely|faithfully|truly|ever))?|(?:very )?(?:sincerely|respectfully|truly)"
    r"(?: yours)?)"
    r"|(?:with )?(?:my |our )?(?:(?:very )?(?:best|kind|kindest|warm|warmest) )?(?:regards|wishes)"
    r"|(?:all the )?best|(?:with )?(?:much )?love|cheers|take care"
    r"|(?:(?:with )?(?:many )?thanks|thank you)(?: (?:again|in advance))?"
    r"|(?:(?:bien|tres) )?(?:cordialement|amicalement|sincerement|respectueusement)"
    r"|bien a (?:vous|toi)|a bientot|bises|merci(?: (?:d['’]avance|encore|beaucoup))?"
    r"|(?:(?:avec )?(?:mes|nos) )?(?:meilleures |sinceres |cordiales )?salutations"
    r"(?: (?:distinguees|cordiales))?"
    r"|(?:mit )?(?:(?:freundlich|best|herzlich|lieb|viel|schon)(?:e|en) )(?:gruße|grußen|"
    r"grusse|grussen|gruessen|gruesse)|gruß|gruss|mfg|lg|vg|hochachtungsvoll|danke|vielen dank"
    r"|atentamente|cordialmente|(?:(?:un|muchos) )?(?:cordial )?saludos?(?: cordiales)?"
    r"|(?:un )?(?:fuerte )?abrazo|hasta pronto|con carino|(?:muchas )?gracias(?: de antemano)?"
    r")\s*[,.!]?"
)
_SPEAKS: Final = re.compile(r"[.!?:;]\s*$")


def signature_at(text: str, start: int) -> list[str]:
    """Return the lines below the formula of a closing, with which the text ends.

    Args:
        text: The post.
        start: Where the closing is to begin: at the beginning of a line.

    Returns:
        Names, and what somebody is; nothing where no closing begins there.
    """
    before = text[max(0, start - FAR) : start].rstrip(" \t")
    if len(text) - start > FAR or (before and not before.endswith("\n")):
        return []
    formula, *below = [line for each in text[start:].splitlines() if (line := each.strip())] or [""]
    if len(below) > LINES or not _FORMULA.fullmatch(folded(formula)):
        return []
    return below if all(map(_may_sign, below)) else []


def _may_sign(line: str) -> bool:
    """Say whether a line may be a part of a signature: some words that are no sentence."""
    is_named = not line[:1].islower()
    return len(line.split()) <= LONGEST and is_named and _SPEAKS.search(line) is None
