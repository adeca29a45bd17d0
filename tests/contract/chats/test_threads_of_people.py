"""In which threads people go on without naming the bot, on both platforms that have threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.chats.test_chat_manners import OvenCore, until
from tests.contract.conftest import serving
from tests.fakes.discord.room import DiscordRoom
from tests.fakes.slack.room import SlackRoom

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


pytestmark = pytest.mark.usefixtures("_no_model")

NETS = "https://example.org/nets"


@pytest.fixture(params=[DiscordRoom, SlackRoom], ids=lambda room: room.__name__)
async def threaded(request: pytest.FixtureRequest) -> AsyncIterator[DiscordRoom | SlackRoom]:
    """A place of each platform that has threads."""
    async with request.param() as opened:
        yield opened


async def test_in_a_thread_of_people_each_question_names_the_bot_and_leans_on_the_one_before(
    threaded: DiscordRoom | SlackRoom,
) -> None:
    core = OvenCore()
    async with serving(threaded, core):
        await threaded.begins_thread("I go and bake.")
        await threaded.in_thread("BOT when is the oven lit?")
        await threaded.hears(NETS)
        await threaded.in_thread("who lit the oven?")
        await threaded.in_thread("is the oven lit on Fridays?", by_ben=True)
        await threaded.in_thread("BOT and who lit it?")
        await threaded.hears(NETS, times=2)
    asked = [each.searched for each in core.asked]
    assert asked == ["when is the oven lit?", "when is the oven lit? and who lit it?"]
    assert threaded.said_openly.count(NETS) == 2


async def test_in_a_thread_that_begins_with_a_question_who_asked_there_goes_on_without_a_mention(
    threaded: DiscordRoom | SlackRoom,
) -> None:
    core = OvenCore()
    async with serving(threaded, core):
        threaded.ask("when is the oven lit?")
        await threaded.hears(NETS)
        await threaded.begins_thread("", on_question=True)
        await threaded.in_thread("is the oven lit in winter?", by_ben=True)
        await threaded.in_thread("and who lit it?")
        await threaded.hears(NETS, times=2)
        await threaded.in_thread("BOT is the oven lit in autumn?", by_ben=True)
        await threaded.hears(NETS, times=3)
        await threaded.in_thread("is the oven lit in spring?", by_ben=True)
        await until(threaded, lambda: len(core.asked) == 4)
    assert [each.text for each in core.asked] == [
        "when is the oven lit?",
        "and who lit it?",
        "is the oven lit in autumn?",
        "is the oven lit in spring?",
    ]


@pytest.mark.parametrize("how", ["taken away", "deleted", "edited"])
async def test_who_asked_in_a_thread_goes_on_there_where_what_it_began_with_is_taken_away(
    threaded: DiscordRoom | SlackRoom, how: str
) -> None:
    core = OvenCore()
    async with serving(threaded, core):
        threaded.ask("when is the oven lit?")
        await threaded.hears(NETS)
        await until(threaded, lambda: bool(threaded.services.ledger.answers.all()))
        await threaded.begins_thread("", on_question=True)
        match how:
            case "taken away":
                await threaded.press("Take away")
            case "deleted":
                await threaded.delete()
            case _:
                await threaded.edit("thanks!")
        await until(threaded, lambda: not threaded.services.ledger.answers.all())
        await until(threaded, lambda: NETS not in threaded.said_openly)
        await threaded.in_thread("is the oven lit in winter?", by_ben=True)
        await threaded.in_thread("BOT is the oven lit in June?")
        await threaded.hears(NETS)
        await threaded.in_thread("BOT is the oven lit in autumn?", by_ben=True)
        await threaded.hears(NETS, times=2)
        await threaded.in_thread("is the oven lit in spring?", by_ben=True)
        await threaded.hears(NETS, times=3)
        await threaded.in_thread("is the oven lit in May?")
        await threaded.hears(NETS, times=4)
    assert [each.text for each in core.asked] == [
        "when is the oven lit?",
        "is the oven lit in June?",
        "is the oven lit in autumn?",
        "is the oven lit in spring?",
        "is the oven lit in May?",
    ]
