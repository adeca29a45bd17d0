"""Half of a character, wherever it is typed, costs no answer, on both platforms with commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.chats.test_chat_manners import OvenCore, hears_alone, until
from tests.contract.conftest import serving
from tests.contract.rooms.admin_rooms import DiscordAdminRoom, SlackAdminRoom
from tests.e2e.discord import conftest as on_discord
from tests.e2e.slack import conftest as on_slack
from tests.fakes.discord.room import DiscordRoom
from tests.fakes.index.posts import post
from tests.fakes.slack.room import SlackRoom

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.contract.rooms.admin_room import AdminRoom

world, rig, slack = on_discord.world, on_slack.rig, on_slack.slack
own_discord = on_discord._own_discord  # noqa: SLF001 - a fixture

HALF = "\ud83d"
NETS = "https://example.org/nets"


@pytest.fixture(params=[DiscordRoom, SlackRoom], ids=lambda room: room.__name__)
async def commanded(request: pytest.FixtureRequest) -> AsyncIterator[DiscordRoom | SlackRoom]:
    """A place of each platform that has commands."""
    async with request.param() as opened:
        yield opened


@pytest.fixture(params=["discord", "slack"])
def room(request: pytest.FixtureRequest) -> AdminRoom:
    """An admin on each platform."""
    if request.param == "discord":
        return DiscordAdminRoom(request.getfixturevalue("world"))
    return SlackAdminRoom(request.getfixturevalue("rig"))


@pytest.mark.usefixtures("_no_model")
async def test_half_of_a_character_in_a_question_or_a_filter_costs_no_answer(
    commanded: DiscordRoom | SlackRoom,
) -> None:
    core = OvenCore()
    async with serving(commanded, core):
        assert NETS in await commanded.command(f"when is the oven{HALF} lit?")
        said = await commanded.command(f"the goats from:{HALF}x")
        assert "nothing here has that name" in said
        assert "kind:" in await commanded.command(f"the oven kind:{HALF}")
        assert "since:" in await commanded.command(f"the oven since:{HALF}")
        await commanded.says(f"so {HALF} BOT, which goats{HALF} give milk?")
        await commanded.hears("Nothing in the posts answers that.")
        await commanded.ask_alone(f"when is the oven{HALF} lit?")
        await hears_alone(commanded, NETS)
        commanded.ask(f"{HALF} which bees sleep?")
        await commanded.hears("Nothing in the posts answers that.", times=2)
        await commanded.edit(f"who lit the oven{HALF}?")
        await until(commanded, lambda: NETS in commanded.said_openly)


async def test_half_of_a_character_in_what_an_admin_names_costs_no_reply(room: AdminRoom) -> None:
    async with room.open():
        bread = post("The village oven is lit on Fridays.", "1", audience=room.workspace)
        await room.services.library.save([bread])
        await room.posts("forget", person=f"Zoe{HALF}")
        await room.hears("There is nothing of Zoe")
        await room.posts("forget", source=f"no{HALF}where")
        await room.hears("There is nothing of nowhere")
        await room.posts("forget", post=f"notes:{HALF}")
        await room.hears("this post is not stored here")
        await room.is_asked("where are the wild goats kept?")
        await room.posts("unanswered")
        await room.hears("“where are the wild goats kept?”")
        await room.answers(f"Zoe keeps{HALF} them there.")
        await room.hears("it is a post now")
        await room.is_told("them there.")
