"""What admins set up in chat, told once and run on every chat platform."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.ledger.workspace_settings import DEFAULTS
from bot.question_and_answer import Asker
from tests.contract.rooms.settings_rooms import DiscordSettingsRoom, SlackSettingsRoom
from tests.e2e.discord import conftest as on_discord
from tests.e2e.slack import conftest as on_slack
from tests.fakes.bot.ledgers import asked, missed
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from tests.contract.rooms.settings_room import SettingsRoom

world, rig, slack = on_discord.world, on_slack.rig, on_slack.slack
own_discord = on_discord._own_discord  # noqa: SLF001 - a fixture

OVEN = "The village oven is lit on Fridays, and everybody brings a dough of their own."
ASKED = "when is the village oven lit?"
QUIET = "I do not answer in this channel"


@pytest.fixture(params=["discord", "slack"])
def room(request: pytest.FixtureRequest) -> SettingsRoom:
    """An admin on each platform."""
    if request.param == "discord":
        return DiscordSettingsRoom(request.getfixturevalue("world"))
    return SlackSettingsRoom(request.getfixturevalue("rig"))


async def knows(room: SettingsRoom) -> None:
    """Let the bot know something that everybody may read."""
    await room.services.library.save([post(OVEN, "1", author="Zoe")])


async def test_in_a_quiet_channel_questions_are_answered_to_their_asker_alone(
    room: SettingsRoom,
) -> None:
    async with room.open():
        await knows(room)
        await room.sets(quiet_in="here")
        await room.hears("That is set from now on.")
        await room.asks(ASKED)
        await room.is_told_alone(QUIET)
        await room.asks(ASKED, "there")
        await room.is_told(OVEN, "there")
        await room.asks_by_command(ASKED)
        await room.is_answered_alone(OVEN)
        assert room.said("here") == ""
        await room.sets_back("quiet_in")
        await room.hears("Quiet channels: none")
        await room.asks(ASKED)
        await room.is_told(OVEN)


async def test_it_answers_in_the_channels_that_were_chosen_only(room: SettingsRoom) -> None:
    async with room.open():
        await knows(room)
        await room.sets(answers_in="there")
        await room.hears("I answer openly: ")
        await room.asks(ASKED)
        await room.is_told_alone(QUIET)
        await room.asks(ASKED, "there")
        await room.is_told(OVEN, "there")
        assert room.said("here") == ""


async def test_threads_go_on_with_a_mention_only_where_that_is_set(room: SettingsRoom) -> None:
    async with room.open():
        await knows(room)
        await room.asks(ASKED)
        await room.is_told(OVEN)
        await room.goes_on("what does everybody bring to the village oven?")
        await room.is_told(OVEN, times=2)
        await room.sets(goes_on=False)
        await room.hears("Threads go on: only with a mention")
        await room.goes_on("who lit the village oven?")
        await room.asks(ASKED, "there")
        await room.is_told(OVEN, "there")
        assert room.times_told(OVEN) == 2
        await room.sets_back("all")
        await room.hears("Threads go on: without a mention")
        await room.goes_on("and what is lit on Fridays?")
        await room.is_told(OVEN, times=3)


async def test_its_words_are_in_the_language_that_was_chosen(room: SettingsRoom) -> None:
    async with room.open():
        await knows(room)
        await room.sets(language="de")
        await room.hears("Das gilt von jetzt an.")
        await room.asks("where are the wild goats kept?")
        await room.is_told("Nichts in den Beiträgen")
        await room.sets_back("language")
        await room.hears("My language: that of whoever reads or asks")
        await room.asks("where are the tame goats kept?")
        await room.is_told("Nothing in the posts")


async def test_questions_are_kept_as_long_as_was_chosen_and_never_longer_than_by_the_host(
    room: SettingsRoom,
) -> None:
    platform, workspace = room.workspace
    async with room.open():
        ledger = room.services.ledger
        for days in (3, 10):
            at = ledger.clock() - timedelta(days=days)
            asker = Asker(platform, "1", "Ada")
            question = asked(f"{days}?", f"q{days}", asker=asker, workspace_id=workspace)
            elsewhere = replace(question, id=f"e{days}", workspace_id=f"{workspace}9")
            for each in (question, elsewhere):
                ledger.questions.keep(missed(replace(each, asked_at=at)))
        await room.sets(keep_days=5)
        await room.hears("Questions are kept: 5 days")
        kept = {each for each in ("q3", "q10", "e3", "e10") if ledger.questions.get(each)}
        assert kept == {"q3", "e3", "e10"}
        await room.sets(keep_days=400)
        await room.hears("90 days are the most here")
        assert ledger.settings.of(platform, workspace).keep_days == 5


async def test_what_was_chosen_is_in_the_status_and_all_of_it_can_be_set_back(
    room: SettingsRoom,
) -> None:
    async with room.open():
        await knows(room)
        await room.looks()
        await room.hears("1 post")
        await room.sets(goes_on=False, keep_days=7, language="en", admins="member")
        await room.hears("Looked after by the admins here, and by: ")
        await room.looks()
        await room.hears("Questions are kept: 7 days", times=2)
        await room.hears("Threads go on: only with a mention", times=2)
        assert room.services.ledger.settings.of(*room.workspace) != DEFAULTS
        await room.sets_back("all")
        await room.hears("Looked after by the admins here, and by: nobody else")
        assert room.services.ledger.settings.of(*room.workspace) == DEFAULTS


async def test_who_was_named_looks_after_the_posts_until_that_is_set_back(
    room: SettingsRoom,
) -> None:
    async with room.open():
        assert not await room.member_may_manage()
        await room.sets(admins="member")
        await room.hears("Looked after by the admins here, and by: ")
        assert await room.member_may_manage()
        await room.sets_back("admins")
        await room.hears("Looked after by the admins here, and by: nobody else")
        assert not await room.member_may_manage()
