"""What a message holds that others wrote stands for itself, and goes with the message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.e2e.discord.sync.test_names import stored
from tests.fakes.discord.world.snowflakes import moment_of

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.channels import Channel

PAGE = {"type": "link", "title": "Bread", "description": OVEN, "url": "https://posts.example/1"}
ASKED = "when is the village oven lit?"


async def test_a_page_behind_a_link_is_quoted_as_the_page_s_until_the_message_is_deleted(
    world: World,
) -> None:
    async with world.bot():
        await world.watches(world.square)
        message = await world.fake.says(world.ada, world.square, "Read https://posts.example/1")
        await world.holds(1)
        message.embeds = [PAGE]
        await world.fake.edits(message, message.content)  # Discord adds what the link unfolds to
        await world.holds(2)
        sent, page = await stored(world)
        assert (page.text, page.author, page.url) == (OVEN, None, PAGE["url"])
        assert sent.text == "Read https://posts.example/1"
        answer = await world.asks(ASKED)
        assert "page behind a link" in answer.text
        assert "Ada" not in answer.text
        await world.fake.deletes(message)
        await world.holds(0)
        await world.fake.until(lambda: OVEN not in answer.text)


async def test_a_page_goes_when_its_link_is_taken_out_of_the_message(world: World) -> None:
    async with world.bot():
        await world.watches(world.square)
        message = await world.fake.says(world.ada, world.square, "Read https://posts.example/1")
        message.embeds = [PAGE]
        await world.fake.edits(message, message.content)
        await world.holds(2)
        message.embeds = []
        await world.fake.edits(message, "Read nothing.")
        await world.holds(1)


async def test_a_forwarded_message_is_found_and_shown_as_forwarded_by_nobody(world: World) -> None:
    other = world.guild.add_channel("other")
    original = other.add_message(world.chief, OVEN)
    async with world.bot():
        await world.watches(world.square)
        await world.fake.forwards(world.ada, original, world.square)
        await world.holds(1)
        [post] = await stored(world)
        assert post.posted_at == moment_of(original.id)
        answer = await world.asks(ASKED)
        assert OVEN in answer.text
        assert "forwarded" in answer.text
        assert "Ada" not in answer.text
        again = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: "0 new, 0 changed, 1 unchanged" in text_of(again))


async def test_what_a_person_writes_by_a_webhook_is_theirs_and_an_app_s_is_left_out(
    world: World,
) -> None:
    robot = world.guild.world.add_user("levels", bot=True)
    async with world.bot():
        await world.watches(world.square)
        await world.fake.posts_by_webhook(world.square, "Rin (tide)", OVEN)
        world.square.add_message(robot, "Level up!")
        await world.holds(1)
        again = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: "Done:" in text_of(again))
        [post] = await stored(world)
        assert (post.author, post.author_id) == ("Rin (Tide)", None)
        assert "messages of apps (1; " in text_of(again)
        status = await world.manages("status")
        assert "messages of apps (1; " in text_of(status)


@pytest.mark.parametrize("embeds", [[], [{"type": "rich", "title": "Disk", "description": GOATS}]])
async def test_apps_messages_are_kept_where_that_is_chosen_until_it_is_not(
    world: World, embeds: list[dict[str, str]]
) -> None:
    robot = world.guild.world.add_user("alerts", bot=True)
    alert = world.square.add_message(robot, "" if embeds else GOATS)
    alert.embeds = embeds
    async with world.bot():
        await world.serves()  # else catching up may store it, too
        await world.watches(world.square)
        assert await world.count() == 0
        chosen: dict[str, Channel | bool] = {"channel": world.square, "bots": True}
        again = await world.manages("watch", chosen)
        await world.fake.until(lambda: "1 new" in text_of(again))
        [post] = await stored(world)
        assert post.author == "Alerts"
        assert GOATS in post.text
        again = await world.manages("watch", chosen | {"bots": False})
        await world.fake.until(lambda: "1 removed" in text_of(again))
