"""What admins are shown that no message holds, on every platform."""

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

OVEN = "The village oven is lit on Fridays."


@pytest.fixture(params=["discord", "slack"])
def room(request: pytest.FixtureRequest) -> WatchingRoom:
    """An admin on each platform."""
    if request.param == "discord":
        return DiscordWatchingRoom(request.getfixturevalue("world"))
    return SlackWatchingRoom(request.getfixturevalue("rig"))


async def test_in_a_long_status_stands_first_what_is_lost_and_all_the_rest_on_its_pages(
    room: WatchingRoom,
) -> None:
    names = [f"a-channel-with-quite-a-long-name-{each}" for each in range(60)]
    for name in names:
        room.has(name)
    room.has("oven", OVEN)
    async with room.open():
        await room.watches(everything=True, later=True)
        await room.hears("Done: 1 new")
        await room.shuts_out("oven")
        await room.is_told("I can no longer read #oven")
        await room.asks_status()
        await room.hears("/posts status: 1 of 2")
        assert room.heard(f"#oven: {room.reason}")
        await room.hears("Public channels that are made later are watched, too.", times=2)
        assert not room.heard(f"#{names[-1]}: ")
        await room.turns_status()
        await room.hears(f"#{names[-1]}: ")
