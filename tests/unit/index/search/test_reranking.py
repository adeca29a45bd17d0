from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.posts import Passage
from index.search.fusion import Joined
from index.search.keywords import Matches
from index.search.reply_placement import FoundPost
from index.search.reranking import PASSAGES, PASSAGES_OF_SLOW, READ, Among, ranked_hits
from index.search.similarity.model_calibration import Calibration
from index.text.parts.passages import split
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.ports import Encoder
    from index.posts import Hit


TEXT = "The oven is lit on Fridays. Bring your own flour. 👉 Goats graze behind the school."
MATCHES = Matches({}, {"flour": 2.0}, {"flour": {"flour": 1.0}}, {})
BEST = Joined(0, 0.5, 0.4, 0.2, 0.4)


def found(text: str, name: str = "1", best: Joined = BEST) -> FoundPost:
    whole = post(text, name)
    passages = [
        Passage(ordinal, whole.id, ordinal, start, end, text[start:end])
        for ordinal, (start, end) in enumerate(split(text))
    ]
    return FoundPost(whole, best, passages)


def ranked(
    *posts: FoundPost,
    text: str = "flour",
    matches: Matches = MATCHES,
    encoder: Encoder | None = None,
    passages: int = 100,
) -> list[Hit]:
    encoder = encoder or HashingEncoder()
    question = encoder.encode_question(text)
    return ranked_hits(
        text, posts, question, matches, encoder, among=Among(Calibration(), passages)
    )


def best_sentence(hit: Hit) -> str:
    best = max(hit.sentences, key=lambda each: each.score)
    return hit.post.text[best.start : best.end]


def test_every_sentence_of_the_passages_is_scored_in_the_order_it_stands() -> None:
    (hit,) = ranked(found(TEXT))
    assert [TEXT[each.start : each.end] for each in hit.sentences] == [
        "The oven is lit on Fridays.",
        "Bring your own flour.",
        "Goats graze behind the school.",
    ]


def test_an_answer_to_another_question_of_a_form_counts_less_than_elsewhere() -> None:
    form = "What did you like?\nThe long tables.\n\nWhat did you miss?\nCoffee in the morning."
    matches = Matches({}, {"like": 2.0}, {"like": {"like": 1.0}}, {})
    said = {}
    for text in (form, form.replace("miss?", "miss!")):
        (hit,) = ranked(found(text), text="what did Bob like", matches=matches)
        said[text] = {text[each.start : each.end]: each.score for each in hit.sentences}
    of_form, elsewhere = said.values()
    assert of_form["Coffee in the morning."] < 0.9 * elsewhere["Coffee in the morning."]
    assert of_form["The long tables."] == elsewhere["The long tables."]


def test_passages_in_the_order_of_their_rank_give_sentences_in_the_order_of_the_text() -> None:
    long = "\n\n".join(f"{'many words ' * 15}{number}." for number in range(3))
    whole = found(long)
    (hit,) = ranked(whole._replace(passages=whole.passages[::-1]))
    starts = [each.start for each in hit.sentences]
    assert len(whole.passages) == 3
    assert hit.passage == whole.passages[-1]
    assert starts == sorted(starts)


def test_only_the_best_passages_of_a_post_have_their_sentences_scored() -> None:
    long = "\n\n".join(f"{'many words ' * 15}{number}." for number in range(PASSAGES_OF_SLOW + 2))
    (hit,) = ranked(found(long))
    numbers = [long[each.start : each.end][-2:] for each in hit.sentences]
    assert numbers == [f"{number}." for number in range(PASSAGES_OF_SLOW)]


def test_a_model_that_is_quick_reads_more_of_a_post(encoder: Encoder) -> None:
    long = "\n\n".join(f"{'many words ' * 15}{number}." for number in range(PASSAGES + 2))
    (hit,) = ranked(found(long), encoder=encoder)
    assert len(hit.sentences) == PASSAGES


def test_a_sentence_is_helped_by_the_end_of_the_passage_before_it_where_that_was_found() -> None:
    long = f"Flour is dear. {'Goats graze. ' * 15}\n\nIt doubled. {'Goats graze. ' * 15}"
    text = long.replace("Goats graze. \n", "Flour is dear. \n")
    whole = found(text)
    (after, alone) = (
        next(each for each in hit.sentences if text[each.start : each.end] == "It doubled.")
        for hit in ranked(whole, whole._replace(passages=whole.passages[1:]))
    )
    assert len(whole.passages) == 2
    assert after.score > alone.score


def test_the_sentence_that_says_what_was_asked_scores_best() -> None:
    (hit,) = ranked(found(TEXT))
    assert best_sentence(hit) == "Bring your own flour."


def test_a_sentence_is_helped_by_the_one_before_it_where_the_names_stand() -> None:
    text = "Flour is dear this year. It doubled. Goats graze."
    (hit,) = ranked(found(text))
    _, follows, stands_apart = hit.sentences
    assert follows.score > stands_apart.score


def test_a_sentence_with_the_reason_asked_for_scores_above_its_like() -> None:
    text = "The oven is cold because of rain. The oven is cold and it is wet."
    question = "why is the oven cold?"
    matches = Matches(
        {}, {"oven": 1.0, "cold": 1.0}, {"oven": {"oven": 1.0}, "cold": {"cold": 1.0}}, {}
    )
    (asked,) = ranked(found(text), text=question, matches=matches)
    (unasked,) = ranked(found(text), text="the oven is cold", matches=matches)
    assert best_sentence(asked) == "The oven is cold because of rain."
    assert asked.sentences[0].score > unasked.sentences[0].score


def test_scores_lie_between_0_and_1() -> None:
    sure = Joined(0, 1.0, 1.0, 1.0, 1.0)
    reason = "flour because flour"
    for text in (TEXT, reason):
        (hit,) = ranked(found(text, best=sure), text="why flour because flour")
        assert all(0 <= each.score <= 1 for each in hit.sentences)


def test_sentences_are_encoded_once_alone_and_with_the_one_before_after_the_question() -> None:
    encoder = HashingEncoder()
    ranked(found(TEXT), found("Only one", "2"), encoder=encoder)
    first, second = "The oven is lit on Fridays.", "Bring your own flour."
    assert encoder.seen[:1] == ["flour"]
    assert encoder.seen[1:4] == [first, second, f"{first} {second}"]
    assert len(encoder.seen) == len(set(encoder.seen)) == 1 + 2 * (3 + 1) - 2


def test_posts_keep_their_order_their_score_and_what_found_them() -> None:
    many = [
        found(f"flour number {number}", str(number), Joined(number, 1 - number / 20, 0.5, 0.5, 0.5))
        for number in range(READ + 4)
    ]
    hits = ranked(*many)
    assert [(hit.post, hit.score, hit.passage) for hit in hits] == [
        (each.post, each.best.score, each.passages[0]) for each in many
    ]
    assert {hit.found_by for hit in hits} == {("words", "meaning")}


def test_only_the_first_posts_have_their_sentences_scored() -> None:
    hits = ranked(*(found(f"flour number {number}", str(number)) for number in range(READ + 4)))
    assert [bool(hit.sentences) for hit in hits] == [True] * READ + [False] * 4
    assert all(0 < hit.confidence < 1 for hit in hits)


def test_without_posts_there_are_no_hits() -> None:
    assert ranked() == []


def test_a_question_whose_words_tell_nothing_is_scored_by_meaning() -> None:
    (hit,) = ranked(found(TEXT), text="goats graze", matches=Matches({}, {}, {}, {}))
    assert best_sentence(hit) == "Goats graze behind the school."


@pytest.mark.parametrize("order", [1, -1])
def test_a_sentence_s_score_belongs_to_its_own_post(order: int) -> None:
    two = [found("Bring your own flour.", "1"), found("Goats graze.", "2")][::order]
    scores = {hit.post.id: hit.sentences[0].score for hit in ranked(*two)}
    assert scores["notes:1"] > scores["notes:2"]


def test_the_more_speaks_for_a_passage_the_likelier_it_answers() -> None:
    much = found("Goats graze.", best=BEST._replace(score=0.9))
    little = found("Goats graze.", best=BEST._replace(score=0.1))
    assert ranked(much)[0].confidence > ranked(little)[0].confidence


@pytest.mark.parametrize("own", ["Thanks!", "Flour is in the shed."])
def test_a_comment_comes_before_its_post_only_by_its_own_words(own: str) -> None:
    root = found("Bring your own flour.", "1", BEST._replace(score=0.5))
    comment = found(own, "2", BEST._replace(score=0.7, words=0.9))
    comment = comment._replace(post=replace(comment.post, parent_id=root.post.id))
    other = found("Goats graze.", "3", BEST._replace(score=0.6))
    hits = ranked(comment, other, root)
    names = [hit.post.id for hit in hits]
    if own == "Thanks!":
        assert names == ["notes:3", "notes:1", "notes:2"]
        assert hits[2].score < hits[1].score
        assert "post" in hits[2].found_by
    else:
        assert names == ["notes:2", "notes:3", "notes:1"]
        assert "post" not in hits[0].found_by


def test_a_comment_whose_post_was_not_found_keeps_its_place() -> None:
    comment = found("Ada brings it.", "2", BEST._replace(score=0.7, words=0.9))
    comment = comment._replace(post=replace(comment.post, parent_id="notes:1"))
    hits = ranked(comment, found("Goats graze.", "3", BEST._replace(score=0.6)))
    assert [hit.score for hit in hits] == [0.7, 0.6]


def test_among_fewer_passages_the_same_evidence_is_trusted_more() -> None:
    few, many = (ranked(found(TEXT), passages=count)[0].confidence for count in (2, 200))
    assert few > many


@pytest.mark.parametrize(
    ("text", "word", "is_trusted"),
    [
        ("What about the flour?", "flour", True),
        ("What about the weather tomorrow?", "weather", False),
        ("Wie wird das Wetter?", "wetter", True),
    ],
)
def test_among_few_passages_one_is_trusted_that_has_a_word_or_is_in_another_language(
    text: str, word: str, *, is_trusted: bool
) -> None:
    matches = Matches({}, {word: 2.0}, {word: {word: 1.0}}, {word: 2.0})
    few, many = (
        ranked(found(TEXT), text=text, matches=matches, passages=count)[0].confidence
        for count in (2, 200)
    )
    assert (few > many) is is_trusted


def test_what_only_the_second_model_can_read_is_judged_by_it_alone(encoder: Encoder) -> None:
    question = "¿Quién hornea?"
    matches = Matches({}, {}, {}, {"hornea": 2.0})
    vector = encoder.encode_question(question)
    alone, told = (
        ranked_hits(
            question,
            [found(TEXT)],
            vector,
            matches,
            encoder,
            among=Among(Calibration(), 100, posts),
        )[0].confidence
        for posts in ((), ("notes:1",))
    )
    assert told > alone


def test_what_is_quoted_stands_in_the_post_even_where_a_title_helps_to_find_it() -> None:
    whole = found(TEXT)
    titled = whole._replace(post=replace(whole.post, title="Flour"))
    (hit,) = ranked(titled)
    assert hit.sentences == ranked(whole)[0].sentences
