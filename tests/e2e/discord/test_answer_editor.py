"""An answer that stands in a channel follows the posts that it quotes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.composition import chat_app
from bot.corrections import queue
from tests.e2e.discord.conftest import GOATS, OVEN, text_of

if TYPE_CHECKING:
    import pytest

    from index.posts import Post
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.messages import Message


async def watched(world: World) -> Message:
    """Let the square be watched, and return a message that became a post."""
    await world.fake.until(lambda: world.fake.world.commands)
    watch = await world.fake.uses_command(
        world.ada, world.square, "posts watch", {"channel": world.square}
    )
    await world.fake.until(lambda: "Done:" in text_of(watch))
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
        await world.fake.until(lambda: "no longer here" in answer.text)
        assert "Mondays" not in answer.text


async def test_what_is_deleted_in_bulk_is_not_said_to_be_removed_by_its_author(
    world: World,
) -> None:
    async with world.bot():
        told = [await watched(world), await world.fake.says(world.ada, world.square, GOATS)]
        answer = await world.asks("when is the oven lit?")
        assert OVEN in answer.text
        await world.fake.deletes_in_bulk(*told)
        await world.fake.until(lambda: "no longer here" in answer.text)
        assert "by its author" not in answer.text


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
        await world.fake.presses(world.ada, offer.original, "Remove")
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


async def test_a_correction_that_discord_refuses_is_told_and_tried_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "LOOK_SECONDS", 0.05)
    async with world.bot():
        await watched(world)
        await world.holds(1)
        answer = await world.asks("when is the oven lit?")
        world.fake.fails("PATCH", rf"/channels/\d+/messages/{answer.id}", status=403, times=2)
        used = await world.uses("forget-me")
        pressed = await world.presses(used.messages[0], "Remove")
        assert "Answers of mine that quote it are being corrected: 1." in text_of(pressed)
        told = "Answers of mine that I cannot change just now: 1."
        await world.fake.until(lambda: told in text_of(pressed))
        await world.fake.until(lambda: "removed by its author" in answer.text)
        await world.fake.until(lambda: "that quoted it are corrected" in text_of(pressed))
        assert OVEN not in answer.text


async def test_what_a_stop_left_undone_is_done_at_the_next_start(
    world: World, two_posts: tuple[Post, Post]
) -> None:
    async with world.bot():
        answer = await world.asks("when is the oven lit?")
    async with chat_app.opened_services(world.settings) as other:
        await other.library.remove([two_posts[0].id])
    assert OVEN in answer.text
    async with world.bot():
        await world.fake.until(lambda: "no longer here" in answer.text)


async def test_what_the_command_line_forgets_or_imports_again_is_corrected_meanwhile(
    world: World, two_posts: tuple[Post, Post], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "LOOK_SECONDS", 0.05)
    oven, goats = two_posts
    async with world.bot(), chat_app.opened_services(world.settings) as other:
        lit, grazing = await world.asks("when is the oven lit?"), await world.asks("why do goats?")
        edited = replace(oven, text=OVEN.replace("Fridays", "Mondays"))
        await other.library.save([edited])
        await world.fake.until(lambda: "Mondays" in lit.text)
        await other.library.erase([goats.id])
        await world.fake.until(lambda: GOATS not in grazing.text)
        assert "Mondays" in lit.text


async def test_an_answer_is_corrected_though_its_asker_was_forgotten_since(world: World) -> None:
    async with world.bot():
        await world.watches(world.square)
        told = await world.fake.says(world.chief, world.square, OVEN)
        await world.holds(1)
        used = await world.uses("ask", {"question": "when is the oven lit?", "private": True})
        await world.presses(used.messages[0], "Share with the channel")
        shared = world.square.said_by_bot()[-1]
        assert "Ada asked" in shared.text
        used = await world.uses("forget-me")
        await world.presses(used.messages[0], "Remove")
        await world.fake.until(lambda: "Ada asked" not in shared.text)
        assert OVEN in shared.text
        assert "oven lit?" not in shared.text
        await world.fake.deletes(told)
        await world.fake.until(lambda: "no longer here" in shared.text)
        assert OVEN not in shared.text


async def test_the_other_quotes_of_an_answer_stay_in_their_places(world: World) -> None:
    async with world.bot():
        await world.watches(world.square)
        told = [
            await world.fake.says(world.ada, world.square, f"{name} lights the village oven early.")
            for name in ("Ada", "Bea", "Cyr", "Dot")
        ]
        await world.holds(4)
        answer = await world.asks("who lights the village oven early?")
        gone = next(each for each in told if f"{each.content}\n" in f"{answer.text}\n")
        left = [each.content for each in told if each is not gone and each.content in answer.text]
        await world.fake.deletes(gone)
        await world.fake.until(lambda: "no longer here" in answer.text)
        assert [each.content for each in told if each.content in answer.text] == left


async def test_an_answer_to_a_command_keeps_the_language_of_its_asker(world: World) -> None:
    async with world.bot():
        told = await watched(world)
        used = await world.uses("ask", {"question": "village oven"}, locale="de")
        (answer,) = used.messages
        assert OVEN in answer.text
        buttons = list(answer.buttons)
        await world.fake.edits(told, OVEN.replace("Fridays", "Mondays"))
        await world.fake.until(lambda: "lit on Mondays" in answer.text)
        assert "Berichtigt: " in answer.text
        assert answer.buttons == buttons


async def test_words_that_their_author_edits_out_are_removed_by_their_author(world: World) -> None:
    async with world.bot():
        told = await watched(world)
        answer = await world.asks("when is the oven lit?")
        assert OVEN in answer.text
        await world.fake.edits(told, "Never mind.")
        await world.fake.until(lambda: "removed by its author" in answer.text)
        assert "no longer here" not in answer.text
