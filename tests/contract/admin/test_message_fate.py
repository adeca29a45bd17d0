"""What an admin is told of one message, run on every chat platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.admin.test_marking import own_discord, rig, slack, world
from tests.contract.rooms.fate_rooms import DiscordFateRoom, FateRoom, SlackFateRoom
from tests.contract.rooms.marking_rooms import ASIDE, RADIO, WIFI

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["own_discord", "rig", "slack", "world"]


@pytest.fixture(params=[("world", DiscordFateRoom), ("rig", SlackFateRoom)])
def room(request: pytest.FixtureRequest) -> FateRoom:
    """A channel with messages of all kinds on each platform."""
    name, made = request.param
    make: Callable[[object], FateRoom] = made
    return make(request.getfixturevalue(name))


async def test_an_admin_is_told_of_each_message_whether_it_is_stored_and_why_not(
    room: FateRoom,
) -> None:
    async with room.open():
        assert "Stored, in 1 passage, for those who read" in await room.asks_fate("admin", RADIO)
        for text, said in (
            ("app", "an app wrote it"),
            ("kept out", "keeps it out by 🚫"),
            ("question", "it asks me something"),
            ("elsewhere", "its channel is not watched"),
        ):
            assert said in await room.asks_fate("admin", text)


async def test_what_was_forgotten_is_told_so_and_only_to_admins(room: FateRoom) -> None:
    async with room.open():
        await room.forgets(ASIDE)
        assert "never stored again" in await room.asks_fate("admin", ASIDE)
        assert "who may manage the posts" in await room.asks_fate("other", WIFI)


async def test_a_status_tells_of_which_days_what_is_kept_is_and_what_is_left_out(
    room: FateRoom,
) -> None:
    async with room.open():
        said = await room.looks()
        assert "oldest" in said
        assert "messages of apps (1" in said
        assert "messages that their authors keep out (1)" in said
        assert "Gap" not in said
        await room.forgets(ASIDE)
        await room.reads_again()
        said = await room.looks()
        assert "messages that were forgotten, or whose authors were (1)" in said
        assert "messages of apps (1" in said
