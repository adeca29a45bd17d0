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
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}

    def ids(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the tokens of each text."""
        pieces = [_pieces(each) for each in texts]
        # Another thread may begin anew meanwhile: what this one reads stays as it is.
        known = self._known
        if len(known) > MOST:
            self._known = known = {}
        if fresh := set().union(*pieces) - known.keys():
            known |= self._read(fresh)
        return [[id_ for piece in own for id_ in known[piece]] for own in pieces]

    def _read(self, pieces: set[str]) -> dict[str, list[int]]:
        whole = {each: self._tokenizer.token_to_id(each) for each in pieces if each.isascii()}
        found = {each: [id_] for each, id_ in whole.items() if id_ is not None}
        rest = list(pieces - found.keys())
        encodings = self._tokenizer.encode_batch_fast(rest, add_special_tokens=False)
        return found | {piece: each.ids for piece, each in zip(rest, encodings, strict=True)}


def _pieces(text: str) -> list[str]:
    if text.isascii():
        return _ASCII_WORDS.findall(text.lower())
    found: list[str] = []
    for piece in text.split():
        found += _ASCII_WORDS.findall(piece.lower()) if piece.isascii() else [piece]
    return found
