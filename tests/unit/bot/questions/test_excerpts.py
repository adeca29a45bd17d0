from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.excerpts import (
    LONG,
    OF_ONE_POST,
    choose,
    confidence,
    nearest,
    unsure,
)
from bot.questions.thresholds import CONFIDENT, UNSURE
from index.posts import Sentence
from index.text.blocks import lists
from tests.fakes.index.hits import hit

if TYPE_CHECKING:
    from bot.messages import Excerpt
    from index.posts import Hit


GOATS = "Goats graze behind the school from the first warm day until late in October."
OVEN = "The village oven is lit on Fridays, and everybody brings a dough of their own."
NETS = "Nets hang in the harbour because the boats stay in during the spring storms."
BREAD = "Bread from a wood fire keeps for a week, as long as it is wrapped in a cloth."
APART = "\n\n"


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
    assert [each.score for each in excerpts] == [0.7, 0.6, 0.5]
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
    assert texts(hit((GOATS, 0.7), confidence=0.1), sure) == []


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
    ("before", "hanging"),
    [
        (
            "Le boulanger de la rue Haute se lève à trois heures tous les jours.",
            "Il a même essayé de dormir au fournil pendant la semaine de Pâques.",
        ),
        (
            "The ferryman knows every rock between the island and the old pier.",
            "He even crossed in the fog of last November with the doctor aboard.",
        ),
        (
            "La bibliothèque ferme en juillet pour refaire le toit et les fenêtres.",
            "C’est pour cela que les livres sont chez les voisins jusqu’en automne.",
        ),
        (
            "The orchard was sold to the parish for a single coin in the spring.",
            "However, the apples still belong to whoever picks them before noon.",
        ),
        (
            "La fanfare répète le mardi soir dans la salle derrière la mairie.",
            "Certains viennent de la vallée voisine malgré la neige et le verglas.",
        ),
    ],
)
def test_a_sentence_that_hangs_on_the_one_before_is_quoted_with_it(
    before: str, hanging: str
) -> None:
    assert texts(hit((GOATS, 0.1), (before, 0.2), (hanging, 0.9))) == [f"{before} {hanging}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Italy sent two barrels of olives to the school for its hundredth year.",
        "Ilse sent two barrels of olives to the school for its hundredth year.",
        "Sonate et valse : le concert commence à vingt heures au temple du bas.",
    ],
)
def test_a_word_that_only_begins_like_a_hanging_one_hangs_on_nothing(sentence: str) -> None:
    assert texts(hit((GOATS, 0.1), (sentence, 0.9))) == [sentence]


def test_the_first_sentence_hangs_on_nothing() -> None:
    hanging = "He even crossed in the fog of last November with the doctor aboard."
    assert texts(hit((hanging, 0.9), (GOATS, 0.1))) == [hanging]


def test_a_very_short_sentence_is_quoted_with_the_one_after() -> None:
    before = ("It rained.", 0.2)
    short = "Milk was dear!"
    assert texts(hit((OVEN, 0.1), before, (short, 0.9), (GOATS, 0.1))) == [f"{short} {GOATS}"]


def test_a_very_short_sentence_at_the_end_is_quoted_alone() -> None:
    assert texts(hit((GOATS, 0.1), ("Two goats.", 0.9))) == ["Two goats."]


@pytest.mark.parametrize("between", ["\n- ", "\n\n- ", " 👉 ", " 👉", "\n•", "\n\n## ", "\n\n\n"])
@pytest.mark.parametrize("best", [0, 1])
def test_what_is_not_the_very_next_sentence_is_never_quoted_along(between: str, best: int) -> None:
    sentences = ["Two goats.", "He even crossed in the fog of last November."]
    scored = [(text, 0.9 if at == best else 0.1) for at, text in enumerate(sentences)]
    assert texts(hit(*scored, between=between)) == [sentences[best]]


@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_sentences_with_only_white_space_between_them_are_quoted_as_they_stand(
    between: str,
) -> None:
    assert texts(hit(("Two goats.", 0.9), (OVEN, 0.1), between=between)) == [
        f"Two goats.{between}{OVEN}"
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [("Opening hours", OVEN), ("It is wet", GOATS), ("It rained.", "What we do now is this:")],
)
@pytest.mark.parametrize("choose_", [choose, lambda hits, _: unsure(hits)])
def test_a_short_line_is_not_quoted_with_another_line_that_it_is_no_part_of(
    before: str, after: str, choose_: Any
) -> None:
    sure = 0.9 if choose_ is choose else UNSURE
    one = hit((before, 0.9), (after, 0.1), between="\n\n", confidence=sure)
    assert [each.text for each in choose_([one], 3)] == [before]


def test_a_list_item_is_not_quoted_with_the_paragraph_below_it() -> None:
    items = ("Rules:\n- Bring a saw.", 0.1), ("Rain came.", 0.9), (OVEN, 0.1)
    one = hit(*items, between=[" ", "\n"])
    assert texts(one) == ["Rain came."]


def test_a_neighbour_that_would_make_the_excerpt_too_long_is_not_quoted_along() -> None:
    long = f"The bell rings {'and rings ' * 40}at noon."
    hanging = "It was cast in the year the river froze, out of ploughs and pans and spoons."
    assert texts(hit((long, 0.1), (hanging, 0.9))) == [hanging]
    assert texts(hit(("At noon.", 0.9), (long, 0.1))) == ["At noon."]


def test_one_long_sentence_is_quoted_whole() -> None:
    long = f"The bell rings {'and rings ' * 40}at noon."
    assert len(long) > LONG
    assert texts(hit((long, 0.9), (GOATS, 0.1))) == [long]


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


@pytest.mark.parametrize(
    ("scores", "quoted"),
    [
        ([0.9, 0.7, 0.1], [f"{GOATS} {OVEN}"]),
        ([0.7, 0.9, 0.1], [f"{GOATS} {OVEN}"]),
        ([0.7, 0.9, 0.7], [f"{GOATS} {OVEN} {NETS}"]),
        ([0.9, 0.6, 0.7], [GOATS, NETS]),
        ([0.9, 0.6, 0.1], [GOATS]),
    ],
)
def test_sentences_side_by_side_that_would_each_be_quoted_are_quoted_as_one(
    scores: list[float], quoted: list[str]
) -> None:
    assert texts(hit(*zip([GOATS, OVEN, NETS], scores, strict=True))) == quoted


def test_of_two_neighbours_the_better_one_is_quoted_along_where_there_is_room_for_one() -> None:
    long = f"The bell rings {'and rings ' * 14}at noon."
    other = long.replace("bell", "horn")
    assert len(long) + len(GOATS) < LONG < len(long) * 2 + len(GOATS)
    assert texts(hit((long, 0.7), (GOATS, 0.9), (other, 0.8)), limit=1) == [f"{GOATS} {other}"]
    assert texts(hit((long, 0.8), (GOATS, 0.9), (other, 0.7)), limit=1) == [f"{long} {GOATS}"]


def test_a_quote_takes_in_no_neighbour_of_another_paragraph() -> None:
    assert texts(hit((GOATS, 0.9), (OVEN, 0.8), between="\n\n")) == [GOATS, OVEN]


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


def test_sentences_that_overlap_are_never_joined() -> None:
    whole = hit((GOATS, 0.1), ("He sang.", 0.9))
    start = whole.sentences[1].start
    twice = replace(whole, sentences=(Sentence(0, start + 3, 0.1), whole.sentences[1]))
    assert texts(twice) == ["He sang."]
