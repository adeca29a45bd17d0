"""Keeps together what a full stop only seems to end: titles, initials, dates, numbers; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.text.language import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE_A_NAME: Final = (
    # titles with a capital ("ask me." ends a sentence): English, French, German, Spanish, Italian
    "Mr Mrs Ms Dr Prof St Ste Rev Hon Gen Capt Lt Sgt "
    "M MM Mme Mmes Mlle Mlles Me Pr Hr Fr Herr Frl Sr Sra Srta D Dott Sig Avv Dra "
    # and what also stands in small letters
    "dr prof av bd boul pl st ste str"
)
_BEFORE_A_NUMBER: Final = (
    "no nos nr p pp pg vol ch chap art al fig tab env approx ca tel tél fr min max ex éd num § "
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "janv févr fevr avr juil août déc"
)
_LONGEST: Final = 9
"""No abbreviation is longer, with its full stop and what parts it from a word."""
_NAME: Final = "|".join(_BEFORE_A_NAME.split())
_NUMBER: Final = "|".join(_BEFORE_A_NUMBER.split())

_OPEN_NAME: Final = re.compile(rf"(?:^|[\s(«\"'’])(?:{_NAME})\.\s*$")
_OPEN_NUMBER: Final = re.compile(rf"(?:^|[\s(«\"'’\d])(?:{_NUMBER})\.\s*$", re.IGNORECASE)
_INITIAL: Final = re.compile(r"(?:^|[\s(«\"'’.-])[A-ZÀ-Þ]\.\s*$")
_CAPITAL: Final = re.compile(r"[\s(«\"]*([A-ZÀ-Þ][\w’'-]*)")
_LOWER: Final = re.compile(r"\s*[-a-zß-ÿ]")
_DIGIT: Final = re.compile(r"\s*\d")


def together(pieces: Sequence[str]) -> list[str]:
    """Return the pieces of a text, those joined that a full stop inside a sentence parted."""
    found: list[str] = []
    for piece in pieces:
        if found and _goes_on(found[-1], piece):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _goes_on(before: str, after: str) -> bool:
    end = len(before.rstrip())
    if not before.endswith(".", 0, end) or "\n" in before[end:]:
        return False
    # Only at the end, for what stands before may be long, and is joined piece by piece.
    begin = max(0, end - _LONGEST)
    if _OPEN_NAME.search(before, begin):
        return _CAPITAL.match(after) is not None or _LOWER.match(after) is not None
    if _OPEN_NUMBER.search(before, begin):
        return _DIGIT.match(after) is not None or _LOWER.match(after) is not None
    initial = _INITIAL.search(before, begin)
    if initial is None:
        return False
    name = _CAPITAL.match(after)
    # "J. Durand", but not "vitamin C. The rest": a sentence begins with a small word.
    is_name = name is not None and name[1].lower() not in FUNCTION_WORDS
    return (is_name and _follows_a_name(before[: initial.start()])) or _LOWER.match(
        after
    ) is not None


def _follows_a_name(lead: str) -> bool:
    """Say whether an initial stands where names do: at the beginning, or after no plain noun."""
    word = lead.rsplit(None, 1)[-1:]
    if not word:
        return True
    last = word[0].strip("(«\"'’").lower()
    return last.rstrip(".") in FUNCTION_WORDS or last.endswith(".") or word[0][0].isupper()
