"""Turns text into the words that are compared; pure."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

import Stemmer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.text.language import Language

# A word keeps a final "++" or "#", so that C, C++ and C# stay three things.
_WORD: Final = re.compile(r"\w+(?:\+\+|#)?")
_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
_ALGORITHMS: Final = {"en": "english", "fr": "french"}


_AT_ONCE: Final = 1_000
_MOST_UNFOLDED: Final = 4_000
"""So many characters may come of as many as are folded at once."""


def folded(text: str) -> str:
    """Return the text in lower case, without accents, ligatures or compatibility forms."""
    # In pieces, since putting the accents of one letter in order takes the square of their number.
    return "".join(_folded(text[at : at + _AT_ONCE]) for at in range(0, len(text), _AT_ONCE))


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()  # nothing else is left to fold
    # Decomposed first, since letters in a bold or script style have no lower case of their own.
    form: Literal["NFKD", "NFD"] = "NFKD"
    if len(unfolded := unicodedata.normalize(form, text)) > _MOST_UNFOLDED:
        # Hardly anything but signs that each stand for a whole phrase.
        form, unfolded = "NFD", text
    plain = unicodedata.normalize(form, unfolded.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return bare.translate(_LIGATURES)


def words(text: str) -> list[str]:
    """Return the folded words of a text in the order they stand."""
    return _WORD.findall(folded(text))


def stems(text: str, language: Language) -> list[str]:
    """Return the stems of a text's words (the Snowball algorithm) in the order they stand.

    Folding comes first, so that "épuisés" and "epuises" have one stem.
    """
    return stem_words(words(text), language)


def stem_words(folded_words: Sequence[str], language: Language) -> list[str]:
    """Return the stem of each of these folded words."""
    found: list[str] = _stemmer(language).stemWords(folded_words)
    return found


@cache
def _stemmer(language: Language) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_ALGORITHMS[language])
