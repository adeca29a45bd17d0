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


def closing_of(text: str) -> int:
    """Return where the closing of a post begins: a formula of its own line, and names below it.

    Returns:
        A place in the text; its length where it has no closing.
    """
    ends = len(text)
    below: list[str] = []
    for line in reversed(text[-FAR:].splitlines(keepends=True)):
        ends -= len(line)
        said = line.strip()
        if not said:
            continue
        is_whole = ends == 0 or text[ends - 1] == "\n"
        if below and is_whole and _FORMULA.fullmatch(folded(said)):
            return ends + len(line) - len(line.lstrip())
        below.append(said)
        if len(below) > LINES or not _may_sign(said):
            break
    return len(text)


def only_closes(text: str) -> bool:
    """Say whether a closing holds a name and no more: "Yours, Ada", not "Yours, Ada, treasurer"."""
    _formula, *signed = filter(None, map(str.strip, text.splitlines()))
    return len(signed) == 1


def _may_sign(line: str) -> bool:
    """Say whether a line may be a part of a signature: some words that are no sentence."""
    words = line.split()
    is_named = not line[:1].islower()
    return len(words) <= LONGEST and is_named and _SPEAKS.search(line) is None
