"""Answers that admins pin to a question, run on every chat platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.admin.test_marking import own_discord, rig, slack, world
from tests.contract.rooms.marking_rooms import ASIDE, WIFI
from tests.contract.rooms.pinning_rooms import DiscordPinningRoom, PinningRoom, SlackPinningRoom

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["own_discord", "rig", "slack", "world"]

COLOUR = "what colour does the boat house have?"


@pytest.fixture(params=[("world", DiscordPinningRoom), ("rig", SlackPinningRoom)])
def room(request: pytest.FixtureRequest) -> PinningRoom:
    """A question with two replies on each platform."""
    name, made = request.param
    make: Callable[[object], PinningRoom] = made
    return make(request.getfixturevalue(name))


async def test_what_an_admin_pins_comes_first_until_it_is_taken_off(room: PinningRoom) -> None:
    async with room.open():
        offered, said = await room.pins("admin", ASIDE, COLOUR)
        assert WIFI.startswith(offered.rstrip("…")[:40])
        assert f"comes first where somebody asks “{COLOUR}”" in said
        answer = await room.asks("hello, what colour do the boat houses have please?")
        assert ASIDE in answer
        assert "pinned it to this question" in await room.asks_why(COLOUR)
        assert COLOUR in await room.lists()
        assert "Nothing is pinned" in await room.unpins()
        assert "pinned it to this question" not in await room.asks_why(COLOUR)


async def test_it_goes_with_its_message_and_the_list_says_so(room: PinningRoom) -> None:
    async with room.open():
        await room.pins("admin", ASIDE, COLOUR)
        assert ASIDE in await room.asks(COLOUR)
        await room.deletes(ASIDE)
        assert ASIDE not in await room.asks(COLOUR)
        assert "no longer stored" in await room.lists()


async def test_nobody_else_pins_anything_and_nothing_that_is_not_stored(room: PinningRoom) -> None:
    async with room.open():
        offered, said = await room.pins("asker", ASIDE, COLOUR)
        assert offered == ""
        assert "who may manage the posts" in said
        assert "Nothing is pinned" in await room.lists()
