from __future__ import annotations

import pytest

from adapters.slack.access.directory import Person, asker_of
from adapters.slack.ids import Spot, spot_at
from adapters.slack.questions.message_to_question import to_question
from bot.errors import AskError

ADA = Person("U1", "Ada")
SPOT = Spot("T1", "C1", "17.1")
LABELS = frozenset({"everyone"})


def test_a_mention_is_a_question_without_the_mention_and_with_its_filters_read() -> None:
    asked = to_question(
        "<@UBOT> when is <@U2> back? from:<@U2>",
        ADA,
        SPOT,
        LABELS,
        bot_user_id="UBOT",
        names={"U2": "Bob Stone"},
    )
    assert asked is not None
    assert asked.text == "when is @Bob Stone back?"
    assert asked.filters.author == "@Bob Stone"
    assert (asked.asker.account, asked.asker.name) == ("slack:T1/U1", "Ada")
    assert (asked.conversation, asked.workspace_id, asked.audience) == (
        "slack:T1/C1/17.1",
        "T1",
        LABELS,
    )
    assert not asked.is_private


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("oven from:<@U2> from:<@U3>", "from: can be only one"),
        ("oven in:<#C1> in:<#C2|lane>", "in: can be only one"),
    ],
)
def test_two_who_are_mentioned_are_two_although_they_have_one_name(text: str, said: str) -> None:
    names = dict.fromkeys(("U2", "U3", "C1", "C2"), "Bob")
    with pytest.raises(AskError, match=said):
        to_question(text, ADA, SPOT, LABELS, names=names)


def test_who_is_mentioned_twice_is_one() -> None:
    text = "oven from:<@U2> from:<@U2> in:<#C1> in:<#C1>"
    asked = to_question(text, ADA, SPOT, LABELS, names={"U2": "Bob", "C1": "news"})
    assert asked is not None
    assert (asked.filters.author_id, asked.filters.channel) == ("slack:T1/U2", "slack:T1/C1")


@pytest.mark.parametrize("written", ["<@U2>", "<@U2|bob>"])
def test_who_is_mentioned_in_the_words_is_told_by_account(written: str) -> None:
    text = f"<@UBOT> what did {written} say about the fee?"
    asked = to_question(text, ADA, SPOT, LABELS, bot_user_id="UBOT", names={"U2": "Bob  Stone"})
    assert asked is not None
    assert asked.mentions == (("Bob Stone", "slack:T1/U2"),)
    assert asked.text == "what did @Bob Stone say about the fee?"


def test_what_is_no_account_with_a_name_is_no_mention() -> None:
    text = "<@UBOT> what did <@U3> and <!subteam^S1|@crew> say in <#C1|lane>?"
    asked = to_question(text, ADA, SPOT, LABELS, bot_user_id="UBOT", names={"UBOT": "Quoter"})
    assert asked is not None
    assert asked.mentions == ()


def test_a_bare_mention_is_no_question() -> None:
    assert to_question(" <@UBOT> ", ADA, SPOT, LABELS, bot_user_id="UBOT") is None


@pytest.mark.parametrize("text", ["since:never oven", "x" * 2001, "from:bob"])
def test_what_cannot_be_asked_says_so(text: str) -> None:
    with pytest.raises(AskError):
        to_question(text, ADA, SPOT, LABELS)


@pytest.mark.parametrize(
    "spot", [SPOT, Spot("T1", "C1"), Spot("T1", "C1", reader="U1"), Spot("T1", "D1", "17.1")]
)
def test_a_remembered_place_leads_back_to_where_it_was(spot: Spot) -> None:
    assert spot_at(spot.conversation) == spot


@pytest.mark.parametrize("place", ["discord:1/2", "terminal", "slack:T1", "slack:T1/C1/1/2"])
def test_other_places_lead_nowhere(place: str) -> None:
    assert spot_at(place) is None


def test_what_one_asks_alone_is_apart_from_what_others_ask_there() -> None:
    places = {Spot("T1", "C1", reader=user).conversation for user in ("U1", "U2", "")}
    assert len(places) == 3


def test_an_asker_is_known_by_workspace_and_account() -> None:
    assert asker_of(ADA, "T1").account == "slack:T1/U1"
