"""Who asked to be forgotten is in no byte of the data folder, and is never stored again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.discord.conftest import GOATS, text_of
from tests.e2e.discord.sync.test_one_post import attached, done
from tests.fakes.bytes import traces
from tests.fakes.discord.exporting import exported
from tests.fakes.discord.world.channels import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.e2e.conftest import Result
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.channels import Thread


TEXT = "Zwetschgendatschi is baked in the village oven on Thursdays only."
MARKS = (b"zwetschgen", b"Quetzalcoatl", b"xylophone")


async def test_nothing_is_left_and_nothing_comes_back(
    world: World, pullquote: Callable[..., Result], tmp_path: Path
) -> None:
    ada = world.ada
    ada.user.display_name = "Quetzalcoatl"
    told = world.square.add_message(ada, TEXT)
    reply = world.square.add_message(world.chief, "Yes, on that day.", reply_to=told)
    reply.kind = 19
    world.square.add_message(world.chief, GOATS)
    async with world.bot():
        await world.watches(world.square)
        answer = await world.asks("what is baked on Thursdays?", who=world.chief)
        assert TEXT in answer.text
        shown = await world.presses(answer, "👎")
        assert shown.modal
        field = shown.modal["components"][0]["component"]["custom_id"]
        sent = await world.fake.submits_modal(ada, shown, {field: "I meant my xylophone."})
        await world.answered(sent)
        own = await world.asks("who plays the xylophone on Thursdays?")
        await world.asks("and Zwetschgendatschi?", who=world.ada)
        assert {each for _, each in traces(world.settings.data, MARKS)} == set(MARKS)
        used = await world.uses("forget-me")
        (button,) = used.messages[0].buttons
        pressed = await world.presses(used.messages[0], button)
        assert "1 post is gone" in text_of(pressed)
        await world.fake.until(lambda: TEXT not in answer.text and TEXT not in own.text)
        assert traces(world.settings.data, MARKS) == set()
        await world.fake.says(ada, world.square, TEXT)
        await world.fake.edits(told, f"{TEXT} Still.")
        await world.watches(world.square)
        used = await world.manages("import", {"file": attached(world, world.square)})
        await done(world, used)
        await world.asks("what is baked on Fridays?", who=world.chief)
        assert traces(world.settings.data, MARKS) == set()
    (tmp_path / "export.json").write_bytes(exported(world.square))
    (tmp_path / ".env").write_text(f"PULLQUOTE_DATA={world.settings.data}\n")
    pullquote("import", str(tmp_path / "export.json"))
    async with world.bot():
        assert await world.services.library.ids(author_id=f"discord:{ada.id}") == []
        assert len(await world.services.library.ids_under("discord:")) > 1
    assert traces(world.settings.data, MARKS) == set()


TITLE = "Zwetschgendatschi"


def threads(world: World) -> Sequence[Thread]:
    """A post in a forum, and a thread on another's message, both begun by Ada."""
    forum = world.guild.add_channel("help", Kind.FORUM)
    asked = forum.add_thread(f"{TITLE} for beginners", world.ada)
    opening = asked.add_message(world.ada, "How is it baked?")
    asked.history = {asked.id: opening}
    opening.id = asked.id
    asked.add_message(world.chief, "In the oven of the village.")
    starter = world.square.add_message(world.chief, GOATS)
    begun = world.square.add_thread(f"{TITLE} again", world.ada, starter=starter)
    begun.add_message(world.chief, "They graze behind the school.")
    return asked, begun


async def test_no_title_that_they_gave_a_thread_is_left_or_comes_back(
    world: World, pullquote: Callable[..., Result], tmp_path: Path
) -> None:
    asked, begun = threads(world)
    forum = asked.parent
    async with world.bot():
        await world.watches(world.square)
        await world.watches(forum)
        answer = await world.asks("is there an oven of the village?", who=world.chief)
        assert "In the oven of the village." in answer.text
        assert traces(world.settings.data, MARKS)
        used = await world.uses("forget-me")
        (button,) = used.messages[0].buttons
        await world.presses(used.messages[0], button)
        await world.fake.until(lambda: TITLE not in answer.text)
        assert traces(world.settings.data, MARKS) == set()
        await world.fake.says(world.chief, asked, "Goats like it, too.")
        await world.holds(4)
        later = await world.fake.starts_thread(world.ada, forum, f"More {TITLE}")
        await world.fake.says(world.chief, later, "Enough of that.")
        await world.holds(5)
        await world.watches(forum)
        await world.watches(world.square)
        for thread in (asked, begun, later):
            used = await world.manages("import", {"file": attached(world, thread)})
            await done(world, used)
        assert await world.count() == 5
        await world.asks("what do they graze?", who=world.chief)  # by then the files are gone
        assert traces(world.settings.data, MARKS) == set()
    for thread in (asked, begun):
        (tmp_path / f"{thread.id}.json").write_bytes(exported(thread))
        (tmp_path / ".env").write_text(f"PULLQUOTE_DATA={world.settings.data}\n")
        pullquote("import", str(tmp_path / f"{thread.id}.json"))
    assert len(pullquote("export").lines) == 5
    assert traces(world.settings.data, MARKS) == set()


async def test_a_title_goes_with_who_is_forgotten_by_name(world: World) -> None:
    world.ada.user.display_name = "Quetzalcoatl"
    asked, _ = threads(world)
    async with world.bot():
        await world.watches(asked.parent)
        used = await world.manages("forget", {"person": "Quetzalcoatl"})
        await world.presses(used.messages[0], "Remove", who=world.chief)
        assert await world.count() == 1
        await world.watches(asked.parent)
        assert traces(world.settings.data, MARKS) == set()


async def test_what_they_asked_is_not_left_over_the_answer_that_another_gave(
    world: World,
) -> None:
    async with world.bot():
        await world.knows_something()
        await world.asks("who owns a xylophone?")
        used = await world.manages("unanswered")
        shown = await world.presses(used.messages[0], "Answer 1", who=world.chief)
        assert shown.modal
        field = shown.modal["components"][-1]["component"]["custom_id"]
        sent = await world.fake.submits_modal(world.chief, shown, {field: "The school has one."})
        await world.answered(sent)
        assert traces(world.settings.data, MARKS)
        used = await world.uses("forget-me")
        await world.presses(used.messages[0], "Remove")
        assert await world.count() == 2
        assert traces(world.settings.data, MARKS) == set()
