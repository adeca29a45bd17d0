"""Understands a question that leans on the one before; pure."""

from __future__ import annotations

import re
from typing import Final

from index.language import FUNCTION_WORDS
from index.words import words

# Words that stand for something said before, in the languages we speak; those that as often
# stand for nothing ("is it true", "il faut") count only where nothing else is named.
_POINTING: Final = frozenset(
    "he she him her his hers they them their theirs it its this that these those there then "
    "il elle ils elles lui leur leurs eux celui celle ceux celles ça cela ceci y en "
    "son sa ses".split()
)

_GOING_ON: Final = re.compile(r"(?:and|but|so|or|also|et|mais|donc|ou|puis|alors)\b", re.IGNORECASE)

# A name: a capital inside the sentence, a number, or anything quoted.
_NAMING: Final = re.compile(r"(?<=\s)[A-ZÀ-Þ]\w|\d|[\"«“]")

_FEW: Final = 2

_EMPTY: Final = frozenset(word for each in FUNCTION_WORDS for word in words(each)) | _POINTING


def leans(text: str) -> bool:
    """Says whether a question names nothing, so that it needs the one before.

    "And who replaced him?" does; "and who replaced Ilya Sutskever?" does not; "why?" does.
    """
    if _NAMING.search(text.strip()):
        return False
    folded = words(text)
    pointing = bool(_POINTING.intersection(folded)) or bool(_GOING_ON.match(text.strip()))
    telling = [word for word in folded if word not in _EMPTY]
    return (pointing and len(telling) <= _FEW) or not telling


def context_for(text: str, before: str) -> str:
    """Returns what a question is to be read after: the question before, or "" for none."""
    return before if before and leans(text) else ""
