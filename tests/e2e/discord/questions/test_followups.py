"""Questions that go on from others: by reply, in threads, in direct messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.discord.conftest import World


ASKED = "when is the village oven lit?"


@pytest.mark.usefixtures("two_posts")
async def test_a_message_in_a_thread_begun_on_an_answer_goes_on_from_it(world: World) -> None:
    async with world.bot():
        answer = await world.asks(ASKED)
        name = f"discord:{world.square.id}/{answer.id}"
        await world.becomes(lambda: world.services.ledger.questions.answered_by(name))
        thread = await world.fake.starts_thread(world.ada, world.square, "more", starter=answer)
        asked = await world.fake.says(world.chief, thread, "and who brings what there?")
        reply = await world.answer_to(asked)
        assert OVEN in reply.text
        why = await world.presses(reply, "Why this answer?")
        assert ASKED in text_of(why)
        asked = await world.fake.says(world.ada, thread, "where do the goats graze?")
        assert GOATS in (await world.answer_to(asked)).text
        asked = await world.fake.says(world.ada, thread, "and when is that mown?")
        assert GOATS in (await world.answer_to(asked)).text


@pytest.mark.usefixtures("two_posts")
async def test_a_direct_message_goes_on_from_the_one_before(world: World) -> None:
    async with world.bot():
        asked = await world.fake.direct_message(world.ada, ASKED)
        await world.answer_to(asked)
        asked = await world.fake.direct_message(world.ada, "and who brings what there?")
        reply = await world.answer_to(asked)
        assert OVEN in reply.text
        why = await world.presses(reply, "Why this answer?")
        assert ASKED in text_of(why)


@pytest.mark.usefixtures("two_posts")
async def test_answers_to_commands_and_replies_to_others_are_told_apart(world: World) -> None:
    async with world.bot():
        used = await world.uses("ask", {"question": ASKED})
        asked = await world.fake.says(
            world.ada, world.square, "and who brings what there?", reply_to=used.messages[0]
        )
        assert OVEN in (await world.answer_to(asked)).text
        remark = world.square.add_message(world.chief, "Bread is good.")
        await world.fake.says(world.ada, world.square, "and why?", reply_to=remark)
        await world.asks("where do the goats graze?")
    assert len(world.square.said_by_bot()) == 3


async def test_people_and_channels_are_named_in_filters_as_discord_writes_them(
    world: World, stored: Callable[..., None]
) -> None:
    news = world.guild.add_channel("news")
    grace = world.guild.add_member(world.fake.world.add_user("grace", "Grace Hopper"))
    stored(
        post(OVEN, "1", source="#news", author="Grace Hopper"),
        post("The village oven is lit on Mondays, says Bob.", "2", author="Bob"),
        post("The village oven is lit on Tuesdays, says Grace.", "3", author="Grace Hopper"),
    )
    async with world.bot():
        text = f"{ASKED} in:{news.mention} from:{grace.mention}"
        answer = await world.asks(text)
        assert OVEN in answer.text
        assert "Mondays" not in answer.text
        assert "Tuesdays" not in answer.text
        (question,) = world.services.ledger.database.rows("SELECT text FROM questions")
        assert question[0] == ASKED
        await world.asks(f"what does {grace.mention} say in {news.mention} of <@1>?")
        rows = world.services.ledger.database.rows("SELECT text FROM questions ORDER BY asked_at")
        assert rows[-1][0] == "what does Grace Hopper say in #news of <@1>?"


@pytest.mark.usefixtures("two_posts")
async def test_a_french_question_is_answered_in_french_with_the_quote_as_it_was_written(
    world: World,
) -> None:
    async with world.bot():
        answer = await world.asks("quand le four du village est-il allumé, the village oven ?")
        assert "Ouvrir le message 1" in answer.buttons
        assert OVEN in answer.text
        assert "en anglais" in answer.text


@pytest.mark.usefixtures("two_posts")
async def test_too_many_questions_are_held_back(world: World) -> None:
    async with world.bot():
        world.services.limits.most = 1
        await world.asks(ASKED)
        await world.fake.says(world.ada, world.square, ASKED, mentions_bot=True)
        direct = world.fake.world.direct_channel(world.ada)
        (told,) = await world.fake.until(direct.said_by_bot)
        assert "seconds" in told.text
        used = await world.uses("ask", {"question": ASKED})
        assert used.ephemeral
        assert "seconds" in text_of(used)
    assert len(world.square.said_by_bot()) == 1
