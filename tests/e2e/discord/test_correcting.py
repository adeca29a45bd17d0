"""An answer that stands in a channel follows the posts that it quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.discord.conftest import OVEN

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.messages import Message


async def watched(world: World) -> Message:
    """Lets the square be watched, and returns a message that became a post."""
    await world.fake.until(lambda: world.fake.world.commands)
    watch = await world.fake.uses_command(
        world.ada, world.square, "posts watch", {"channel": world.square}
    )
    await world.fake.until(lambda: watch.original and "Done:" in watch.original.text)
    return await world.fake.says(world.ada, world.square, OVEN)


async def test_an_answer_follows_an_edit_and_loses_what_was_deleted(world: World) -> None:
    async with world.bot():
        told = await watched(world)
        asked = await world.fake.says(
            world.ada, world.square, "when is the oven lit?", mentions_bot=True
        )
        answer = await world.answer_to(asked)
        assert OVEN in answer.text
        await world.fake.edits(told, OVEN.replace("Fridays", "Mondays"))
        await world.fake.until(lambda: "lit on Mondays" in answer.text)
        assert "Corrected:" in answer.text
        assert "Fridays" not in answer.text
        await world.fake.deletes(told)
        await world.fake.until(lambda: "Nothing in the posts" in answer.text)
        assert "Mondays" not in answer.text


async def test_forgetting_somebody_takes_their_words_out_of_answers(world: World) -> None:
    async with world.bot():
        await watched(world)
        asked = await world.fake.says(
            world.ada, world.square, "when is the oven lit?", mentions_bot=True
        )
        answer = await world.answer_to(asked)
        offer = await world.fake.uses_command(world.ada, world.square, "forget-me")
        shown = await world.fake.until(lambda: offer.original and not offer.original.loading)
        assert shown
        assert offer.original
        await world.fake.presses(world.ada, offer.original, "Remove for good")
        await world.fake.until(lambda: "Nothing in the posts" in answer.text)
        assert OVEN not in answer.text
