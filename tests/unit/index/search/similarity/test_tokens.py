from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.similarity.tokens import token_similarities
from tests.fakes.index.encoders import HashingEncoder

if TYPE_CHECKING:
    from index.ports import Encoder
    from index.search.relevance import TokenSimilarity


TEXTS = {1: "The bakery sells bread", 2: "Goats graze behind the school", 3: "", 4: "日本"}


def found(encoder: Encoder, *words: str, texts: dict[int, str] = TEXTS) -> dict[int, float]:
    return {id_: each.words for id_, each in both(encoder, *words, texts=texts).items()}


def both(
    encoder: Encoder, *words: str, texts: dict[int, str] = TEXTS
) -> dict[int, TokenSimilarity]:
    likeness = token_similarities(dict.fromkeys(words, 1.0), texts, encoder)
    assert likeness is not None
    return likeness


def test_a_text_with_all_of_the_words_is_wholly_alike(encoder: Encoder) -> None:
    assert found(encoder, "bakery", "bread")[1] == pytest.approx(1, abs=1e-5)


def test_words_of_another_language_are_alike_by_what_they_mean(encoder: Encoder) -> None:
    likeness = found(encoder, "boulangerie", "pain")
    assert likeness[1] > 2 * likeness[2]


def test_a_text_without_a_known_word_is_like_nothing(encoder: Encoder) -> None:
    likeness = found(encoder, "bread")
    assert likeness[3] == likeness[4] == 0


@pytest.mark.parametrize("words", [(), ("日本",)])
def test_a_question_without_a_known_word_is_like_nothing(
    encoder: Encoder, words: tuple[str, ...]
) -> None:
    assert found(encoder, *words) == dict.fromkeys(TEXTS, 0.0)


def test_without_texts_there_is_nothing(encoder: Encoder) -> None:
    assert found(encoder, "bread", texts={}) == {}


def test_neighbours_of_the_question_that_stand_together_count_more_than_apart(
    encoder: Encoder,
) -> None:
    filling = "and the goats graze behind the school while it rains all day long " * 2
    texts = {1: f"{filling} sourdough bread {filling}", 2: f"sourdough {filling} {filling} bread"}
    together, apart = both(encoder, "sourdough", "bread", texts=texts).values()
    assert together.words == pytest.approx(apart.words, abs=1e-5)
    assert together.pairs > 1.5 * apart.pairs


def test_neighbours_are_not_looked_for_across_two_texts(encoder: Encoder) -> None:
    one_after_the_other = {1: "sourdough", 2: "bread"}
    alone = both(encoder, "sourdough", "bread", texts={1: "sourdough"})[1]
    assert both(encoder, "sourdough", "bread", texts=one_after_the_other)[1] == pytest.approx(alone)


def test_a_question_of_one_word_is_its_own_pair(encoder: Encoder) -> None:
    assert all(each.words == each.pairs for each in both(encoder, "bread").values())


def test_the_more_a_word_tells_the_more_it_counts(encoder: Encoder) -> None:
    about_bread = token_similarities({"bread": 5.0, "goats": 1.0}, TEXTS, encoder)
    about_goats = token_similarities({"bread": 1.0, "goats": 5.0}, TEXTS, encoder)
    assert about_bread is not None
    assert about_goats is not None
    assert about_bread[1].words > about_bread[2].words
    assert about_goats[1].words < about_goats[2].words


@given(
    asked=st.dictionaries(st.sampled_from("bread oven pain four 日本 xk".split()), st.floats(0, 9)),
    texts=st.dictionaries(st.integers(0, 9), st.text("abc éà日.\n", max_size=30)),
)
def test_every_likeness_lies_between_0_and_1(
    encoder: Encoder, asked: dict[str, float], texts: dict[int, str]
) -> None:
    likeness = token_similarities(asked, texts, encoder)
    assert likeness is not None
    assert list(likeness) == list(texts)
    assert all(0 <= share <= 1 + 1e-5 for each in likeness.values() for share in each)


def test_a_model_without_vectors_of_tokens_compares_nothing() -> None:
    assert token_similarities({"bread": 1.0}, TEXTS, HashingEncoder()) is None
