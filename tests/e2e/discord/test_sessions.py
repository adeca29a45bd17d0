"""Logging in, losing the connection, coming back, and stopping."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.errors import LoginError, PlatformError
from bot.running import folder_lock
from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from bot.question_and_answer import Answer, Question
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.messages import Message


ASKED = "when is the village oven lit?"


def missed(world: World, text: str = ASKED) -> Message:
    """Add a question that no connection delivers."""
    return world.square.add_message(world.ada, f"{world.fake.world.bot.mention} {text}")


async def failure(world: World) -> BaseException | None:
    async with world.bot() as task:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await asyncio.wait([task])
        return task.exception()


async def test_a_wrong_token_ends_the_bot_with_one_sentence(world: World) -> None:
    assert world.settings.discord
    wrong = replace(world.settings.discord, token="wrong-token-of-ours")  # noqa: S106
    world.settings = replace(world.settings, discord=wrong)
    error = await failure(world)
    assert isinstance(error, LoginError)
    assert str(error).startswith("Discord does not accept DISCORD_TOKEN: ")
    assert "wrong-token-of-ours" not in str(error)


async def test_a_token_that_is_replaced_while_the_bot_runs_ends_it(world: World) -> None:
    async with world.bot() as task:
        await world.fake.until(lambda: world.fake.gateway.sessions)
        await world.fake.gateway.drop(4004)
        await asyncio.wait([task])
        assert isinstance(task.exception(), LoginError)


async def test_a_missing_intent_ends_the_bot_with_how_to_turn_it_on(world: World) -> None:
    world.fake.gateway.privileged = 0
    error = await failure(world)
    assert isinstance(error, LoginError)
    assert "turn on Message Content Intent" in str(error)


async def test_a_discord_that_cannot_be_reached_ends_the_bot(world: World) -> None:
    assert world.settings.discord
    nowhere = replace(world.settings.discord, api_url="http://127.0.0.1:1/api/v10")
    world.settings = replace(world.settings, discord=nowhere)
    error = await failure(world)
    assert isinstance(error, PlatformError)
    assert str(error).startswith("Discord cannot be reached")


@pytest.mark.usefixtures("two_posts")
@pytest.mark.parametrize("how", ["4000", "abort", "op 7"])
async def test_a_question_of_the_meantime_is_answered_once_after_a_resume(
    world: World, how: str
) -> None:
    gateway = world.fake.gateway
    async with world.bot():
        await world.asks("where do the goats graze?")
        if how == "4000":
            await gateway.drop(4000)
        elif how == "abort":
            gateway.abort()
        else:
            await gateway.ask_to_reconnect()
        asked = await world.fake.says(world.ada, world.square, ASKED, mentions_bot=True)
        assert OVEN in (await world.answer_to(asked)).text
        await world.fake.until(lambda: gateway.resumes)
        await world.asks("where do the goats graze?")
    assert len(gateway.identifies) == 1
    assert len(world.square.said_by_bot()) == 3


@pytest.mark.usefixtures("two_posts")
async def test_a_question_of_the_meantime_is_answered_once_after_a_lost_session(
    world: World,
) -> None:
    async with world.bot():
        await world.serves()  # what is asked before that is not asked of us
        await world.watches(world.square)
        first = await world.asks("where do the goats graze?")
        hold = world.fake.holds("GET", "/gateway.*")
        asked = missed(world)
        note = world.square.add_message(world.ada, "The well was dug in 1911 by hand.")
        await world.fake.gateway.invalidate_session(resumable=False)
        hold.release()
        assert OVEN in (await world.answer_to(asked)).text
        await world.holds(3)
        assert note.content in (await world.asks("when was the well dug by hand?")).text
    replies = [each.reply_to for each in world.square.said_by_bot()]
    assert replies.count(asked.id) == 1
    assert replies.count(first.reply_to) == 1
    assert len(world.fake.gateway.identifies) == 2


@pytest.mark.usefixtures("two_posts")
async def test_questions_of_the_last_minutes_are_answered_after_a_restart_those_before_are_not(
    world: World,
) -> None:
    closed = world.guild.add_channel("closed", readers=[world.ada])
    closed.add_message(world.ada, "not for us")
    missed(world, "asked before the bot was ever here")
    async with world.bot():
        await world.serves()
        answered = await world.asks("where do the goats graze?")
    asked = missed(world)
    world.fake.fails("GET", f"/channels/{world.square.id}/messages", status=403, code=50001)
    other = world.guild.add_channel("other")
    late = other.add_message(world.ada, f"{world.fake.world.bot.mention} {ASKED}")
    async with world.bot():
        assert OVEN in (await world.answer_to(late)).text
    async with world.bot():
        assert OVEN in (await world.answer_to(asked)).text
    replies = [each.reply_to for each in world.square.said_by_bot()]
    assert replies == [answered.reply_to, asked.id]


@pytest.mark.usefixtures("two_posts")
async def test_what_an_ended_process_left_unanswered_is_answered_by_the_next(
    world: World,
) -> None:
    has_begun, never = asyncio.Event(), asyncio.Event()

    async def ask(question: Question) -> Answer:
        has_begun.set()
        await never.wait()
        raise AssertionError(question)

    async with world.bot(ask=ask, patience_seconds=0):
        await world.serves()
        asked = await world.fake.says(world.ada, world.square, ASKED, mentions_bot=True)
        await has_begun.wait()
    assert world.square.said_by_bot() == []
    async with world.bot():
        assert OVEN in (await world.answer_to(asked)).text


@pytest.mark.usefixtures("two_posts")
async def test_two_bots_by_mistake_answer_once(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As on a system that has no lock for a folder; elsewhere the second is refused.
    monkeypatch.setattr(folder_lock, "served_from", lambda _: nullcontext())
    async with world.bot(), world.bot():
        answer = await world.asks(ASKED)
        used = await world.uses("ask", {"question": "where do the goats graze?"})
        assert GOATS in text_of(used)
        assert len(used.messages) == 1
        await world.presses(answer, "Why this answer?")
        await world.uses("help")
        pressed = await world.presses(answer, "👍")
        assert len(pressed.messages) == 1
        await world.asks("where do the goats graze?")
    assert len(world.square.said_by_bot()) == 3
    assert [each.getMessage() for each in caplog.records] == []


@pytest.mark.usefixtures("two_posts")
async def test_answers_in_flight_are_finished_when_the_bot_is_stopped(world: World) -> None:
    has_begun, may_end = asyncio.Event(), asyncio.Event()

    async def ask(question: Question) -> Answer:
        has_begun.set()
        await may_end.wait()
        return await answers.ask(question)

    from bot.composition import app  # noqa: PLC0415

    with app.answering(world.settings) as answers:
        async with world.bot(ask=ask) as task:
            asked = await world.fake.says(world.ada, world.square, ASKED, mentions_bot=True)
            used = await world.fake.uses_command(
                world.ada, world.square, "ask", {"question": ASKED}
            )
            await has_begun.wait()
            await world.fake.until(lambda: used.answer)
            task.cancel()
            may_end.set()
            await asyncio.wait([task])
    assert task.cancelled()
    assert OVEN in (await world.answer_to(asked)).text
    assert OVEN in text_of(used)


@pytest.mark.usefixtures("two_posts")
async def test_a_command_that_an_ended_process_left_open_is_told_to_be_used_again(
    world: World,
) -> None:
    has_begun, never = asyncio.Event(), asyncio.Event()

    async def ask(question: Question) -> Answer:
        has_begun.set()
        await never.wait()
        raise AssertionError(question)

    async with world.bot():
        await world.serves()
        done = await world.uses("ask", {"question": ASKED})
    async with world.bot(ask=ask, patience_seconds=0):
        left = await world.fake.uses_command(world.ada, world.square, "ask", {"question": ASKED})
        await has_begun.wait()
    async with world.bot():
        await world.fake.until(lambda: "please ask it again" in text_of(left))
    assert OVEN in text_of(done)
    assert "again" not in text_of(done)


@pytest.mark.usefixtures("two_posts")
async def test_a_clock_that_went_wrong_once_costs_no_later_question_its_answer(
    world: World,
) -> None:
    async with world.bot():
        await world.serves()
        world.services.ledger.note("discord.served", "2999-01-01T00:00:00+00:00")
    async with world.bot():
        await world.fake.until(lambda: world.services.ledger.noted("discord.served") < "2999")
    asked = missed(world)
    async with world.bot():
        assert OVEN in (await world.answer_to(asked)).text
