"""One person has one name on a server, live as in the past of a channel."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from index.posts import Post
    from tests.e2e.discord.conftest import World


async def stored(world: World) -> list[Post]:
    library = world.services.library
    posts = await library.posts(await library.ids_under("discord:"))
    return [posts[id_] for id_ in sorted(posts)]


async def are_called(world: World, *names: str | None) -> None:
    """Wait until the stored posts stand under these names."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_SECONDS):
            while [each.author for each in await stored(world)] != [*names]:
                pass  # each round waits for the library's thread
    assert [each.author for each in await stored(world)] == [*names]


async def test_a_comparison_leaves_the_nickname_that_a_live_message_told(world: World) -> None:
    ada = world.ada
    ada.nick = "Adi"
    world.square.add_message(ada, GOATS)
    async with world.bot():
        await world.watches(world.square)
        await are_called(world, ada.user.display_name or ada.user.name)
        await world.fake.says(ada, world.square, OVEN)
        await are_called(world, "Adi", "Adi")
        again = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: "Done:" in text_of(again))
        assert "0 new, 0 changed, 2 unchanged" in text_of(again)
        await are_called(world, "Adi", "Adi")


async def test_another_name_reaches_what_is_stored_and_corrects_no_answer(world: World) -> None:
    ada = world.ada
    async with world.bot():
        await world.watches(world.square)
        await world.fake.says(ada, world.square, OVEN)
        await world.holds(1)
        answer = await world.asks("when is the village oven lit?")
        sent = len(answer.sent)
        await world.fake.changes_member(ada, nick="Countess")
        await world.fake.changes(world.square, name="market")
        await world.fake.says(ada, world.square, GOATS)
        await are_called(world, "Countess", "Countess")
        again = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: "Done:" in text_of(again))
        assert {(each.author, each.source) for each in await stored(world)} == {
            ("Countess", "#market")
        }
        assert len(answer.sent) == sent


async def test_a_page_that_was_read_before_somebody_was_renamed_does_not_undo_it(
    world: World,
) -> None:
    ada = world.ada
    world.square.add_message(ada, "Here:", files={"oven.txt": OVEN.encode()})
    async with world.bot():
        await world.watches(world.square)
        await world.fake.says(ada, world.square, GOATS)
        await are_called(world, "Ada", "Ada")
        world.square.add_message(ada, "There:", files={"oven.txt": OVEN.encode()})
        hold = world.fake.holds("GET", "/attachments/.*")
        again = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: hold.waiting)  # the names were looked up before
        await world.fake.changes_member(ada, nick="Countess")
        await world.fake.says(ada, world.square, "The mill is shut.")
        await are_called(world, "Countess", "Countess", "Countess")
        hold.release()
        await world.fake.until(lambda: "Done:" in text_of(again))
        await are_called(world, *["Countess"] * 4)


async def test_a_mention_in_a_filter_means_the_account_and_the_channel(world: World) -> None:
    ada, chief = world.ada, world.chief
    other = world.guild.add_channel("other")
    ada.nick = chief.nick = "Twin"
    async with world.bot():
        for place in (world.square, other):
            await world.watches(place)
            await world.fake.says(chief, place, f"The village oven of {place.name} is lit.")
        await world.fake.says(ada, world.square, "The village oven is lit on Fridays.")
        await world.holds(3)
        await world.fake.changes(other, name="elsewhere")
        own = await world.asks(f"when is the village oven lit? from:{ada.mention}")
        assert "on Fridays" in own.text
        assert "of square" not in own.text
        there = await world.asks(f"which village oven is lit? in:{other.mention}")
        assert "oven of other" in there.text
        assert "of square" not in there.text
