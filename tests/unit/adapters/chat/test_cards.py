from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.chat.cards import (
    Button,
    answer_card,
    corrected_card,
    kept_card,
    only_me_card,
    related_card,
    shared_card,
)
from adapters.chat.quotes import Gap, Quote, credit
from adapters.chat.wording import ENGLISH, FRENCH
from bot.corrections.restatement import RemovedExcerpt, RevisedAnswer
from bot.excerpt_counts import ON_A_PAGE
from bot.question_and_answer import Shared
from index.search_scope import Filters
from tests.fakes.bot.answers import answered
from tests.fakes.bot.ledgers import NOW, asked
from tests.fakes.index.hits import hit

if TYPE_CHECKING:
    from typing import Any

    from adapters.chat.cards import Card
    from adapters.chat.wording import Wording
    from bot.question_and_answer import Answer, Excerpt


def quoting(count: int, **more: Any) -> Answer:
    """Return an answer of as many excerpts."""
    hits = [
        hit((f"The village oven number {each} is lit on Fridays.", 0.9), name=f"{each}")
        for each in range(1, count + 1)
    ]
    return answered(asked(limit=max(1, count), **more), *hits)


def missing(**more: Any) -> Answer:
    """Return an answer that found nothing, but three posts that came near."""
    hits = [
        hit((f"Goat number {each} is grey.", 0.1), name=f"{each}", confidence=0.1, title=title)
        for each, title in enumerate(["Grey goats", "", "", ""], start=1)
    ]
    return answered(asked(**more), *hits)


def quotes(card: Card) -> list[Quote]:
    return [each for each in card.quotes if isinstance(each, Quote)]


def actions(buttons: tuple[Button, ...]) -> list[str]:
    return [each.action for each in buttons]


def test_a_short_answer_is_one_page_of_quotes_with_what_can_be_done() -> None:
    card = answer_card(quoting(2), ENGLISH)
    assert card.question_id == "q1"
    assert [each.number for each in card.quotes] == [1, 2]
    assert quotes(card)[0].text == "The village oven number 1 is lit on Fridays."
    assert actions(card.buttons) == ["only_me", "why", "around", "good", "bad", "take_away"]
    assert (card.heading, card.notes, card.pointers) == ((), (), ())


def test_a_long_answer_is_turned_page_by_page() -> None:
    answer = quoting(7)
    first, second, third = (answer_card(answer, ENGLISH, page=page) for page in (1, 2, 3))
    assert [[each.number for each in card.quotes] for card in (first, second, third)] == [
        [1, 2, 3],
        [4, 5, 6],
        [7],
    ]
    assert [card.notes for card in (first, second, third)] == [
        ("1 of 3",),
        ("2 of 3",),
        ("3 of 3",),
    ]
    assert first.buttons[0] == Button("page", "More", 2)
    assert second.buttons[:2] == (Button("page", "Back", 1), Button("page", "More", 3))
    assert third.buttons[0] == Button("page", "Back", 2)


@given(st.integers(0, 12), st.integers(-3, 20))
def test_whatever_page_is_asked_for_there_is_one_and_together_they_hold_every_quote(
    count: int, page: int
) -> None:
    answer = quoting(count)
    shown = answer_card(answer, ENGLISH, page=page)
    numbers = []
    turned = answer_card(answer, ENGLISH)
    while True:
        numbers += [each.number for each in turned.quotes]
        more = [each for each in turned.buttons if each.label == "More"]
        if not more:
            break
        turned = answer_card(answer, ENGLISH, page=more[0].page)
    assert numbers == list(range(1, count + 1))
    assert len(shown.quotes) <= ON_A_PAGE
    assert bool(shown.quotes) == bool(count)


@pytest.mark.parametrize(
    ("is_private", "may_share", "offered"),
    [
        (True, True, ["share", "why", "around", "good", "bad"]),
        (True, False, ["why", "around", "good", "bad"]),
        (False, False, ["only_me", "why", "around", "good", "bad", "take_away"]),
    ],
)
def test_only_a_private_answer_is_shared_and_only_a_public_one_has_more_for_one(
    is_private: bool, may_share: bool, offered: list[str]
) -> None:
    card = answer_card(quoting(1, is_private=is_private), ENGLISH, may_share=may_share)
    assert actions(card.buttons) == offered


def test_where_nothing_is_found_the_nearest_posts_are_pointed_at_by_their_titles() -> None:
    card = answer_card(missing(is_private=True), ENGLISH, may_share=True)
    assert card.quotes == ()
    assert card.notes == ("Nothing in the posts answers that.", "The nearest posts:")
    assert [each.title for each in card.pointers] == [
        "Grey goats",
        "Goat number 2 is grey.",
        "Goat number 3 is grey.",
    ]
    assert actions(card.buttons) == ["why"]


def test_where_filters_let_nothing_through_it_says_so() -> None:
    card = answer_card(answered(asked(filters=Filters(author="Ada"))), ENGLISH)
    assert card.notes == (ENGLISH.nothing_in_filters,)
    assert card.pointers == ()


def test_where_all_was_said_before_it_says_so() -> None:
    card = answer_card(replace(answered(asked()), is_all_said=True), ENGLISH)
    assert card.notes == (ENGLISH.nothing_more,)


def test_lines_can_be_put_before_and_after() -> None:
    card = answer_card(quoting(4), ENGLISH, heading=["Before"], notes=["After"])
    assert (card.heading, card.notes) == (("Before",), ("After", "1 of 2"))


def test_a_quote_in_another_language_than_the_reader_s_says_so() -> None:
    french = "Le four du village est allumé tous les vendredis à six heures."
    answer = answered(asked(), hit((french, 0.9)), hit(("Le four est là.", 0.9), name="2"))
    assert [each.language for each in quotes(answer_card(answer, ENGLISH))] == ["in French", ""]
    assert [each.language for each in quotes(answer_card(answer, FRENCH))] == ["", ""]
    assert quotes(answer_card(quoting(1), FRENCH))[0].language == "en anglais"


def test_a_credit_is_in_the_reader_s_words() -> None:
    copied = hit(("The village oven is lit on Fridays.", 0.9), age="2 months", parent="0")
    dated = hit(
        ("The village oven is lit on Mondays.", 0.9),
        name="2", author="Ada", url="https://example.org", posted_at=NOW, age="2 months",
    )  # fmt: skip
    answer = answered(asked(), copied, dated)
    unknown, known = (credit(each.citation, FRENCH) for each in answer.excerpts)
    assert (unknown.author, unknown.kind) == ("auteur inconnu", "commentaire")
    assert (unknown.age, unknown.posted_at) == ("2 months au moment de la copie", None)
    assert (known.author, known.kind, known.url) == ("Ada", "message", "https://example.org")
    assert (known.age, known.posted_at, known.source) == ("", NOW, "notes")


def test_a_shared_answer_names_who_asked_and_its_asker_alone_hears_what_is_withheld() -> None:
    shared = Shared(quoting(1), quoting(3))
    card, kept = shared_card(shared, ENGLISH), kept_card(shared, ENGLISH)
    assert card.heading == ("Ada asked: “When is the oven lit?”",)
    assert card.notes == ()
    assert kept.notes == (ENGLISH.withheld.format(count=2),)
    assert kept_card(Shared(quoting(1), quoting(1)), ENGLISH).notes == ()
    assert "share" not in actions(card.buttons + kept.buttons)


def test_where_nothing_could_be_shared_its_asker_hears_that() -> None:
    shared = Shared(quoting(0), quoting(1))
    assert kept_card(shared, ENGLISH).notes == (ENGLISH.nothing_shared,)


def test_braces_in_what_somebody_wrote_stay_as_they_are() -> None:
    answer = answered(asked("What is {name} {0}?"))
    card = shared_card(Shared(answer, answer), ENGLISH)
    assert card.heading == ("Ada asked: “What is {name} {0}?”",)


def test_what_one_reader_may_see_beyond_is_turned_by_itself() -> None:
    card = only_me_card(quoting(4), ENGLISH, page=1)
    last = only_me_card(quoting(4), ENGLISH, page=9)
    assert card.heading == ("4 more that only you can see:",)
    assert card.notes == ("1 of 2",)
    assert card.buttons == (Button("only_me", "More", 2),)
    assert last.buttons == (Button("only_me", "Back", 1),)
    assert [each.number for each in last.quotes] == [4]


def test_where_there_is_nothing_beyond_it_says_so() -> None:
    card = only_me_card(quoting(0), ENGLISH)
    assert card.heading == (ENGLISH.nothing_beyond,)
    assert (card.quotes, card.buttons) == ((), ())


def test_related_posts_are_quoted_or_else_pointed_at_and_have_nothing_to_press() -> None:
    card = related_card(quoting(5), ENGLISH)
    assert (len(card.quotes), card.heading, card.buttons) == (3, (ENGLISH.related,), ())
    near = related_card(missing(), ENGLISH)
    assert (near.pointers[0].title, near.quotes) == ("Grey goats", ())
    assert related_card(answered(asked()), ENGLISH).heading == (ENGLISH.offering["related.none"],)


def corrected(**more: Any) -> RevisedAnswer:
    """Return an answer of five quotes, of which the second and the fourth were struck out."""
    answer = quoting(5)
    shown: list[Excerpt | RemovedExcerpt] = list(answer.excerpts)
    shown[1], shown[3] = RemovedExcerpt(2, is_deleted=True), RemovedExcerpt(4, is_deleted=False)
    parts: dict[str, Any] = {"question": answer.question, "page": 1} | more
    return RevisedAnswer(quotes=tuple(shown), nearest=(), is_corrected=True, **parts)


def test_a_corrected_answer_says_what_was_struck_out_on_the_page_that_is_shown() -> None:
    first, second = (corrected_card(corrected(page=page), ENGLISH) for page in (1, 2))
    assert first.quotes[1] == Gap(2, "removed by its author")
    assert [each.number for each in second.quotes] == [4, 5]
    assert second.quotes[0] == Gap(4, "no longer here")
    assert second.notes == (ENGLISH.corrected, "2 of 2")
    assert actions(first.buttons) == [
        "page",
        "only_me",
        "why",
        "around",
        "good",
        "bad",
        "take_away",
    ]


def test_a_corrected_answer_whose_question_is_gone_has_nothing_to_press() -> None:
    card = corrected_card(corrected(question=None), FRENCH)
    assert (card.question_id, card.heading, card.buttons) == ("", (), ())
    assert card.quotes[1] == Gap(2, "retiré par son auteur")


def test_a_shared_answer_is_still_one_after_a_correction_and_one_s_own_is_not() -> None:
    alone = corrected(question=asked(is_private=True))
    shown = actions(corrected_card(alone, ENGLISH).buttons)
    assert shown == ["page", "why", "around", "good", "bad"]
    card = corrected_card(alone, ENGLISH, heading=["Ada asked"])
    assert card.heading == ("Ada asked",)
    assert "only_me" in actions(card.buttons)


def test_where_the_posts_that_were_pointed_at_are_gone_nothing_is_there() -> None:
    near = missing().nearest[:1]
    left = RevisedAnswer(asked(), (), near, 1, is_corrected=True)
    card = corrected_card(left, ENGLISH)
    assert card.notes == (ENGLISH.corrected, ENGLISH.nothing_found, ENGLISH.nearest)
    assert [each.title for each in card.pointers] == ["Grey goats"]
    none = corrected_card(RevisedAnswer(asked(), (), (), 1, is_corrected=True), ENGLISH)
    assert none.notes == (ENGLISH.corrected, ENGLISH.nothing_found)
    assert actions(none.buttons) == ["only_me", "why", "take_away"]


@pytest.mark.parametrize("wording", [ENGLISH, FRENCH], ids=lambda wording: wording.language)
def test_what_may_answer_is_quoted_and_marked_as_unsure(wording: Wording) -> None:
    first = hit(("Goat number 1 is grey.", 0.9), confidence=0.4)
    second = hit(("Goat number 2 is brown.", 0.8), name="2", confidence=0.3)
    answer = answered(asked(), first, second)
    card = answer_card(answer, wording)
    assert not answer.found
    assert card.heading == (wording.unsure,)
    assert [each.text for each in quotes(card)] == ["Goat number 1 is grey."]
    assert [each.title for each in card.pointers] == ["Goat number 2 is brown."]
    assert wording.nothing_found not in card.notes
    assert "good" not in actions(card.buttons)


def test_posts_like_one_are_never_unsure() -> None:
    card = related_card(answered(asked(), hit(("Goats graze.", 0.9), confidence=0.4)), ENGLISH)
    assert quotes(card) == []
    assert [each.title for each in card.pointers] == ["Goats graze."]


@pytest.mark.parametrize("wording", [ENGLISH, FRENCH], ids=lambda wording: wording.language)
def test_what_a_question_was_narrowed_to_is_said_with_the_way_back(wording: Wording) -> None:
    answer = replace(quoting(1), narrowed=Filters(author="Priya Nair"))
    (note,) = answer_card(answer, wording).notes
    assert 'from:"Priya Nair"' in note
    assert "from:anyone" in note
