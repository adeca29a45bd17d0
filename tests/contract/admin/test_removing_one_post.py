"""How one post that is named by its link or its id is removed, told once for both platforms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.rooms.admin_rooms import DiscordAdminRoom, SlackAdminRoom
from tests.e2e.discord import conftest as on_discord
from tests.e2e.slack import conftest as on_slack
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from tests.contract.rooms.admin_room import AdminRoom

world, rig, slack = on_discord.world, on_slack.rig, on_slack.slack
own_discord = on_discord._own_discord  # noqa: SLF001 - a fixture


@pytest.fixture(params=["discord", "slack"])
def room(request: pytest.FixtureRequest) -> AdminRoom:
    """An admin on each platform."""
    if request.param == "discord":
        return DiscordAdminRoom(request.getfixturevalue("world"))
    return SlackAdminRoom(request.getfixturevalue("rig"))


async def test_a_post_is_named_as_what_is_removed_and_not_as_whose_post_it_is(
    room: AdminRoom,
) -> None:
    async with room.open():
        oven = post("The village oven is lit on Fridays.", "1", audience=room.workspace)
        await room.services.library.save([oven])
        await room.posts("forget", post="notes:7")
        await room.hears("notes:7: this post is not stored here.")
        await room.posts("forget", post="notes:1")
        await room.hears("This removes notes:1 (1 post) from all that I store.")
        await room.confirms()
        await room.hears("Removed: 1.")
        assert await room.services.library.ids_under("") == []
