"""Discord's bad days: limits, broken pages, lost answers, missing permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import UnavailableError
from index.error_sentences import Told
from index.text.parts import sentences
from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.fakes.crashes import Crash
from tests.fakes.discord.world.channels import Overwrite
from tests.fakes.discord.world.permissions import Permission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.question_and_answer import Answer, Question
    from tests.e2e.discord.conftest import World


pytestmark = pytest.mark.usefixtures("two_posts")

ASKED = "when is the village oven lit?"
SENDING = r"/channels/\d+/messages"


def denied(world: World, permission: Permission) -> list[Overwrite]:
    assert world.guild.me
    return [Overwrite(world.guild.me.id, 1, deny=permission)]


@pytest.mark.parametrize("everywhere", [False, True], ids=["bucket", "global"])
async def test_a_rate_limit_is_waited_for(world: World, *, everywhere: bool) -> None:
    async with world.bot():
        world.fake.limits_rate("POST", SENDING, everywhere=everywhere, times=2)
        assert OVEN in (await world.asks(ASKED)).text
        world.fake.limits_rate("PATCH", "/webhooks/.*", everywhere=everywhere)
        assert OVEN in text_of(await world.uses("ask", {"question": ASKED}))
    assert len(world.square.said_by_bot()) == 2


async def test_a_broken_page_delays_an_answer_and_does_not_lose_it(world: World) -> None:
    async with world.bot():
        world.fake.breaks_down("POST", SENDING)
        assert OVEN in (await world.asks(ASKED)).text


async def test_an_answer_whose_receipt_is_lost_is_there_once(world: World) -> None:
    async with world.bot():
        world.fake.loses_answer("POST", SENDING)
        answer = await world.asks(ASKED)
        await world.becomes(
            lambda: world.services.ledger.questions.answered_by(
                f"discord:{world.square.id}/{answer.id}"
            )
        )
        world.fake.cuts("POST", SENDING, stored=True)
        await world.asks("where do the goats graze?")
        await world.asks(ASKED)
    assert len(world.square.said_by_bot()) == 3


async def test_an_answer_whose_receipt_is_lost_again_and_again_is_there_once(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    async with world.bot():
        world.fake.cuts("POST", SENDING, stored=True, times=3)
        answer = await world.asks(ASKED)
        await world.becomes(
            lambda: world.services.ledger.questions.answered_by(
                f"discord:{world.square.id}/{answer.id}"
            )
        )
    assert len(world.square.said_by_bot()) == 1
    assert [each.getMessage() for each in caplog.records if each.levelname == "ERROR"] == []


@pytest.mark.parametrize("times", [1, 5], ids=["once", "again and again"])
async def test_an_answer_that_was_stored_though_discord_failed_is_the_only_reply_and_is_kept(
    world: World, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    monkeypatch.setattr("adapters.discord.sender._PAUSE_SECONDS", 0)
    async with world.bot():
        fault = world.fake.loses_answer("POST", SENDING, status=503, times=times)
        answer = await world.asks(ASKED)
        assert OVEN in answer.text
        await world.becomes(
            lambda: world.services.ledger.questions.answered_by(
                f"discord:{world.square.id}/{answer.id}"
            )
        )
        await world.asks("where do the goats graze?")
    assert not fault.left
    assert len(world.square.said_by_bot()) == 2


async def test_an_answer_that_cannot_be_sent_is_said_to_have_failed(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    async with world.bot():
        world.fake.fails("POST", SENDING, status=400, code=50035, message="Invalid Form Body")
        assert "Something went wrong on our side (error " in (await world.asks(ASKED)).text
    assert [each.levelname for each in caplog.records] == ["ERROR"]


async def test_where_the_bot_may_not_write_the_answer_comes_by_direct_message(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.square.overwrites = denied(world, Permission.SEND_MESSAGES)
    direct = world.fake.world.direct_channel(world.ada)
    async with world.bot():
        await world.fake.says(world.ada, world.square, f"{ASKED} *now*", mentions_bot=True)
        said, answer = await world.fake.until(
            lambda: direct.said_by_bot() if len(direct.said_by_bot()) > 1 else None
        )
        assert "I may not write there" in said.text
        assert r"\*now\*" in said.text
        assert OVEN in answer.text
        await world.presses(answer, "Why this answer?")
        asked = await world.fake.says(world.ada, direct, "and who brings it?", reply_to=answer)
        assert OVEN in (await world.answer_to(asked)).text
        world.fake.fails("POST", f"/channels/{direct.id}/messages", status=403, code=50007, times=2)
        await world.fake.says(world.ada, world.square, ASKED, mentions_bot=True)
        await world.fake.until(lambda: caplog.records)
    assert "neither in its channel nor directly" in caplog.text


async def test_where_the_bot_may_not_read_the_history_it_answers_without_pointing(
    world: World,
) -> None:
    world.square.overwrites = denied(world, Permission.READ_MESSAGE_HISTORY)
    async with world.bot():
        await world.fake.says(world.ada, world.square, ASKED, mentions_bot=True)
        (answer,) = await world.fake.until(world.square.said_by_bot)
    assert OVEN in answer.text
    assert answer.reply_to is None


async def test_a_command_that_is_taken_too_late_is_answered_by_direct_message(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    direct = world.fake.world.direct_channel(world.ada)
    async with world.bot():
        answer = await world.asks("where do the goats graze?")
        world.fake.interactions.seconds = 0
        used = await world.fake.uses_command(world.ada, world.square, "ask", {"question": ASKED})
        (late,) = await world.fake.until(direct.said_by_bot)
        assert OVEN in late.text
        assert used.messages == []
        for button in ("Why this answer?", "👍"):
            pressed = await world.fake.presses(world.ada, answer, button)
            await world.fake.until(
                lambda: [each for each in world.fake.requests if each.status == 404]
            )
            assert pressed.messages == []
        await world.fake.uses_command(world.ada, world.square, "help")
        world.fake.interactions.seconds = 3
        assert OVEN in text_of(await world.uses("ask", {"question": ASKED}))
    assert caplog.records == []


async def test_a_command_that_fails_is_answered_with_an_error_s_id(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    errors: list[BaseException] = [
        ZeroDivisionError("inner workings"),
        UnavailableError(Told("The posts cannot be read: try again.")),
        ZeroDivisionError("inner workings"),
        ZeroDivisionError("inner workings"),
    ]

    async def ask(_: Question) -> Answer:
        raise errors.pop(0)

    message = world.square.add_message(world.ada, GOATS)
    async with world.bot(ask=ask):
        used = await world.uses("ask", {"question": ASKED})
        assert "Something went wrong on our side (error " in text_of(used)
        used = await world.uses("ask", {"question": ASKED})
        assert "What I keep cannot be used at the moment" in text_of(used)
        assert "The posts cannot be read" not in text_of(used)
        used = await world.fake.uses_message_command(world.ada, message, "Find related posts")
        assert "Something went wrong" in text_of(await world.answered(used))
        assert "Something went wrong" in (await world.asks(ASKED)).text
        used = await world.uses("ask", {"question": ""})
        assert "Ask me something" in text_of(used)
    assert "inner workings" not in text_of(used)
    assert [each.levelname for each in caplog.records] == ["ERROR"] * 4


async def test_whoever_asks_gets_a_reply_though_a_library_crashes(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    async def ask(_: Question) -> Answer:
        raise Crash("inner workings")

    message = world.square.add_message(world.ada, GOATS)
    async with world.bot(ask=ask):
        assert "Something went wrong on our side (error " in (await world.asks(ASKED)).text
        used = await world.uses("ask", {"question": ASKED})
        assert "Something went wrong on our side (error " in text_of(used)
        used = await world.fake.uses_message_command(world.ada, message, "Find related posts")
        assert "Something went wrong" in text_of(await world.answered(used))
    assert [each.levelname for each in caplog.records] == ["ERROR"] * 3


async def test_posts_that_crash_the_splitter_are_quoted_all_the_same(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: str) -> Sequence[str]:
        raise Crash

    monkeypatch.setattr(sentences, "split_sentences", crash)
    async with world.bot():
        assert OVEN in (await world.asks(ASKED)).text
        assert OVEN in text_of(await world.uses("ask", {"question": ASKED}))


@pytest.mark.parametrize("fault", [ZeroDivisionError("hidden"), Crash("hidden")], ids=repr)
async def test_a_button_that_fails_is_answered_with_an_error_s_id(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    fault: BaseException,
) -> None:
    async with world.bot():
        answer = await world.asks(ASKED)

        async def fails(*_: object) -> None:
            raise fault

        monkeypatch.setattr(world.services.library, "statistics", fails)
        pressed = await world.presses(answer, "Why this answer?")
        assert "Something went wrong" in text_of(pressed)
        monkeypatch.undo()
    assert [each.levelname for each in caplog.records] == ["ERROR"]


async def test_a_fault_while_listening_is_logged_without_what_people_wrote(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with world.bot():
        await world.serves()
        await world.watches(world.square)

        async def fails(*_: object) -> None:
            raise UnavailableError(Told("the disk is full"))

        monkeypatch.setattr(world.services.library, "save", fails)
        await world.fake.says(world.ada, world.square, "my secret")
        assert OVEN in (await world.asks(ASKED)).text
        monkeypatch.undo()
    assert [each.getMessage() for each in caplog.records] == [
        "storing what is written on discord failed, and is tried again and again: the disk is full"
    ]
    assert "my secret" not in caplog.text
