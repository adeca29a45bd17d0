from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot.excerpt_counts import NEAREST
from bot.questions.quoting.excerpts import choose, unsure
from bot.questions.quoting.post_references import nearest
from bot.questions.quoting.thresholds import ALIKE, CONFIDENT, NEAR, UNSURE
from index.posts import Sentence
from tests.fakes.bot.quotable import APART, BREAD, GOATS, NETS, OVEN
from tests.fakes.index.hits import hit

if TYPE_CHECKING:
    from index.posts import Hit


def texts(*hits: Hit, limit: int = 3) -> list[str]:
    return [each.text for each in choose(hits, limit)]


def test_the_best_sentence_comes_first_wherever_it_stands() -> None:
    first = hit((GOATS, 0.5), (OVEN, 0.8), name="1", between=APART)
    second = hit((NETS, 0.7), (BREAD, 0.9), name="2", between=APART)
    assert texts(first, second, limit=4) == [BREAD, OVEN, NETS]


def test_excerpts_are_numbered_from_1_in_the_order_they_are_shown() -> None:
    first = hit((GOATS, 0.5), (OVEN, 0.7), between=APART)
    excerpts = choose([first, hit((NETS, 0.6), name="2")], 3)
    assert [each.citation.number for each in excerpts] == [1, 2, 3]
    assert [each.score for each in excerpts] == pytest.approx([0.665, 0.57, 0.475])
    assert [each.post_id for each in excerpts] == ["notes:1", "notes:2", "notes:1"]


def test_no_more_are_quoted_than_asked_for() -> None:
    hits = [hit((f"{NETS} {number}", 0.5), name=str(number)) for number in range(5)]
    assert [len(choose(hits, limit)) for limit in (1, 2, 4)] == [1, 2, 4]


def test_at_most_two_excerpts_are_of_one_post() -> None:
    one = hit((GOATS, 0.9), (OVEN, 0.8), (NETS, 0.7), between=APART)
    assert texts(one) == [GOATS, OVEN]
    assert texts(one, hit((BREAD, 0.65), name="2")) == [GOATS, OVEN, BREAD]


@pytest.mark.parametrize(
    ("confidence", "count"), [(0.0, 0), (CONFIDENT - 0.01, 0), (CONFIDENT, 1), (1.0, 1)]
)
def test_weak_evidence_is_not_quoted(confidence: float, count: int) -> None:
    assert CONFIDENT == 0.5
    assert len(choose([hit((GOATS, 0.9), confidence=confidence)], 3)) == count


def test_what_is_quoted_first_must_be_sure_and_another_is_not_enough() -> None:
    weak = hit((GOATS, 0.5), confidence=0.1)
    sure = hit((OVEN, 0.6), name="2")
    assert texts(weak, sure)[0] == texts(sure, weak)[0] == OVEN
    assert texts(hit((GOATS, 0.7), confidence=0.1), sure)[0] == OVEN
    assert texts(hit((GOATS, 1.2), confidence=0.1), sure) == []


def test_what_surely_answers_comes_before_what_scores_more_in_a_post_that_hardly_does() -> None:
    doubtful, sure = hit((GOATS, 0.8), confidence=0.4), hit((OVEN, 0.7), name="2")
    assert texts(doubtful, sure) == [OVEN, GOATS]


@pytest.mark.parametrize(
    ("confidence", "count"), [(UNSURE - 0.01, 0), (UNSURE, 1), (0.49, 1), (CONFIDENT, 0)]
)
def test_between_sure_and_nothing_the_nearest_quote_is_unsure(
    confidence: float, count: int
) -> None:
    hits = [hit((GOATS, 0.9), (OVEN, 0.8), between=APART, confidence=confidence)]
    assert [each.text for each in unsure(hits)] == [GOATS][:count]


def test_of_two_states_of_one_thing_the_newer_comes_first() -> None:
    old = hit(("The gate code is 4711.", 0.9), posted_at=datetime(2022, 3, 1, tzinfo=UTC))
    new = hit(
        ("The gate code is 8840 now.", 0.88), name="2", posted_at=datetime(2026, 2, 1, tzinfo=UTC)
    )
    undated = hit(("The gate code is 1234.", 0.91), name="3")
    assert texts(old, new) == ["The gate code is 8840 now.", "The gate code is 4711."]
    assert texts(old, new, undated)[0] == "The gate code is 1234."


def test_what_is_newer_and_of_another_thing_or_denied_stays_behind() -> None:
    old = hit(("The gate code is 4711.", 0.9), posted_at=datetime(2022, 3, 1, tzinfo=UTC))
    for said in ("The boat house is closed for good.", "The gate code is not 8840."):
        new = hit((said, 0.89), name="2", posted_at=datetime(2026, 2, 1, tzinfo=UTC))
        assert texts(old, new)[0] == "The gate code is 4711."


def test_what_is_passed_on_is_quoted_once_and_by_whom_said_it() -> None:
    said = "The ferry is cancelled on Sunday because of the regatta."
    first = hit((said, 0.9), posted_at=datetime(2025, 9, 4, tzinfo=UTC))
    again = hit((f"RT: {said}", 0.89), name="2", posted_at=datetime(2025, 9, 5, tzinfo=UTC))
    french = hit((f"FYI : {said} 😢", 0.88), name="3", posted_at=datetime(2025, 9, 6, tzinfo=UTC))
    assert texts(first, again, french) == [said]


def test_nothing_found_is_nothing_quoted() -> None:
    assert choose([], 3) == ()


def test_a_hit_whose_sentences_were_not_scored_is_not_quoted() -> None:
    assert choose([replace(hit((GOATS, 0.9)), sentences=())], 3) == ()


def test_what_scores_far_below_the_best_is_left_out() -> None:
    near, far = hit((OVEN, 0.71), name="2"), hit((NETS, 0.69), name="3")
    assert texts(hit((GOATS, 1.0)), near, far) == [GOATS, OVEN]


@pytest.mark.parametrize(
    "empty",
    [
        "Do you know what the goats behind the school eat when the snow lies deep?",
        "Voici tout ce que nous savons des chèvres derrière l’école du village :",
        "Everything that we know about the goats behind the village school 👇",
        "#goats #school #village #winter #animals #milk #cheese #hay #mountains #snow",
        "https://example.org/the-goats-behind-the-school-and-what-they-eat-in-winter",
        "Goats",
    ],
)
def test_questions_announcements_hashtags_links_and_headings_lose_against_what_tells_something(
    empty: str,
) -> None:
    hits = [hit((empty, 0.9), name="1"), hit((NETS, 0.8), name="2")]
    assert texts(*hits)[0] == NETS


def test_a_heading_loses_against_what_stands_below_it() -> None:
    one = hit(("The goats behind the school", 0.9), (GOATS, 0.8), between="\n")
    assert texts(one)[0] == GOATS


def test_a_question_is_quoted_where_nothing_else_is_there() -> None:
    asked = "Who knows how to keep the slugs away from the young salad in a wet spring?"
    assert texts(hit((asked, 0.9))) == [asked]


def test_the_same_words_are_quoted_once_whatever_their_case_and_signs() -> None:
    repeated = hit((f"“{GOATS.upper()}”", 0.8), name="2")
    assert texts(hit((GOATS, 0.9)), repeated, hit((OVEN, 0.7), name="3")) == [GOATS, OVEN]


def test_two_excerpts_of_one_post_never_overlap() -> None:
    short = "Twice a week."
    scored = [(GOATS, 0.9), (short, 0.8), (OVEN, 0.95)]
    assert texts(hit(*scored, between=APART)) == [OVEN, GOATS]


def test_a_citation_tells_all_that_is_known_of_the_post() -> None:
    posted_at = datetime(2026, 1, 5, tzinfo=UTC)
    known: dict[str, Any] = {
        "author": "Ada",
        "url": "https://example.org/1",
        "title": "Goats",
        "age": "2 mois",
    }
    (excerpt,) = choose([hit((GOATS, 0.9), posted_at=posted_at, parent="0", **known)], 3)
    cited = excerpt.citation
    assert (cited.author, cited.url, cited.title, cited.age) == tuple(known.values())
    assert (cited.posted_at, cited.source, cited.kind) == (posted_at, "notes", "comment")


def test_a_post_without_a_title_is_called_by_how_it_begins() -> None:
    (excerpt,) = choose([hit((GOATS, 0.1), (OVEN, 0.9))], 3)
    assert excerpt.citation.title == GOATS


def test_the_nearest_posts_are_the_first_three_in_their_order() -> None:
    hits = [hit((GOATS, 0.1), name=str(number), title=f"T{number}") for number in range(5)]
    assert [(each.number, each.title) for each in nearest(hits)] == [
        (1, "T0"),
        (2, "T1"),
        (3, "T2"),
    ]
    assert nearest([]) == ()


def test_sentences_that_overlap_are_never_joined() -> None:
    whole = hit((GOATS, 0.1), ("He sang.", 0.9))
    start = whole.sentences[1].start
    twice = replace(whole, sentences=(Sentence(0, start + 3, 0.1), whole.sentences[1]))
    assert texts(twice) == ["He sang."]


def test_what_is_not_near_is_not_offered_as_near() -> None:
    far, near = hit((GOATS, 0.9), confidence=0.05), hit((OVEN, 0.8), name="2", confidence=NEAR)
    assert [each.post_id for each in nearest([far, near])] == ["notes:2"]
    assert [each.post_id for each in nearest([far, near], least=0)] == ["notes:1", "notes:2"]
    (quoted,) = unsure([hit((NETS, 0.9), name="3", confidence=UNSURE)])
    assert [each.post_id for each in nearest([far], first=[quoted])] == []


def test_what_is_only_of_the_kind_that_is_asked_for_is_not_near() -> None:
    unlike = replace(hit((GOATS, 0.9), confidence=0.2), score=ALIKE - 0.01)
    assert nearest([unlike]) == ()
    assert nearest([unlike], least=0) == ()  # nor is it like a post
    alike = replace(unlike, score=ALIKE, confidence=0.0)
    assert [each.post_id for each in nearest([alike], least=0)] == ["notes:1"]


def test_only_the_first_that_were_found_are_near() -> None:
    far = [hit((GOATS, 0.9), name=str(each), confidence=0.01) for each in range(NEAREST)]
    assert nearest([*far, hit((OVEN, 0.8), name="9", confidence=0.2)]) == ()
