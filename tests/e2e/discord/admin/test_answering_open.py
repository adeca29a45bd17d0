"""Who hears of an admin's answer to an open question: who may read it, where all may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.admin.open_questions import unanswered
from tests.e2e.discord.conftest import text_of
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.channels import Channel


ASKED = "who repairs the windmill?"
WORDS = "Wilhelmina repaired it in June."


@pytest.fixture(autouse=True)
def _patient(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let forms be late: not the pace is looked at, but what stands in them."""
    monkeypatch.setattr(unanswered, "PLAN_SECONDS", PATIENCE_SECONDS)
    world.fake.interactions.seconds = PATIENCE_SECONDS


async def answers(world: World) -> tuple[str, str]:
    """Let the chief answer the only open question; return what the form and the bot say."""
    used = await world.manages("unanswered")
    form = await world.presses(used.messages[0], "Answer 1", who=world.chief)
    assert form.modal
    text, label = form.modal["components"]
    name = label["component"]["custom_id"]
    sent = await world.fake.submits_modal(world.chief, form, {name: WORDS})
    return text["content"].replace("\\", ""), text_of(await world.answered(sent))


def direct(world: World, who: object) -> list[str]:
    return [each.text for each in world.fake.world.direct_channel(who).said_by_bot()]  # type: ignore[arg-type]


@pytest.fixture
def board(world: World) -> Channel:
    assert world.guild.me
    readers = [world.chief, world.ada, world.guild.me]
    return world.guild.add_channel("board", readers=readers)


async def test_the_form_shows_the_question_and_who_will_be_told_where(
    world: World, board: Channel
) -> None:
    bea = world.guild.add_member("bea")
    async with world.bot():
        await world.knows_something()
        await world.asks(ASKED, where=board)
        await world.asks(ASKED, who=bea)
        await world.uses("ask", {"question": ASKED, "private": True}, who=world.chief)
        said, done = await answers(world)
    assert f"“{ASKED}”" in said
    assert "Who may read your answer: #board." in said
    assert "Told in #board: Ada." in said
    assert "Told directly: 1." in said  # who asked alone is not named
    assert "Not told, because they may not read it: 1." in said
    assert "2 users who asked are told" in done
    assert "Not told, because they may not read it: 1." in done
    assert WORDS in board.said_by_bot()[-1].text
    assert WORDS in direct(world, world.chief)[-1]
    assert not any(WORDS in each.text for each in world.square.said_by_bot())
    assert direct(world, bea) == []


async def test_who_may_read_less_by_now_is_not_told_though_they_asked(
    world: World, board: Channel
) -> None:
    async with world.bot():
        await world.knows_something()
        await world.asks(ASKED, where=board)
        used = await world.manages("unanswered")
        form = await world.presses(used.messages[0], "Answer 1", who=world.chief)
        assert form.modal
        assert "Told in #board: Ada." in form.modal["components"][0]["content"].replace("\\", "")
        me = [each for each in board.overwrites if each.id != world.ada.id]
        await world.fake.changes(board, overwrites=me)
        name = form.modal["components"][1]["component"]["custom_id"]
        sent = await world.fake.submits_modal(world.chief, form, {name: WORDS})
        done = text_of(await world.answered(sent))
        assert "0 users who asked are told" in done
        assert "Not told, because they may not read it: 1." in done
    assert direct(world, world.ada) == []
    assert not any(WORDS in each.text for each in board.said_by_bot())


async def test_who_has_left_the_server_is_not_told(world: World) -> None:
    async with world.bot():
        await world.knows_something()
        await world.asks(ASKED)
        await world.fake.leaves(world.ada)
        _, done = await answers(world)
        assert "0 users who asked are told" in done
    assert direct(world, world.ada) == []
    assert not any(WORDS in each.text for each in world.square.said_by_bot())


async def test_an_answer_to_who_asked_in_an_age_restricted_channel_stays_there(
    world: World,
) -> None:
    tavern = world.guild.add_channel("tavern")
    tavern.nsfw = True
    async with world.bot():
        await world.knows_something()
        await world.asks(ASKED, where=tavern)
        said, done = await answers(world)
        assert "Who may read your answer: #tavern." in said
        assert "1 user who asked is told" in done
        ids = await world.services.library.ids(source="answers")
        (kept,) = (await world.services.library.posts(ids)).values()
    assert kept.audience == f"discord:{tavern.id}"
    assert WORDS in tavern.said_by_bot()[-1].text


async def test_the_form_opens_without_the_names_where_these_take_too_long(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unanswered, "PLAN_SECONDS", 0)
    async with world.bot():
        await world.knows_something()
        await world.asks(ASKED)
        said, done = await answers(world)
    assert "Who asked is told, if they may read it." in said
    assert "1 user who asked is told" in done


async def test_of_two_admins_who_answer_the_second_sees_it_and_loses_no_word(world: World) -> None:
    draft = "*Wilhelmina*\n" + "z" * 3000
    async with world.bot():
        await world.knows_something()
        await world.asks(ASKED)
        await world.fake.changes_member(world.ada, roles=world.chief.roles)
        used = await world.manages("unanswered")
        first = await world.presses(used.messages[0], "Answer 1", who=world.chief)
        second = await world.presses(used.messages[0], "Answer 1", who=world.ada)
        assert first.modal
        assert second.modal
        assert "answering this" not in first.modal["components"][0]["content"]
        assert "Chief is answering this, too." in second.modal["components"][0]["content"]
        name = first.modal["components"][1]["component"]["custom_id"]
        await world.answered(await world.fake.submits_modal(world.chief, first, {name: WORDS}))
        name = second.modal["components"][1]["component"]["custom_id"]
        sent = await world.fake.submits_modal(world.ada, second, {name: draft})
        await world.fake.until(lambda: text_of(sent).count("z") == 3000)
        said = text_of(sent)
        assert "This question is not open any more: Chief has answered or dismissed it." in said
        assert r"> \*Wilhelmina\*" in said
        assert all(each.ephemeral for each in sent.followups)


async def test_who_was_granted_the_command_by_the_server_may_press_what_it_shows(
    world: World,
) -> None:
    async with world.bot():
        await world.knows_something()
        await world.asks(ASKED)
        used = await world.uses("posts unanswered", who=world.ada)
        form = await world.presses(used.messages[0], "Answer 1", who=world.ada)
        assert form.modal


async def test_an_answer_that_cannot_be_stored_is_given_back(world: World) -> None:
    async with world.bot():
        await world.knows_something()
        await world.asks(ASKED)
        used = await world.manages("unanswered")
        form = await world.presses(used.messages[0], "Answer 1", who=world.chief)
        assert form.modal
        name = form.modal["components"][1]["component"]["custom_id"]
        world.settings.database.write_bytes(b"")
        sent = await world.fake.submits_modal(world.chief, form, {name: WORDS})
        await world.fake.until(lambda: WORDS in text_of(sent))
        assert "Your words, so that they are not lost:" in text_of(sent)
