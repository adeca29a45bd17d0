"""Carries words over from one language to the other: which words translate which."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from index.text.language import Language


_FILE: Final = Path(__file__).parent / "lexicon.tsv"
_NONE: Final[Mapping[str, float]] = MappingProxyType({})


def translations(stem: str, language: Language) -> Mapping[str, float]:
    """Return the other language's stems for a stem, each with how far it says the same, 0 to 1.

    The lexicon was learnt from sentences in both languages (`training/lexicon.py`) and is read
    once, at the first question: some hundredths of a second, and five megabytes of memory.
    """
    return _lexicon()[language].get(stem, _NONE)


@cache
def _lexicon() -> Mapping[Language, Mapping[str, Mapping[str, float]]]:
    english: dict[str, dict[str, float]] = defaultdict(dict)
    french: dict[str, dict[str, float]] = defaultdict(dict)
    for one, other, weight in _rows():
        english[one][other] = weight
        french[other][one] = weight
    return {"en": dict(english), "fr": dict(french)}


def _rows() -> Iterator[tuple[str, str, float]]:
    with _FILE.open(encoding="utf-8") as lines:
        for line in lines:
            english, french, weight = line.split("\t")
            yield english, french, float(weight)
