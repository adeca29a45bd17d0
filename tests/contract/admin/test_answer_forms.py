"""What the form of an open question shows and takes, on every chat platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.rooms.form_rooms import DiscordFormRoom, SlackFormRoom
from tests.e2e.discord import conftest as on_discord
from tests.e2e.slack import conftest as on_slack

if TYPE_CHECKING:
    from tests.contract.rooms.form_rooms import FormRoom

world, rig, slack = on_discord.world, on_slack.rig, on_slack.slack
own_discord = on_discord._own_discord  # noqa: SLF001 - a fixture


@pytest.fixture(params=["discord", "slack"])
def room(request: pytest.FixtureRequest) -> FormRoom:
    """An admin on each platform."""
    if request.param == "discord":
        return DiscordFormRoom(request.getfixturevalue("world"))
    return SlackFormRoom(request.getfixturevalue("rig"))


async def test_the_list_says_that_a_question_goes_on_and_the_form_shows_all_of_it(
    room: FormRoom,
) -> None:
    async with room.open():
        await room.is_asked(f"who lit {'the old oven of the village and ' * 20}the stove in May?")
        await room.posts("unanswered")
        await room.hears("Nothing answered these:")
        assert room.sees("…”")
        assert not room.sees("in May?")
        assert "the stove in May?" in await room.opens_form()


@pytest.mark.parametrize("blank", ["\u200b", " \u2800\u3164 \n"])
async def test_an_answer_of_which_nothing_can_be_seen_is_none(room: FormRoom, blank: str) -> None:
    async with room.open():
        await room.is_asked("who lit the oven?")
        await room.posts("unanswered")
        await room.hears("Nothing answered these:")
        await room.answers(blank)
        await room.hears("There is no answer: write some words.")
        await room.posts("unanswered")
        await room.hears("who lit the oven?", times=2)
        assert await room.services.library.ids(source="answers") == []
