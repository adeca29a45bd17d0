"""The answer to a question that was deleted while the bot was away goes once it is back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.questions import deleted_meanwhile
from tests.contract.chats.test_chat_manners import OvenCore, until
from tests.contract.conftest import serving
from tests.fakes.discord.room import DiscordRoom
from tests.fakes.slack.room import SlackRoom

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.usefixtures("_no_model")

NETS = "https://example.org/nets"


@pytest.fixture(params=[DiscordRoom, SlackRoom], ids=lambda room: room.__name__)
async def chat(request: pytest.FixtureRequest) -> AsyncIterator[DiscordRoom | SlackRoom]:
    """A place of each platform on which a question is a message."""
    async with request.param() as opened:
        yield opened


async def answered(chat: DiscordRoom | SlackRoom) -> None:
    """Let Ada ask something and be answered."""
    kept = len(chat.services.ledger.answers.all())
    chat.ask("when is the oven lit?")
    await chat.hears(NETS, times=chat.said.count(NETS) + 1)
    await until(chat, lambda: len(chat.services.ledger.answers.all()) > kept)


async def test_the_answer_goes_and_others_stay(chat: DiscordRoom | SlackRoom) -> None:
    async with serving(chat, OvenCore()):
        await answered(chat)
        await answered(chat)
    chat.lose()
    async with serving(chat, OvenCore()):
        await until(chat, lambda: chat.said_openly.count(NETS) == 1)
        await answered(chat)
        assert chat.said_openly.count(NETS) == 2
        assert len(chat.services.ledger.answers.all()) == 2


async def test_what_was_asked_long_ago_is_not_looked_for(
    chat: DiscordRoom | SlackRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(chat, OvenCore()):
        await answered(chat)
    chat.lose()
    monkeypatch.setattr(deleted_meanwhile, "LONGEST_AGO", timedelta(0))
    async with serving(chat, OvenCore()):
        await answered(chat)
        assert chat.said_openly.count(NETS) == 2
