"""What is told of messages that were forgotten, once their channel is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.rooms.watching_rooms import DiscordWatchingRoom, SlackWatchingRoom
from tests.e2e.discord import conftest as on_discord
from tests.e2e.slack import conftest as on_slack

if TYPE_CHECKING:
    from tests.contract.rooms.watching_room import WatchingRoom

world, rig, slack = on_discord.world, on_slack.rig, on_slack.slack
own_discord = on_discord._own_discord  # noqa: SLF001 - a fixture

FORGOTTEN = "messages that were forgotten, or whose authors were (2)"


@pytest.fixture(params=["discord", "slack"])
def room(request: pytest.FixtureRequest) -> WatchingRoom:
    """An admin on each platform."""
    if request.param == "discord":
        return DiscordWatchingRoom(request.getfixturevalue("world"))
    return SlackWatchingRoom(request.getfixturevalue("rig"))


@pytest.mark.parametrize("is_read_as_new", [False, True])
async def test_what_was_forgotten_is_told_once_by_the_next_reading(
    room: WatchingRoom, *, is_read_as_new: bool
) -> None:
    room.has("oven", "The village oven is lit on Fridays.")
    room.wrote("oven", "Nets hang in the harbour.")
    async with room.open():
        await room.watches("oven")
        await room.hears("Done: 2 new")
        await room.forgets_writer()
        await room.hears("This removes")
        await room.confirms()
        await room.hears("Removed: 2.")
        if is_read_as_new:
            await room.unwatches("#oven")
            await room.hears("I follow #oven no longer.")
        await room.watches("oven")
        await room.hears(FORGOTTEN)
        assert room.heard("forgotten or deleted earlier") == 0
