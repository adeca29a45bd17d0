from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from index.text import lexicon
from index.text.lexicon import translations
from index.text.words import stems

LINES = Path(lexicon.__file__).with_name("lexicon.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES]


@pytest.mark.parametrize(
    ("english", "french"), [("bread", "pain"), ("vehicles", "véhicule"), ("fired", "virer")]
)
def test_a_word_is_carried_over_both_ways(english: str, french: str) -> None:
    (one,), (other,) = stems(english, "en"), stems(french, "fr")
    assert 0 < translations(one, "en")[other] == translations(other, "fr")[one] <= 1


def test_an_unknown_word_is_carried_nowhere() -> None:
    assert translations("xyzzy", "en") == translations("", "fr") == {}


def test_what_a_word_looks_like_in_the_other_language_does_not_count() -> None:
    assert "bread" not in translations("pain", "en")


def test_a_word_has_few_translations_and_each_once() -> None:
    assert len(ROWS) == len({(english, french) for english, french, _ in ROWS})
    for side in (0, 1):
        assert max(Counter(row[side] for row in ROWS).values()) <= 5


def test_every_word_is_a_stem_and_every_weight_a_share() -> None:
    for english, french, weight in ROWS:
        assert 0 < float(weight) <= 1
        assert english != french
        assert english.strip() == english
        assert french.strip() == french
