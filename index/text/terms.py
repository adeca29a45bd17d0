"""Turns text into the terms that are indexed and looked up; pure.

Beyond the stems of its words: a number with its points as one ("1.4.2"), a word of several parts
as one ("co-voiturage"), a sign of money or share, and pairs of signs where a script has no spaces.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from index.text.kinds.signal_words import ASKING_SIGNS, ENCLITICS, SIGNS
from index.text.language import FUNCTION_WORDS
from index.text.words import folded, stem_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from index.text.language import Language

_HAN: Final = (
    "\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_HIRAGANA: Final = "\u3041-\u309f"
_KATAKANA: Final = "\u30a0-\u30ff\u31f0-\u31ff"
_HANGUL: Final = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff"
_SCRIPTS: Final = (_HAN, _HIRAGANA, _KATAKANA, _HANGUL)
_WITHOUT_SPACES: Final = "".join(_SCRIPTS)

_PIECE: Final = re.compile(
    r"(?P<number>(?<![\w.])v?\d+(?:[.,]\d+)+(?![\w]))"
    rf"|(?P<run>{'|'.join(f'[{script}]+' for script in _SCRIPTS)})"
    r"|(?P<sign>[€$£¥%])"
    rf"|(?P<word>[^\W{_WITHOUT_SPACES}]+(?:\+\+|#)?)"
)
_WORD: Final = re.compile(r"\w+(?:\+\+|#)?", re.ASCII)
_MORE_THAN_WORDS: Final = re.compile(r"[$%]|\d[.,]\d|\w-\w")
"""In a text of ASCII letters: anything that is no word, or makes more than one."""

_THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,}")
# Another word is passed over as a whole, or its end would be looked for from each of its letters.
_JOINED: Final = re.compile(r"([^\W\d_]\w*+(?:[-\u2010\u2011][^\W_]++){1,2})|[^\W\d_]\w*+")
_SMALL_WORDS: Final = re.compile(f"[{_HIRAGANA}]+")
_ASKING: Final = re.compile("|".join(sorted(ASKING_SIGNS, key=len, reverse=True)))


class Asked(NamedTuple):
    """A term of a question.

    Attributes:
        word: As it was asked.
        same: Other terms that say quite the same: the sign of a unit, or its name.
        joined: What it makes as one word with the one beside it.
    """

    word: str
    same: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()


def terms(text: str, language: Language) -> list[str]:
    """Return the terms of a text: the stems of its words, then what is taken as a whole."""
    if text.isspace():
        return []  # most lines of a chat have no title
    line = folded(text)
    if line.isascii() and not _MORE_THAN_WORDS.search(line):
        return stem_words(_WORD.findall(line), language)  # most lines, in half the time
    found: list[str] = []
    names: list[str] = []
    for kind, piece in _pieces(line):
        if kind == "word":
            names.append(piece)
        elif kind == "number":
            found.append(_number(piece))
            names += re.findall(r"\d+", piece)
        else:
            found += [piece] if kind == "sign" else _pairs(piece)
    names += [_as_one(each) for each in _compounds(line)]
    return stem_words(names, language) + found


def asked_terms(text: str) -> list[Asked]:
    """Return the terms by which a question is looked up, those that tell nothing left out."""
    line = _without_asking(folded(text))
    joined = _joined_with(line)
    has_other_signs = any(kind == "run" and not _is_small(run) for kind, run in _pieces(line))
    found: list[Asked] = []
    for kind, piece in _pieces(line):
        if kind == "word" and piece not in FUNCTION_WORDS:
            found.append(Asked(piece, SIGNS.get(piece, ()), joined.get(piece, ())))
        elif kind == "number":
            found.append(Asked(_number(piece)))
        elif kind == "sign":
            found.append(Asked(piece, SIGNS.get(piece, ())))
        elif kind == "run" and not (has_other_signs and _is_small(piece)):
            found += map(Asked, _pairs(piece))
    return found


def is_without_spaces(term: str) -> bool:
    """Say whether a term is of a script without spaces, which the bundled model does not know."""
    return re.match(f"[{_WITHOUT_SPACES}]", term) is not None


def spelled_out(text: str) -> str:
    """Return a text with the word for each sign of money or share behind it."""
    return re.sub("[€$£¥%]", lambda sign: f"{sign.group()} {SIGNS[sign.group()][-1]} ", text)


def versions(text: str) -> frozenset[str]:
    """Return the version numbers of a text: "1.4.2" is one, and another than "1.4.12"."""
    return frozenset(
        _number(each)
        for kind, each in _pieces(folded(text))
        if kind == "number" and each.count(".") > 1
    )


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    for match in _PIECE.finditer(line):
        yield match.lastgroup or "", match.group()


def _pairs(run: str) -> list[str]:
    # Folding takes syllables apart; as pairs they are compared whole.
    whole = unicodedata.normalize("NFC", run)
    return ["".join(pair) for pair in pairwise(whole)] or [whole]


def _number(piece: str) -> str:
    piece = piece.removeprefix("v")
    return re.sub("[.,]", "", piece) if _THOUSANDS.fullmatch(piece) else piece.replace(",", ".")


def _compounds(line: str) -> list[str]:
    return [
        each
        for each in _JOINED.findall(line)
        if each and not ENCLITICS.intersection(re.split(r"[-\u2010\u2011]", each)[1:])
    ]


def _as_one(compound: str) -> str:
    return re.sub(r"[-\u2010\u2011]", "", compound)


def _joined_with(line: str) -> Mapping[str, tuple[str, ...]]:
    """Return, for each word, what it makes as one with the word beside it."""
    found: dict[str, tuple[str, ...]] = {}
    whole = {each: _as_one(each) for each in _compounds(line)}
    for compound, one in whole.items():
        for part in re.split(r"[-\u2010\u2011]", compound):
            found[part] = (*found.get(part, ()), one)
    plain = re.findall(r"[^\W\d_]+", line)
    for pair in pairwise(plain):
        one = "".join(pair)
        if one not in whole.values() and not FUNCTION_WORDS.intersection(pair):
            for part in pair:
                found[part] = (*found.get(part, ()), one)
    return found


def _without_asking(line: str) -> str:
    return _ASKING.sub(" ", unicodedata.normalize("NFC", line))


def _is_small(run: str) -> bool:
    return _SMALL_WORDS.fullmatch(run) is not None
