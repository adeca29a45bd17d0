"""Questions by mention, reply, direct message and command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.discord.conftest import OVEN

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World


pytestmark = pytest.mark.usefixtures("two_posts")


@pytest.mark.story
async def test_a_mention_is_answered_in_reply_with_quote_author_and_link(world: World) -> None:
    async with world.bot():
        asked = await world.fake.says(
            world.ada, world.square, "when is the oven lit?", mentions_bot=True
        )
        answer = await world.answer_to(asked)
        await world.fake.until(lambda: world.square.typing)
    assert OVEN in answer.text
    assert "Wilhelmina" in answer.text
    assert answer.links[0] == "https://posts.example/1"
    assert answer.mentioned == []


async def test_what_is_not_asked_of_us_is_not_answered(world: World) -> None:
    async with world.bot():
        await world.fake.says(world.ada, world.square, "when is the oven lit?")
        asked = await world.fake.says(world.ada, world.square, "the oven?", mentions_bot=True)
        await world.answer_to(asked)
    assert len(world.square.said_by_bot()) == 1


async def test_a_reply_to_an_answer_needs_no_mention_and_is_understood_after_it(
    world: World,
) -> None:
    async with world.bot():
        first = await world.fake.says(
            world.ada, world.square, "when is the village oven lit?", mentions_bot=True
        )
        answer = await world.answer_to(first)
        second = await world.fake.says(
            world.ada, world.square, "and who brings what there?", reply_to=answer
        )
        assert OVEN in (await world.answer_to(second)).text


async def test_a_direct_message_is_answered(world: World) -> None:
    async with world.bot():
        asked = await world.fake.direct_message(world.ada, "when is the oven lit?")
        assert OVEN in (await world.answer_to(asked)).text


async def test_a_mention_without_a_question_is_told_how_to_ask(world: World) -> None:
    async with world.bot():
        await world.fake.says(world.ada, world.square, "", mentions_bot=True)
        direct = world.fake.world.direct_channel(world.ada)
        (told,) = await world.fake.until(direct.said_by_bot)
        assert "Ask me something" in told.text
        world.fake.fails("POST", f"/channels/{direct.id}/messages", status=403, code=50007)
        asked = await world.fake.says(
            world.ada, world.square, "Aidez-moi s’il vous plaît", mentions_bot=True
        )
        assert "Posez-moi une question" in (await world.answer_to(asked)).text


async def test_the_command_is_answered_in_place_of_its_acknowledgement(world: World) -> None:
    async with world.bot():
        await world.fake.until(lambda: world.fake.world.commands)
        used = await world.fake.uses_command(
            world.ada, world.square, "ask", {"question": "when is the oven lit?"}
        )
        await world.fake.until(lambda: used.messages and OVEN in used.messages[0].text)
    assert not used.ephemeral


async def test_what_is_edited_in_a_direct_message_gets_another_reply(world: World) -> None:
    direct = world.fake.world.direct_channel(world.ada)

    async def hears(text: str) -> None:
        await world.fake.until(lambda: any(text in each.text for each in direct.said_by_bot()))

    async with world.bot():
        await world.knows_something()
        asked = await world.fake.direct_message(world.ada, "hi")
        await hears("Ask me something")
        await world.fake.edits(asked, "where is the oven? since:foo")
        await hears("foo")
        await world.fake.edits(asked, "where is the oven?")
        await world.fake.until(lambda: "foo" not in direct.said_by_bot()[-1].text)
        assert len(direct.said_by_bot()) == 2
