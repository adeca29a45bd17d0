"""Answers that are offered unasked, run on every chat platform."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.questions.pinned import PinnedAnswers
from tests.contract.admin.test_earlier_answers import room
from tests.contract.admin.test_marking import own_discord, rig, slack, world
from tests.contract.rooms.marking_rooms import RADIO, WIFI

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.contract.rooms.offer_rooms import OfferRoom

__all__ = ["own_discord", "rig", "room", "slack", "world"]

AGAIN = "How do I get the wifi of the harbour hut to work?"
ONCE_MORE = "How does the wifi of the harbour hut work with a laptop?"
SAFE = "What opens the safe of the harbour hut?"
OTHER = "How do I get the stove of the harbour hut to work on gas?"


@asynccontextmanager
async def helping(room: OfferRoom, how: str = "in the thread") -> AsyncIterator[None]:
    """Run the bot where it is known what answered, and is to be offered."""
    async with room.open():
        await room.marks("asker", RADIO)
        assert "From now on I offer answers unasked" in await room.helps_out(how)
        yield


async def test_who_asks_what_was_answered_before_is_offered_that_once(room: OfferRoom) -> None:
    async with helping(room):
        await room.writes("other", AGAIN)
        await room.until(room.offers)
        (offer,) = room.offers()
        assert RADIO in offer
        assert WIFI in offer
        assert "Asked by" in offer
        await room.repeats()
        await room.writes("helper", ONCE_MORE)
        await room.until(lambda: len(room.offers()) > 1)
        assert len(room.offers()) == 2


async def test_nothing_is_offered_again_and_a_button_still_works_after_a_restart(
    room: OfferRoom,
) -> None:
    async with helping(room):
        await room.writes("other", AGAIN)
        await room.until(room.offers)
    async with room.open():
        await room.repeats()
        await room.writes("helper", ONCE_MORE)
        await room.until(lambda: len(room.offers()) > 1)
        assert len(room.offers()) == 2
        assert "Taken away" in await room.presses("helper", "not_this")
        await room.until(lambda: len(room.offers()) == 1)


async def test_nothing_is_offered_where_it_is_not_chosen_nor_sure_nor_asked_openly(
    room: OfferRoom,
) -> None:
    async with helping(room):
        assert "I no longer offer answers unasked" in await room.helps_out("off")
        await room.writes("helper", ONCE_MORE)
        await room.helps_out("in the thread")
        await room.writes("other", OTHER)
        await room.writes("other", ONCE_MORE, below=WIFI)
        await room.writes("other", "The wifi of the harbour hut works on my laptop.")
        await room.writes("other", AGAIN)
        await room.until(room.offers)
        assert len(room.offers()) == 1


async def test_nothing_is_offered_that_not_all_who_read_the_channel_may_read(
    room: OfferRoom,
) -> None:
    async with helping(room):
        await room.hides("The safe of the harbour hut opens with 4711.")
        await room.pins("admin", RADIO, ONCE_MORE)
        library, pins = room.services.library, PinnedAnswers(room.services.ledger)
        (pinned,) = pins.of(*room.workspace)
        await pins.pin(*room.workspace, SAFE, "notes:hidden", pinned.account, library=library)
        await room.writes("admin", SAFE)
        await room.writes("other", ONCE_MORE)
        await room.until(room.offers)
        (offer,) = room.offers()
        assert RADIO in offer


async def test_nothing_is_offered_once_somebody_replied(room: OfferRoom) -> None:
    async with helping(room):
        await room.writes_and_is_answered("helper", ONCE_MORE, "Ask Ben, he knows that box.")
        await room.writes("other", AGAIN)
        await room.until(room.offers)
        assert len(room.offers()) == 1


async def test_an_offer_is_for_the_asker_alone_where_that_is_chosen(room: OfferRoom) -> None:
    async with helping(room, "to the asker only"):
        await room.writes("other", AGAIN)
        await room.until(lambda: room.offers_alone("other"))
        (offer,) = room.offers_alone("other")
        assert RADIO in offer
        assert "Taken away" in await room.presses("other", "not_this")
        await room.until(lambda: not room.offers_alone("other"))
        assert room.offers() == []


async def test_not_this_takes_an_offer_away_for_who_asked_and_for_admins_alone(
    room: OfferRoom,
) -> None:
    async with helping(room):
        await room.writes("other", AGAIN)
        await room.until(room.offers)
        assert "Only who asked, or an admin" in await room.presses("helper", "not_this")
        assert len(room.offers()) == 1
        assert "Taken away" in await room.presses("other", "not_this")
        await room.until(lambda: not room.offers())
        await room.writes("helper", ONCE_MORE)
        await room.until(room.offers)
        assert "Taken away" in await room.presses("admin", "not_this")
        await room.until(lambda: not room.offers())


async def test_what_came_of_offers_is_in_the_status(room: OfferRoom) -> None:
    async with helping(room):
        await room.writes("other", AGAIN)
        await room.until(room.offers)
        await room.presses("other", "helped")
        assert len(room.offers()) == 1
        said = await room.looks()
        assert "Answers offered unasked: " in said
        assert "(in the thread)" in said
        assert "1 answer; 1 helped, 0 did not fit." in said


async def test_an_offer_goes_with_the_message_that_asked(room: OfferRoom) -> None:
    async with helping(room):
        await room.writes("other", AGAIN)
        await room.until(room.offers)
        await room.removes(AGAIN)
        await room.until(lambda: not room.offers())
        assert room.services.ledger.offers.counts() == []


async def test_an_offer_goes_with_the_message_that_it_quotes(room: OfferRoom) -> None:
    async with helping(room):
        await room.writes("other", AGAIN)
        await room.until(room.offers)
        await room.removes(RADIO)
        await room.until(lambda: not room.offers())
