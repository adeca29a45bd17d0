"""Earlier answers like a message, looked for by anybody and run on every chat platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.admin.test_marking import own_discord, rig, slack, world
from tests.contract.rooms.marking_rooms import ASIDE, RADIO, WIFI
from tests.contract.rooms.offer_rooms import DiscordOfferRoom, OfferRoom, SlackOfferRoom

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["own_discord", "rig", "slack", "world"]

AGAIN = "the wifi of the harbour hut does not work on my laptop, how do I get it to work?"
UNKNOWN = "Which whales sing loudest near Iceland?"
NONE = "Nothing that you may read here answered something like this before."


@pytest.fixture(params=[("world", DiscordOfferRoom), ("rig", SlackOfferRoom)])
def room(request: pytest.FixtureRequest) -> OfferRoom:
    """A question with two replies on each platform."""
    name, made = request.param
    make: Callable[[object], OfferRoom] = made
    return make(request.getfixturevalue(name))


async def test_what_answered_before_is_shown_under_its_question_to_whoever_looks(
    room: OfferRoom,
) -> None:
    async with room.open():
        await room.marks("asker", RADIO)
        said = await room.looks_earlier(AGAIN)
        assert "What was answered to something like this before:" in said
        assert RADIO in said
        assert "Asked by" in said
        assert WIFI in said
        assert AGAIN not in said


async def test_what_is_not_sure_is_shown_as_such_or_the_reader_is_told_that_there_is_nothing(
    room: OfferRoom,
) -> None:
    async with room.open():
        assert NONE in await room.looks_earlier(UNKNOWN)
        assert "Rien de ce que vous pouvez lire ici" in await room.looks_earlier(UNKNOWN, "reader")


async def test_nobody_is_shown_what_only_others_read(room: OfferRoom) -> None:
    hidden = "Whales sing loudest near Iceland in March, the humpbacks do."
    async with room.open():
        await room.hides(hidden)
        said = await room.looks_earlier(UNKNOWN)
        assert hidden not in said
        assert hidden in await room.looks_earlier(f"{UNKNOWN} I ask again.", "admin")


async def test_what_an_admin_pinned_to_the_question_comes_first(room: OfferRoom) -> None:
    async with room.open():
        await room.pins("admin", ASIDE, UNKNOWN)
        assert ASIDE in await room.looks_earlier(UNKNOWN)
