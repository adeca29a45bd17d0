from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.ledger.offers import Offer, OfferCounts
from tests.fakes.bot.ledgers import ADA, BEN

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger
    from tests.fakes.bot.ledger_places import LedgerPlace

OFFER = Offer("o1", "discord", "discord:42", "discord:10", ADA.account)
OTHER = Offer("o2", "discord", "discord:42", "discord:11", BEN.account)
ELSEWHERE = Offer("o3", "slack", "T1", "slack:T1/C1", BEN.account)


def test_a_message_is_offered_something_once_also_after_a_restart(place: LedgerPlace) -> None:
    with closing(place.open()) as ledger:
        assert ledger.offers.claim(OFFER)
        assert not ledger.offers.claim(OFFER)
    with closing(place.open()) as ledger:
        assert not ledger.offers.claim(OFFER)
        ledger.offers.release(OFFER.id)
        assert ledger.offers.claim(OFFER)


def test_what_was_shown_is_found_by_its_message_and_is_not_given_back(ledger: Ledger) -> None:
    ledger.offers.claim(OFFER)
    ledger.offers.shown("o1", "discord:10/7")
    ledger.offers.release("o1")
    shown = replace(OFFER, message="discord:10/7", state="offered")
    assert ledger.offers.get("o1") == ledger.offers.in_message("discord:10/7") == shown
    assert ledger.offers.in_message("discord:10/8") is None


def test_what_was_said_of_an_offer_before_it_was_noted_as_shown_stays(ledger: Ledger) -> None:
    ledger.offers.claim(OFFER)
    ledger.offers.note("o1", "helped")
    ledger.offers.shown("o1", "discord:10/7")
    assert ledger.offers.get("o1") == replace(OFFER, message="discord:10/7", state="helped")


def test_offers_are_counted_by_channel_and_by_what_came_of_them(ledger: Ledger) -> None:
    for each in (OFFER, OTHER, ELSEWHERE, replace(OTHER, id="o4"), replace(OTHER, id="o5")):
        ledger.offers.claim(each)
    for id_ in ("o1", "o2", "o3", "o4"):
        ledger.offers.shown(id_, f"message/{id_}")
    ledger.offers.note("o1", "helped")
    ledger.offers.note("o2", "refused")
    here = [OfferCounts("discord:10", 1, 1, 0), OfferCounts("discord:11", 2, 0, 1)]
    assert ledger.offers.counts("discord", "discord:42") == here
    assert ledger.offers.counts() == [*here, OfferCounts("slack:T1/C1", 1, 0, 0)]


def test_offers_are_kept_no_longer_than_the_questions_of_their_workspace(
    place: LedgerPlace,
) -> None:
    with closing(place.open()) as ledger:
        for each in (OFFER, ELSEWHERE):
            ledger.offers.claim(each)
        ledger.offers.forget_older(timedelta(days=-1), "discord", "discord:42")
        assert ledger.offers.get("o1") is None
        assert ledger.offers.get("o3") == ELSEWHERE


def test_offers_go_with_the_message_the_asker_the_workspace_and_in_time(ledger: Ledger) -> None:
    for each in (OFFER, OTHER, ELSEWHERE):
        ledger.offers.claim(each)
    ledger.offers.shown("o1", "discord:10/7")
    assert ledger.offers.take_back("o1") == ["discord:10/7"]
    assert ledger.offers.take_back("o1") == []
    ledger.offers.claim(OFFER)
    ledger.offers.forget_asker(ADA.account)
    assert ledger.offers.get("o1") is None
    ledger.offers.forget_workspace("slack", "T1")
    assert ledger.offers.get("o3") is None
    ledger.offers.forget_older(timedelta(days=1))
    assert ledger.offers.get("o2") == OTHER
    ledger.offers.forget_older(timedelta(days=-1))
    assert ledger.offers.get("o2") is None
