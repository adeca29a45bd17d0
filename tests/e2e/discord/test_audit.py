"""`pullquote audit` shows what a question on Discord could cite, and asks over REST alone."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.discord.conftest import GOATS, OVEN
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result
    from tests.e2e.discord.conftest import World


def configure(world: World) -> None:
    """Write the settings where the command line looks for them."""
    discord = world.settings.discord
    assert discord
    Path(".env").write_text(
        f"PULLQUOTE_DATA={world.settings.data}\nDISCORD_TOKEN={discord.token}\n"
        f"DISCORD_API_URL={discord.api_url}\nDISCORD_GATEWAY_URL={discord.gateway_url}\n"
    )


async def test_it_names_what_the_readers_may_see_and_nothing_else(
    world: World, stored: Callable[..., None], pullquote: Callable[..., Result]
) -> None:
    assert world.guild.me
    inside = [world.guild.me, world.ada]
    hush = world.square.add_thread("hush", world.ada, private=True, members=inside)
    board = world.guild.add_channel("board", readers=[world.chief])
    stored(
        post(OVEN, "1", source="village"),
        post(GOATS, "2", source="square", audience=f"discord:{world.square.id}"),
        post("Hush.", "3", source="whispers", audience=f"discord:{hush.id}"),
        post("Gold.", "4", source="treasury", audience=f"discord:{board.id}"),
    )
    configure(world)

    async def audit(id_: object) -> Result:
        return await asyncio.to_thread(pullquote, "audit", "--as", str(id_))

    seen = {
        world.square.id: {"village", "square"},
        world.ada.id: {"village", "square", "whispers"},
        board.id: {"village", "square", "treasury"},
        world.chief.id: {"village", "square", "treasury"},
        f"<#{hush.id}>": {"village", "square", "whispers"},
    }
    for id_, sources in seen.items():
        told = await audit(id_)
        assert told.code == 0, told.err
        named = {each for each in ("village", "square", "whispers", "treasury")
                 if f"\n{each} " in told.out}  # fmt: skip
        assert named == sources
        assert f"{len(sources)} posts and comments" in told.out
    assert world.fake.gateway.identifies == []
    nobody = await audit(123456789)
    assert (nobody.code, "Nobody is known" in nobody.err) == (1, True)
    assert (await audit("???")).code == 2
