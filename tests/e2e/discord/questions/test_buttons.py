"""What the buttons of an answer do, also after a restart."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.question_and_answer import Asker
from tests.e2e.discord.conftest import OVEN, text_of
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.discord.conftest import World


ASKED = "when is the village oven lit?"
BAKERS = ("Ada", "Bea", "Cyr", "Dan", "Eve", "Fay", "Gus", "Hal")


@pytest.fixture
def _bakers(stored: Callable[..., None]) -> None:
    stored(
        *(
            post(f"{name} says that the village oven is lit on day {count}.", name, author=name)
            for count, name in enumerate(BAKERS)
        )
    )


@pytest.mark.usefixtures("_bakers")
async def test_pages_are_turned_in_place_also_after_a_restart(world: World) -> None:
    async with world.bot():
        answer = await world.asks(ASKED)
        first = answer.text
        assert "1 of " in first
        assert "Back" not in answer.buttons
        await world.presses(answer, "More")
        assert "2 of " in answer.text
    async with world.bot():
        await world.presses(answer, "Back", who=world.chief)
        assert answer.text == first
        await world.presses(answer, "More", locale="fr")
        assert "2 of " in answer.text  # all read it, whoever turns the page
    assert answer.mentioned == []
    assert len(world.square.said_by_bot()) == 1


@pytest.mark.usefixtures("two_posts")
async def test_a_question_that_is_no_longer_kept_is_said_to_be_so(world: World) -> None:
    async with world.bot():
        answer = await world.asks(ASKED)
        world.services.ledger.database.run("DELETE FROM questions")
        for button in ("Only for me", "Why this answer?"):
            pressed = await world.presses(answer, button)
            assert "no longer kept" in text_of(pressed)
            assert pressed.ephemeral
        used = await world.uses("ask", {"question": ASKED, "private": True})
        world.services.ledger.database.run("DELETE FROM questions")
        pressed = await world.presses(used.messages[0], "Share with the channel")
        assert "no longer kept" in text_of(pressed)


@pytest.mark.usefixtures("_bakers")
async def test_a_page_of_a_question_that_is_no_longer_kept_stays_as_it_is(world: World) -> None:
    async with world.bot():
        answer = await world.asks(ASKED)
        first = answer.text
        world.services.ledger.database.run("DELETE FROM questions")
        pressed = await world.presses(answer, "More")
        assert "no longer kept" in text_of(pressed)
        assert answer.text == first


async def test_a_shared_answer_holds_what_the_channel_may_see_and_its_asker_hears_of_the_rest(
    world: World, stored: Callable[..., None]
) -> None:
    board = world.guild.add_channel("board", readers=[world.chief])
    hidden = "The village oven is lit in secret on Sundays by the board."
    stored(post(OVEN, "1"), post(hidden, "2", audience=f"discord:{board.id}"))
    async with world.bot():
        used = await world.uses("ask", {"question": ASKED, "private": True}, who=world.chief)
        private = used.messages[0]
        assert hidden in private.text
        shared = await world.presses(private, "Share with the channel", who=world.chief)
        (message,) = world.square.said_by_bot()
        assert OVEN in message.text
        assert hidden not in message.text
        assert "Kept private" not in message.text
        await world.fake.until(lambda: shared.edits)
        assert shared.messages == [private, message]
        assert "Kept private, because not everybody here may read it: 1." in private.text
        assert "Share with the channel" not in private.buttons
        assert f"Chief asked: “{ASKED}”" in message.text
        more = await world.presses(message, "Only for me", who=world.chief)
        assert more.ephemeral
        assert "1 more that only you can see" in text_of(more)
        assert hidden in text_of(more)
        more = await world.presses(message, "Only for me", who=world.ada)
        assert "You can see nothing more" in text_of(more)
        follow_up = await world.fake.says(
            world.ada, world.square, "and who brings what there?", reply_to=message
        )
        assert OVEN in (await world.answer_to(follow_up)).text


async def test_an_answer_that_is_shared_by_two_quick_presses_is_posted_once(
    world: World, stored: Callable[..., None]
) -> None:
    stored(post(OVEN, "1"))
    async with world.bot():
        used = await world.uses("ask", {"question": ASKED, "private": True}, who=world.chief)
        private = used.messages[0]
        await asyncio.gather(
            *(world.presses(private, "Share with the channel", who=world.chief) for _ in range(2))
        )
        await world.fake.until(lambda: "Share with the channel" not in private.buttons)
    assert len(world.square.said_by_bot()) == 1


async def test_nothing_public_tells_that_a_shared_answer_was_narrowed_or_of_what(
    world: World, stored: Callable[..., None]
) -> None:
    board = world.guild.add_channel("staff-only", readers=[world.chief])
    stored(
        post(OVEN, "1", source="news"),
        post(OVEN + " In secret.", "2", source="#staff-only", audience=f"discord:{board.id}"),
    )
    async with world.bot():
        used = await world.uses(
            "ask", {"question": ASKED, "private": True, "in": "news"}, who=world.chief
        )
        shared = await world.presses(used.messages[0], "Share with the channel", who=world.chief)
        await world.fake.until(lambda: shared.edits)
        (message,) = world.square.said_by_bot()
        others = await world.presses(message, "Why this answer?", who=world.ada)
        assert "Searched 1 post " in text_of(others)
        assert "Narrowed" not in text_of(others)
        own = await world.presses(message, "Why this answer?", who=world.chief)
        assert "Narrowed to in:news." in text_of(own)


async def test_an_answer_of_which_nobody_else_may_read_anything_is_not_shared(
    world: World, stored: Callable[..., None]
) -> None:
    board = world.guild.add_channel("staff-only", readers=[world.chief])
    stored(post(OVEN, "1", source="#staff-only", audience=f"discord:{board.id}"))
    async with world.bot():
        used = await world.uses(
            "ask", {"question": ASKED, "private": True, "in": "#staff-only"}, who=world.chief
        )
        await world.presses(used.messages[0], "Share with the channel", who=world.chief)
        assert "Not shared: not everybody here may read any of it." in text_of(used)
        assert world.square.said_by_bot() == []


async def test_what_only_one_reader_may_see_is_paged_for_them_alone(
    world: World, stored: Callable[..., None]
) -> None:
    board = world.guild.add_channel("board", readers=[world.chief])
    stored(
        *(
            post(f"{name} of the board lights the village oven on day {count}.", name,
                 author=name, audience=f"discord:{board.id}")
            for count, name in enumerate(BAKERS)
        )
    )  # fmt: skip
    async with world.bot():
        answer = await world.asks(ASKED)
        assert "There are no posts yet that I may quote here" in answer.text
        more = await world.presses(answer, "Only for me", who=world.chief)
        first = text_of(more)
        assert "1 of " in first
        await world.presses(more.messages[0], "More", who=world.chief)
        assert "2 of " in more.messages[0].text
        assert "There are no posts yet that I may quote here" in answer.text


@pytest.mark.usefixtures("two_posts")
async def test_why_an_answer_is_as_it_is_is_told_to_whoever_wonders(world: World) -> None:
    async with world.bot():
        answer = await world.asks(f"{ASKED} kind:post")
        why = await world.presses(answer, "Why this answer?", who=world.chief)
        assert why.ephemeral
        assert "Searched 2 posts" in text_of(why)
        assert "1: found by its words" in text_of(why)
        assert "kind:post" in text_of(why)
        used = await world.uses("ask", {"question": "qwertz uiop", "private": True})
        why = await world.presses(used.messages[0], "Why this answer?")
        assert "No passage came near enough" in text_of(why)


@pytest.mark.usefixtures("two_posts")
async def test_what_people_think_of_an_answer_is_kept_with_the_question(world: World) -> None:
    async with world.bot():
        answer = await world.asks(ASKED)
        (question,) = world.services.ledger.questions.asked_by(
            Asker("discord", str(world.ada.id), "Ada"), 5
        )
        liked = await world.presses(answer, "👍")
        assert "Thank you" in text_of(liked)
        assert liked.ephemeral
        shown = await world.presses(answer, "👎", who=world.chief, locale="fr")
        assert shown.modal
        field = shown.modal["components"][0]["component"]["custom_id"]
        sent = await world.fake.submits_modal(world.chief, shown, {field: " Not *that* oven. "})
        assert "Thank you" in text_of(await world.answered(sent))
        ratings = world.services.ledger.questions.ratings(question.id)
        world.services.ledger.questions.forget(question.id)
        for each in ("👍", "👎"):
            pressed = await world.presses(answer, each)
            assert "Your rating is not kept" in text_of(pressed)
            assert not pressed.modal
    assert sorted(ratings) == sorted(
        [(str(world.ada.id), True, ""), (str(world.chief.id), False, "Not *that* oven.")]
    )


@pytest.mark.usefixtures("two_posts")
async def test_buttons_of_others_are_left_alone(world: World) -> None:
    message = world.square.add_message(world.fake.world.bot)
    for number, name in enumerate(("x:y", "pullquote:gone:1:q")):
        button = {"type": 2, "style": 1, "label": name, "custom_id": name, "id": number}
        message.components.append({"type": 1, "components": [button]})
    async with world.bot():
        for label in ("x:y", "pullquote:gone:1:q"):
            pressed = await world.fake.presses(world.ada, message, label)
            await world.asks(ASKED)
            assert pressed.answer is None
