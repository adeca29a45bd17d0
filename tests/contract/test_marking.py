"""Which message answered, said by the people of a chat and run on every chat platform."""

from __future__ import annotations

import pytest

from tests.contract.marking_rooms import (
    ASIDE,
    RADIO,
    WIFI,
    DiscordMarkingRoom,
    MarkingRoom,
    SlackMarkingRoom,
)
from tests.e2e.discord import conftest as on_discord
from tests.e2e.slack import conftest as on_slack

world, rig, slack = on_discord.world, on_slack.rig, on_slack.slack
own_discord = on_discord._own_discord  # noqa: SLF001 - a fixture

ASKED = "how do I get the wifi of the harbour hut to work?"


@pytest.fixture(params=["discord", "slack"])
def room(request: pytest.FixtureRequest) -> MarkingRoom:
    """A question with two replies on each platform."""
    if request.param == "discord":
        return DiscordMarkingRoom(request.getfixturevalue("world"))
    return SlackMarkingRoom(request.getfixturevalue("rig"))


async def first_quote(room: MarkingRoom) -> str:
    """Return which of the two replies an answer quotes first, with what stands above it."""
    said = await room.asks(ASKED)
    return min((ASIDE, RADIO), key=lambda each: said.find(each) if each in said else len(said))


@pytest.mark.parametrize("who", ["asker", "admin"])
async def test_what_is_marked_is_quoted_first_until_that_is_taken_back(
    room: MarkingRoom, who: str
) -> None:
    async with room.open():
        before = await first_quote(room)
        marked = RADIO if before == ASIDE else ASIDE
        said = await room.marks(who, marked)
        assert f"Marked as the answer to “{WIFI}”." in said.replace("\\", "")
        assert await first_quote(room) == marked
        answer = await room.asks(ASKED)
        assert "Asked by" in answer
        assert WIFI in answer
        assert "No longer marked" in await room.marks(who, marked)
        assert await first_quote(room) == before


async def test_who_neither_asked_nor_looks_after_the_posts_marks_nothing(
    room: MarkingRoom,
) -> None:
    async with room.open():
        assert "Only who asked, or an admin" in await room.marks("other", RADIO)


async def test_a_message_that_answers_nothing_is_told_so(room: MarkingRoom) -> None:
    async with room.open():
        assert "belongs to no stored question" in await room.marks("asker", WIFI)
