"""Reads texts word by word, so that the bundled tokenizer is asked for each word once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Tokenizer

MOST: Final = 20_000
"""So many words are remembered, some five megabytes; then it begins anew."""

_ASCII_WORDS: Final = re.compile(r"c\+\+|[cf]#(?![a-z])|[a-z]+|[0-9]+")
"""What the bundled tokenizer takes for words, in a text of small ASCII letters."""


class WordTokenizer:
    """The bundled tokenizer, several times as fast: posts that are compared share their words.

    Its words end at blanks at the latest, so that what stands between two is read by itself, and
    a plain word of its vocabulary is one token. All else is left to it.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._known = _Known(tokenizer)

    def ids(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the tokens of each text."""
        # Another thread may begin anew meanwhile: what this one reads stays as it is.
        known = self._known
        if len(known) > MOST:
            self._known = known = _Known(known.tokenizer)
        return [[id_ for piece in _pieces(text) for id_ in known[piece]] for text in texts]


class _Known(dict[str, list[int]]):
    """The tokens of words; one that is not there is read."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer

    def __missing__(self, piece: str) -> list[int]:
        id_ = self.tokenizer.token_to_id(piece) if piece.isascii() else None
        found: list[int] = (
            self.tokenizer.encode(piece, add_special_tokens=False).ids if id_ is None else [id_]
        )
        self[piece] = found
        return found


def _pieces(text: str) -> list[str]:
    if text.isascii():
        return _ASCII_WORDS.findall(text.lower())
    found: list[str] = []
    for piece in text.split():
        found += _ASCII_WORDS.findall(piece.lower()) if piece.isascii() else [piece]
    return found
