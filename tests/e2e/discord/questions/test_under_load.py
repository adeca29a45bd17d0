"""What an answer on Discord does not wait for, and what is said when there are too many."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from bot.questions.admission.admission import Admission
from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.e2e.discord.sync.test_reconciliation import kept
from tests.fakes.index.locks import written_by_another

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World


ASKED = "when is the village oven lit?"
TYPING = r"/channels/\d+/typing"
FOR_EVER = 3600
"""Seconds; longer than any test waits."""


@pytest.mark.usefixtures("two_posts")
async def test_a_rate_limit_on_the_typing_sign_holds_up_nobody_s_answer(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    async with world.bot():
        fault = world.fake.limits_rate("POST", TYPING, retry_after=FOR_EVER)
        assert OVEN in (await world.asks(ASKED)).text
        await world.fake.until(lambda: not fault.left)
        assert OVEN in (await world.asks(ASKED, who=world.chief)).text
        assert GOATS in (await world.asks("where do the goats graze?")).text
    assert len([each for each in world.fake.requests if each.path.endswith("/typing")]) == 1
    assert {each.levelno for each in caplog.records} <= {logging.WARNING}  # discord.py's own


@pytest.mark.usefixtures("two_posts")
async def test_a_typing_sign_that_discord_does_not_take_holds_up_no_answer(world: World) -> None:
    async with world.bot():
        hold = world.fake.holds("POST", TYPING)
        assert OVEN in (await world.asks(ASKED)).text
        await world.fake.until(lambda: hold.waiting)
        assert OVEN in (await world.asks(ASKED)).text


@pytest.mark.usefixtures("two_posts")
async def test_a_question_does_not_wait_for_messages_that_cannot_be_stored(world: World) -> None:
    async with world.bot():
        await world.watches(world.square)
        with written_by_another(world.settings.database):
            for number in range(20):
                await world.fake.says(world.ada, world.square, f"Goats graze on meadow {number}.")
            assert OVEN in (await world.asks(ASKED)).text
            assert OVEN in text_of(await world.uses("ask", {"question": ASKED}))
            assert await world.count() == 2


async def test_a_message_that_is_deleted_or_edited_is_not_quoted_before_that_is_stored(
    world: World,
) -> None:
    async with world.bot():
        await world.watches(world.square)
        gone = await world.fake.says(world.ada, world.square, OVEN)
        other = await world.fake.says(world.ada, world.square, GOATS)
        await world.holds(2)
        with written_by_another(world.settings.database):
            await world.fake.deletes(gone)
            await world.fake.edits(other, "Goats graze elsewhere.")
            for text in (ASKED, "where do the goats graze?"):
                answer = await world.asks(text)
                assert OVEN not in answer.text
                assert GOATS not in answer.text
        while await kept(world, world.square) != {"Goats graze elsewhere."}:
            pass  # each round waits for the library's thread


@pytest.mark.usefixtures("two_posts")
async def test_who_asks_when_it_is_busy_is_told_when_to_ask_again(world: World) -> None:
    async with world.bot():
        world.services.limits.admission = Admission(longest_seconds=-1)
        said = "I am busy, 0 questions before yours: ask again in 1 second."
        await world.fake.says(world.ada, world.square, ASKED, mentions_bot=True)
        (told,) = await world.fake.until(world.fake.world.direct_channel(world.ada).said_by_bot)
        assert said in told.text
        assert "Trop de questions arrivent en ce moment" in text_of(
            await world.uses("ask", {"question": ASKED}, locale="fr")
        )
        world.services.limits.admission = Admission()
        assert OVEN in (await world.asks(ASKED)).text


@pytest.mark.usefixtures("two_posts")
async def test_what_discord_holds_up_is_bounded_and_who_asks_more_is_told_so(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.questions.admission.admission.MOST_HELD", 3)
    async with world.bot():
        hold = world.fake.holds("POST", f"/channels/{world.square.id}/messages")
        for _ in range(4):
            await world.fake.says(world.ada, world.square, ASKED, mentions_bot=True)
        (told,) = await world.fake.until(world.fake.world.direct_channel(world.ada).said_by_bot)
        assert "I am busy, 3 questions before yours" in told.text
        hold.release()
        await world.fake.until(lambda: len(world.square.said_by_bot()) == 3)
