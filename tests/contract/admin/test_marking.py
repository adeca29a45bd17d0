"""Which message answered, said by the people of a chat and run on every chat platform."""

from __future__ import annotations

import pytest

from tests.contract.rooms.marking_rooms import (
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
        assert "Only who asked, who is trusted" in await room.marks("other", RADIO)


async def test_a_message_that_answers_nothing_is_told_so(room: MarkingRoom) -> None:
    async with room.open():
        assert "belongs to no stored question" in await room.marks("asker", WIFI)


async def test_a_tick_by_the_asker_says_what_answered_until_it_is_taken_off(
    room: MarkingRoom,
) -> None:
    async with room.open():
        before = await first_quote(room)
        marked = RADIO if before == ASIDE else ASIDE
        await room.ticks("other", marked)  # anybody may, and it says nothing
        await room.ticks("asker", marked)
        assert await room.is_marked(marked, "asker")
        assert await first_quote(room) == marked
        assert "✅ by who asked" in await room.asks_why(ASKED)
        await room.unticks("asker", marked)
        assert await room.is_marked(marked)
        assert await first_quote(room) == before


async def test_a_tick_by_who_is_trusted_counts_as_long_as_they_are(room: MarkingRoom) -> None:
    async with room.open():
        before = await first_quote(room)
        marked = RADIO if before == ASIDE else ASIDE
        assert "Trusted from now on" in await room.trusts()
        assert "Trusted to say what answered" in await room.looks()
        await room.ticks("helper", marked)
        assert await room.is_marked(marked, "helper")
        assert await first_quote(room) == marked
        assert "No longer trusted" in await room.trusts(is_stopped=True)
        assert await room.is_marked(marked)
        assert await first_quote(room) == before
        assert "Trusted to say what answered" not in await room.looks()


async def test_who_is_trusted_marks_by_the_menu_and_a_tick_outlives_that(
    room: MarkingRoom,
) -> None:
    async with room.open():
        await room.trusts()
        assert "Marked as the answer" in await room.marks("helper", RADIO)
        await room.ticks("asker", RADIO)
        assert await room.is_marked(RADIO, "helper", "asker")
        assert "a ✅ on it still does" in await room.marks("admin", RADIO)
        assert await first_quote(room) == RADIO


async def test_what_was_said_around_a_quote_is_shown_alone_in_its_order(
    room: MarkingRoom,
) -> None:
    async with room.open():
        said = (await room.looks_around(ASKED)).replace("\\", "")
        assert "around quote 1" in said
        places = [said.rfind(each) for each in (WIFI, ASIDE, RADIO)]
        assert -1 not in places
        assert places == sorted(places)
