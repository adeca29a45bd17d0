"""What can be tried of the training without its data."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.embedding.encoder import BUNDLED, open_encoder
from training import lexicon
from training.collection import Collection
from training.marked import Marked, marked_questions, told
from training.texts.corpus import Pair

if TYPE_CHECKING:
    from collections.abc import Iterator
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


OVEN = "Come all. The oven is lit on Fridays at noon."
ROOF = "The roof was repaired in May."


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """Two posts."""
    posts = tmp_path / "posts.jsonl"
    rows = [{"id": "oven", "text": OVEN}, {"id": "roof", "text": ROOF}]
    posts.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with closing(Collection(posts, "notes", tmp_path, open_encoder(BUNDLED), None)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("answer", "place", "is_first"),
    [(("oven", 10, len(OVEN)), 0, True), (("roof", 0, len(ROOF)), 1, False)],
)
def test_a_quote_is_right_that_is_a_marked_sentence(
    collection: Collection, answer: tuple[str, int, int], place: int, *, is_first: bool
) -> None:
    found = told(collection, Marked("notes", "en", "When is the oven lit?", [answer]))
    assert (found.place, found.is_sure, found.is_first) == (place, True, is_first)


def test_what_nothing_answers_has_no_right_post(collection: Collection) -> None:
    found = told(collection, Marked("notes", "en", "Who sells violins in Vienna?", []))
    assert (found.place, found.is_sure, found.is_first) == (None, False, False)


def test_every_marked_question_is_asked_once_and_of_a_known_set() -> None:
    asked = marked_questions()
    assert len({(each.posts, each.question) for each in asked}) == len(asked)
    assert {each.posts for each in asked} == {"en_posts", "fr_posts", "sections", "chat"}
    assert all(0 <= start < end for each in asked for _, start, end in each.answers)


@pytest.mark.parametrize("lang", ["es", "de"])
def test_a_hundred_marked_questions_are_in_spanish_and_as_many_in_german(lang: str) -> None:
    assert sum(each.lang == lang for each in marked_questions()) == 100
