"""Who asked takes an answer away again, and nobody else does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.contract.chats.test_chat_manners import until
from tests.contract.conftest import FOUND, serving
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.discord.room import DiscordRoom
from tests.fakes.slack.room import SlackRoom

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.usefixtures("_no_model")

WITH_BUTTONS: Final = (DiscordRoom, SlackRoom)
LINK: Final = "https://example.org/nets"


@pytest.fixture(params=WITH_BUTTONS, ids=lambda room: room.__name__)
async def chat(request: pytest.FixtureRequest) -> AsyncIterator[DiscordRoom | SlackRoom]:
    """A place of each platform that has buttons."""
    async with request.param() as opened:
        yield opened


async def test_who_asked_takes_an_answer_away_with_all_that_is_kept_of_it(
    chat: DiscordRoom | SlackRoom,
) -> None:
    async with serving(chat, ScriptedCore(FOUND)):
        chat.ask("when is the oven lit?")
        await chat.hears(LINK)
        ledger = chat.services.ledger
        await until(chat, lambda: bool(ledger.answers.all()))
        await chat.press("Take away")
        await until(chat, lambda: LINK not in chat.said_openly)
        await until(chat, lambda: not ledger.database.rows("SELECT * FROM questions"))
        assert ledger.answers.all() == []


async def test_nobody_else_takes_an_answer_away(chat: DiscordRoom | SlackRoom) -> None:
    async with serving(chat, ScriptedCore(FOUND)):
        chat.ask("when is the oven lit?")
        await chat.hears(LINK)
        await chat.press("Take away", by_ben=True)
        told = ("Only who asked can take this answer away", "Seule la personne qui a posé")
        await until(chat, lambda: any(each in chat.told_ben for each in told))
        assert LINK in chat.said_openly


async def test_an_answer_whose_question_is_no_longer_kept_says_so(
    chat: DiscordRoom | SlackRoom,
) -> None:
    async with serving(chat, ScriptedCore(FOUND)):
        chat.ask("when is the oven lit?")
        await chat.hears(LINK)
        await until(chat, lambda: bool(chat.services.ledger.answers.all()))
        chat.services.ledger.database.run("DELETE FROM questions")
        await chat.press("Take away", by_ben=True)
        told = ("no longer kept", "n’est plus conservée")
        await until(chat, lambda: any(each in chat.told_ben for each in told))
        assert LINK in chat.said_openly


async def test_who_asked_takes_an_answer_away_also_once_they_are_forgotten(
    chat: DiscordRoom | SlackRoom,
) -> None:
    async with serving(chat, ScriptedCore(FOUND)):
        chat.ask("when is the oven lit?")
        await chat.hears(LINK)
        ledger = chat.services.ledger
        await until(chat, lambda: bool(ledger.answers.all()))
        chat.services.ledger.database.run("DELETE FROM questions")
        await chat.press("Take away")
        await until(chat, lambda: LINK not in chat.said_openly)
        await until(chat, lambda: ledger.answers.all() == [])
