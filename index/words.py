"""Turns text into the words that full-text search compares; pure."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# A word keeps a final "+" or "#", so that C, C++ and C# stay three things.
_WORD: Final = re.compile(r"\w+(?:\+\+|#)?")
_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})


def folded(text: str) -> str:
    """Returns the text in lower case, without accents, ligatures or compatibility forms."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def words(text: str) -> list[str]:
    """Returns the folded words of a text in the order they stand."""
    return _WORD.findall(folded(text))
