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
        await world.fake.until(lambda: "removed by its author" in answer.text)
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
        await world.fake.until(lambda: "removed by its author" in answer.text)
        assert OVEN not in answer.text


async def test_what_came_with_another_page_is_taken_out_again_too(world: World) -> None:
    async with world.bot():
        await watched(world)
        for name in ("Ada", "Bea", "Cyr"):
            said = f"{name} says that the village oven is lit on Fridays."
            await world.fake.says(world.ada, world.square, said)
        await world.holds(4)
        answer = await world.asks("when is the village oven lit?")
        late = await world.fake.says(world.ada, world.square, "The village oven is lit at noon.")
        await world.holds(5)
        await world.presses(answer, "More")
        await world.presses(answer, "Back")
        quoted = answer.text
        if "at noon" not in quoted:
            await world.presses(answer, "More")
        assert "at noon" in answer.text
        await world.fake.deletes(late)
        await world.fake.until(lambda: "Corrected:" in answer.text)
        assert "at noon" not in answer.text


async def test_an_answer_in_a_thread_at_rest_is_corrected_for_all_who_read_it(
    world: World,
) -> None:
    assert world.guild.me
    cellar = world.guild.add_channel("cellar", readers=[world.ada, world.guild.me])
    hidden = "The cellar oven is lit on Sundays, and hardly anybody knows of it."
    async with world.bot():
        told = await watched(world)
        await world.watches(cellar)
        await world.fake.says(world.ada, cellar, hidden)
        await world.holds(2)
        thread = await world.fake.starts_thread(world.ada, world.square, "ovens")
        answer = await world.asks("when is the oven lit?", where=thread)
        assert hidden not in answer.text
        await world.fake.archives(thread)
        await world.fake.deletes(told)
        await world.fake.until(lambda: "Corrected:" in answer.text)
        assert OVEN not in answer.text
        tried = world.fake.asked("PATCH", f"/channels/{thread.id}/messages/{answer.id}")
        assert all(hidden not in str(each.json) for each in tried)
