"""What becomes of the list of open questions, told once and run on every chat platform."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.question_and_answer import Asker
from tests.contract.rooms.admin_rooms import DiscordAdminRoom, SlackAdminRoom
from tests.e2e.discord import conftest as on_discord
from tests.e2e.slack import conftest as on_slack
from tests.fakes.bot.ledgers import asked, missed
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from tests.contract.rooms.admin_room import AdminRoom

world, rig, slack = on_discord.world, on_slack.rig, on_slack.slack
own_discord = on_discord._own_discord  # noqa: SLF001 - a fixture

ASKED = "who lit the oven?"
WORDS = "Zoe lights the oven, says the board."


@pytest.fixture(params=["discord", "slack"])
def room(request: pytest.FixtureRequest) -> AdminRoom:
    """An admin on each platform."""
    if request.param == "discord":
        return DiscordAdminRoom(request.getfixturevalue("world"))
    return SlackAdminRoom(request.getfixturevalue("rig"))


async def test_the_list_shows_no_more_what_was_answered_from_it(room: AdminRoom) -> None:
    platform, _, id_ = room.workspace.partition(":")
    workspace = room.workspace if platform == "discord" else id_
    async with room.open():
        await room.is_asked(ASKED)
        for number in range(6):
            at = datetime(2030, 11, number + 1, tzinfo=UTC)
            asker = Asker(platform, f"{number}", "Ada")
            text = f"Who mends roof {number}?"
            question = asked(text, f"q{number}", asker=asker, workspace_id=workspace, asked_at=at)
            room.services.ledger.questions.keep(missed(replace(question, is_private=True)))
        await room.posts("unanswered")
        await room.hears("Nothing answered these: 1 of 2")
        assert room.sees(ASKED)
        await room.answers(WORDS)
        await room.hears("it is a post now")
        await room.shows_no_more(ASKED)
        assert room.sees("Nothing answered these: 1 of 2")
        assert room.sees("roof 4")


async def test_an_empty_list_says_why_it_is_empty_and_what_to_do(room: AdminRoom) -> None:
    platform, _, id_ = room.workspace.partition(":")
    workspace = room.workspace if platform == "discord" else id_
    async with room.open():
        await room.posts("unanswered")
        await room.hears("before there are posts: /posts watch or /posts import")
        await room.services.library.save([post("Bread is baked.", audience=room.workspace)])
        await room.posts("unanswered")
        await room.hears("I know of no question that was asked here: mention me")
        asker = Asker(platform, "1", "Ada")
        question = asked("Who mends roofs?", "q", asker=asker, workspace_id=workspace)
        room.services.ledger.questions.keep(missed(replace(question, is_private=True)))
        await room.posts("unanswered")
        await room.hears("roofs?")
        room.services.ledger.questions.settle("q")
        await room.posts("unanswered")
        await room.hears("Every question found its answer.")
