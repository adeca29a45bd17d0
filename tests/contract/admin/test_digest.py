"""The weekly digest of unanswered questions, told once and run on every chat platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.rooms.settings_rooms import DiscordSettingsRoom, SlackSettingsRoom
from tests.e2e.discord import conftest as on_discord
from tests.e2e.slack import conftest as on_slack
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from tests.contract.rooms.settings_room import SettingsRoom

world, rig, slack = on_discord.world, on_slack.rig, on_slack.slack
own_discord = on_discord._own_discord  # noqa: SLF001 - a fixture

OVEN = "The village oven is lit on Fridays, and everybody brings a dough of their own."
ASKED = "when is the village oven lit?"
DIGEST = "Asked since the last digest, and answered by nothing:"


@pytest.fixture(params=["discord", "slack"])
def room(request: pytest.FixtureRequest) -> SettingsRoom:
    """An admin on each platform."""
    if request.param == "discord":
        return DiscordSettingsRoom(request.getfixturevalue("world"))
    return SlackSettingsRoom(request.getfixturevalue("rig"))


async def a_while(room: SettingsRoom, **passes: float) -> int:
    """Let time pass while the bot is away and again while it serves; return the digests so far."""
    room.clock.move(**passes)
    async with room.open():
        before = room.times_told(OVEN)
        await room.asks(ASKED)
        await room.is_told(OVEN, times=before + 1)
    return room.times_told(DIGEST, "there")


async def test_a_channel_is_told_each_week_once_what_nothing_answered(room: SettingsRoom) -> None:
    async with room.open():
        await room.services.library.save([post(OVEN, "1")])
        await room.sets(digest_in="there")
        await room.hears("Weekly digest of unanswered questions: ")
        await room.asks("where are the wild goats kept?")
        await room.is_told("Nothing in the posts")
        await room.asks_out_of_sight("who hides the wine?")
    assert await a_while(room, days=6) == 0
    room.clock.move(days=1, hours=1)
    async with room.open():
        await room.is_told(DIGEST, "there")
        told = room.said("there")
        assert "1. “where are the wild goats kept?” (people who asked: 1)" in told
        assert "An admin answers them with /posts unanswered." in told
        assert "wine" not in told
    assert await a_while(room, hours=1) == 1
    assert await a_while(room, days=8) == 1  # nothing was asked in vain since
    async with room.open():
        await room.sets_back("digest_in")
        await room.hears("Weekly digest of unanswered questions: none")
