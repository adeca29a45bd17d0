"""Who asked to be forgotten is in no byte of the data folder, and is never stored again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.discord.conftest import GOATS, text_of
from tests.e2e.discord.test_one_post import attached, done
from tests.fakes.bytes import traces
from tests.fakes.discord.exporting import exported

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.e2e.conftest import Result
    from tests.e2e.discord.conftest import World

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
        assert "1 posts are gone" in text_of(pressed)
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
        assert await world.room.library.ids(author_id=f"discord:{ada.id}") == []
        assert len(await world.room.library.ids_under("discord:")) > 1
    assert traces(world.settings.data, MARKS) == set()
