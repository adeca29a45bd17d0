"""What is so of the excerpts of whatever is found."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bot.questions.quoting.excerpts import (
    LONG,
    OF_ONE_POST,
    choose,
    confidence,
    unsure,
)
from bot.questions.quoting.thresholds import CONFIDENT, UNSURE
from index.text.parts.blocks import lists
from tests.fakes.bot.quotable import BREAD, GOATS, NETS, OVEN
from tests.fakes.index.hits import hit

if TYPE_CHECKING:
    from bot.question_and_answer import Excerpt
    from index.posts import Hit


sentence = st.one_of(
    st.sampled_from([GOATS, OVEN, NETS, BREAD, "Twice!", "It rained.", "He even sang a song."]),
    st.text("abé 👇#?", min_size=1, max_size=400).map(str.strip).filter(bool),
)
score = st.floats(0.05, 1)
gap = st.sampled_from([" ", "\n", "\n\n", "\n- ", " 👉 ", "\n•", " 👉"])


@st.composite
def found(draw: st.DrawFn) -> list[Hit]:
    hits = []
    for name in range(draw(st.integers(0, 4))):
        sentences = draw(st.lists(st.tuples(sentence, score), min_size=1, max_size=6))
        gaps = draw(st.lists(gap, min_size=len(sentences) - 1, max_size=len(sentences) - 1))
        confidence = draw(st.floats(0, 1))
        hits.append(hit(*sentences, name=str(name), confidence=confidence, between=gaps))
    return hits


@given(found(), st.integers(1, 6))
def test_every_excerpt_is_what_stands_in_its_post(hits: list[Hit], limit: int) -> None:
    posts = {each.post.id: each.post for each in hits}
    assert all(
        each.text == posts[each.post_id].text[each.start : each.end] and each.text
        for each in choose(hits, limit)
    )


@given(found(), st.integers(1, 6))
def test_every_excerpt_is_one_sentence_or_short_enough(hits: list[Hit], limit: int) -> None:
    sentences = {(each.post.id, span.start, span.end) for each in hits for span in each.sentences}
    assert all(
        len(each.text) <= LONG or (each.post_id, each.start, each.end) in sentences
        for each in choose(hits, limit)
    )


@given(found(), st.integers(1, 6))
def test_every_excerpt_is_of_whole_sentences_or_a_whole_list(hits: list[Hit], limit: int) -> None:
    whole = [
        (each.post.id, span.start, span.end)
        for each in hits
        for spans in (each.sentences, lists(each.post.text))
        for span in spans
    ]
    starts = {(id_, start) for id_, start, _ in whole}
    ends = {(id_, end) for id_, _, end in whole}
    for each in choose(hits, limit):
        assert (each.post_id, each.start) in starts
        assert (each.post_id, each.end) in ends


@given(found(), st.integers(1, 6))
def test_excerpts_are_few_numbered_ordered_and_apart(hits: list[Hit], limit: int) -> None:
    excerpts = choose(hits, limit)
    scores = [each.score for each in excerpts]
    assert len(excerpts) <= limit
    assert [each.citation.number for each in excerpts] == list(range(1, len(excerpts) + 1))
    assert scores == sorted(scores, reverse=True)
    for post in {each.post_id for each in excerpts}:
        assert are_apart([each for each in excerpts if each.post_id == post])


def are_apart(excerpts: list[Excerpt]) -> bool:
    in_order = sorted(excerpts, key=lambda each: each.start)
    apart = all(first.end <= second.start for first, second in itertools.pairwise(in_order))
    return apart and len(excerpts) <= OF_ONE_POST


@given(found(), st.integers(1, 6))
def test_something_is_quoted_exactly_where_what_is_quoted_first_is_sure(
    hits: list[Hit], limit: int
) -> None:
    assert bool(choose(hits, limit)) == (bool(hits) and confidence(hits) >= CONFIDENT)
    assert all(each.confidence >= UNSURE for each in hits if unsure([each]))
