"""What `/ask` does with what is no question, on both platforms that have commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.chats.test_chat_manners import OvenCore
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
