from __future__ import annotations

import pytest

from index.fulltext import Matches
from index.passages import split
from index.posts import Hit, Passage
from index.ranking import scored_sentences
from tests.fakes.encoders import HashingEncoder
from tests.fakes.posts import post

TEXT = "The oven is lit on Fridays. Bring your own flour. 👉 Goats graze behind the school."
MATCHES = Matches({}, {"flour": 2.0})


def found(text: str, name: str = "1") -> tuple[Hit, list[Passage]]:
    whole = post(text, name)
    passages = [
        Passage(ordinal, whole.id, ordinal, start, end, text[start:end])
        for ordinal, (start, end) in enumerate(split(text))
    ]
    return Hit(whole, passages[0], 0.5, 0.5, ("words",)), passages


def scored(*hits: tuple[Hit, list[Passage]], encoder: HashingEncoder | None = None) -> list[Hit]:
    encoder = encoder or HashingEncoder()
    return scored_sentences(hits, encoder.encode_question("flour"), MATCHES, encoder)


def test_every_sentence_of_the_passages_is_scored_in_the_order_it_stands() -> None:
    (hit,) = scored(found(TEXT))
    assert [TEXT[each.start : each.end] for each in hit.sentences] == [
        "The oven is lit on Fridays.",
        "Bring your own flour.",
        "Goats graze behind the school.",
    ]


def test_passages_in_the_order_of_their_rank_give_sentences_in_the_order_of_the_text() -> None:
    long = "\n\n".join(f"{'many words ' * 15}{number}." for number in range(3))
    hit, passages = found(long)
    (read,) = scored((hit, passages[::-1]))
    starts = [each.start for each in read.sentences]
    assert len(passages) == 3
    assert starts == sorted(starts)


def test_the_sentence_that_says_what_was_asked_scores_best() -> None:
    (hit,) = scored(found(TEXT))
    best = max(hit.sentences, key=lambda each: each.score)
    assert TEXT[best.start : best.end] == "Bring your own flour."


def test_scores_lie_between_0_and_1() -> None:
    (hit,) = scored(found(TEXT))
    assert all(0 <= each.score <= 1 for each in hit.sentences)


def test_sentences_are_encoded_in_one_batch_after_the_question() -> None:
    encoder = HashingEncoder()
    scored(found(TEXT), found("Only one", "2"), encoder=encoder)
    assert len(encoder.seen) == 1 + 3 + 1


def test_hits_keep_their_order_and_all_else_they_had() -> None:
    many = [found(f"flour number {number}", str(number)) for number in range(12)]
    hits = scored(*many)
    assert [(hit.post.id, hit.score) for hit in hits] == [
        (hit.post.id, hit.score) for hit, _ in many
    ]
    assert hits[0].sentences
    assert not hits[-1].sentences


def test_without_hits_there_is_nothing_to_score() -> None:
    assert scored() == []


def test_a_question_whose_words_tell_nothing_is_scored_by_meaning() -> None:
    encoder = HashingEncoder()
    question = encoder.encode_question("goats graze")
    (hit,) = scored_sentences([found(TEXT)], question, Matches({}, {}), encoder)
    assert max(hit.sentences, key=lambda each: each.score) == hit.sentences[-1]


@pytest.mark.parametrize("order", [1, -1])
def test_a_sentence_s_score_belongs_to_its_own_hit(order: int) -> None:
    two = [found("Bring your own flour.", "1"), found("Goats graze.", "2")][::order]
    scores = {hit.post.id: hit.sentences[0].score for hit in scored(*two)}
    assert scores["notes:1"] > scores["notes:2"]
