"""What is no question by `/ask` or with the bot's name in it, on both platforms that have these."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.contract.chats.test_chat_manners import OvenCore, until
from tests.contract.conftest import serving
from tests.fakes.discord.room import DiscordRoom
from tests.fakes.slack.room import SlackRoom

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


pytestmark = pytest.mark.usefixtures("_no_model")


@pytest.fixture(params=[DiscordRoom, SlackRoom], ids=lambda room: room.__name__)
async def commanded(request: pytest.FixtureRequest) -> AsyncIterator[DiscordRoom | SlackRoom]:
    """A place of each platform that has commands."""
    async with request.param() as opened:
        yield opened


async def test_greetings_and_thanks_in_a_command_are_told_how_to_ask_and_not_searched(
    commanded: DiscordRoom | SlackRoom,
) -> None:
    core = OvenCore()
    async with serving(commanded, core):
        for text in ("hi", "thanks", "bonjour", "¿hola?", "?", "hallo", "👋 hello", "help me"):
            assert "Ask me something" in await commanded.command(text)
        assert "Ask me something" not in commanded.said_openly
        assert "https://example.org/nets" in await commanded.command("hi, when is the oven lit?")
        assert "Nothing answers that" in await commanded.command("help from:ada")
        assert "Nothing in the posts" in await commanded.command("which goats give milk?")
        assert commanded.unanswered == ["which goats give milk?"]
    asked = [each.text for each in core.asked]
    assert asked == ["hi, when is the oven lit?", "help", "which goats give milk?"]


async def test_who_is_called_before_the_bot_is_no_part_of_the_question(
    commanded: DiscordRoom | SlackRoom,
) -> None:
    core = OvenCore()
    async with serving(commanded, core):
        await commanded.says("BEN, BOT when is the oven lit?")
        await commanded.hears("https://example.org/nets")
        await commanded.says("BOT which goats has BEN?")
        await commanded.hears("Nothing in the posts answers that.")
    first, second = [each.text for each in core.asked]
    assert first == "when is the oven lit?"
    assert second.startswith("which goats has ")
    assert "ben" in second.lower()


async def test_a_question_reads_as_if_the_bot_s_name_had_not_been_in_it(
    commanded: DiscordRoom | SlackRoom,
) -> None:
    core = OvenCore()
    asked = "so BOT, which goats give milk?"
    async with serving(commanded, core):
        await commanded.says(asked)
        await commanded.hears("Nothing in the posts answers that.")
        assert commanded.unanswered == ["so, which goats give milk?"]
        await commanded.command(asked)
        await commanded.says("BOT: which bees has BEN, BOT?")
        await until(commanded, lambda: len(core.asked) == 3)
    texts = [each.text for each in core.asked]
    assert texts[:2] == ["so, which goats give milk?"] * 2
    assert re.fullmatch(r"which bees has @?ben\w*\?", texts[2], re.IGNORECASE)


async def test_who_speaks_about_the_bot_or_of_this_moment_gets_nothing(
    commanded: DiscordRoom | SlackRoom,
) -> None:
    core = OvenCore()
    async with serving(commanded, core):
        await commanded.says("I asked BOT about the oven yesterday and it knew nothing")
        await commanded.says("you can ask BOT about the oven")
        await commanded.says("hey BEN, BOT knows when the oven is lit")
        await commanded.says("BOT good bot")
        await commanded.says("so BOT, when is the oven lit?")
        await commanded.hears("https://example.org/nets")
        for text in ("is the oven free?", "who left the oven on?", "le four oven est libre ?",
                     "is the oven lit today?", "wer hat den oven angelassen?"):  # fmt: skip
            await commanded.go_on(text)
        await commanded.go_on("and who lit the oven?")
        await commanded.hears("https://example.org/nets", times=2)
        assert commanded.unanswered == []
    assert [each.text for each in core.asked] == [
        "so, when is the oven lit?",
        "and who lit the oven?",
    ]
