"""What can be tried of the training without its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training import lexicon
from training.texts.corpus import Pair

if TYPE_CHECKING:
    from pathlib import Path

SAID = [
    ("bread and wine", "du pain et du vin"),
    ("fresh bread", "pain frais"),
    ("old wine", "vieux vin"),
    ("the bread oven", "le four à pain"),
    ("an old oven", "un vieux four"),
    ("fresh wine", "vin frais"),
]
PAIRS = [Pair("tatoeba", english, french) for english, french in SAID]


def test_words_that_stand_beside_each_other_again_and_again_are_translations() -> None:
    learnt = {
        (english, french) for english, french, weight in lexicon.learnt(PAIRS) if weight > 0.7
    }
    assert learnt == {
        ("bread", "pain"),
        ("fresh", "frais"),
        ("old", "vieux"),
        ("oven", "four"),
        ("wine", "vin"),
    }


def test_a_word_beside_which_too_little_stood_is_left_out() -> None:
    once = [*PAIRS, Pair("tatoeba", "a brown horse", "un cheval brun")]
    assert not {"horse", "brown"} & {english for english, _, _ in lexicon.learnt(once)}


def test_function_words_and_what_is_alike_in_both_are_left_out() -> None:
    learnt = lexicon.learnt([Pair("tatoeba", "the Python of Ada", "le Python d'Ada")] * 9)
    assert [row for row in learnt if row[0] == row[1]] == []
    assert "the" not in {english for english, _, _ in learnt}


def test_half_of_the_law_is_read() -> None:
    english, french = lexicon.sides([Pair("justice_canada", "bread", "pain")] * 10)
    assert len(english.sentences) == len(french.sentences) == 5


def test_the_file_has_a_line_for_each_translation(tmp_path: Path) -> None:
    lexicon.write(PAIRS * 3, tmp_path / "lexicon.tsv")
    lines = (tmp_path / "lexicon.tsv").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)
    assert "bread\tpain\t" in "\n".join(lines)
