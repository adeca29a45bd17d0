"""What two admins of a server set at the same time is both set."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World


async def test_what_is_set_while_people_are_looked_up_stays(world: World) -> None:
    fake, guild = world.fake, world.guild
    async with world.bot():
        await world.serves()
        settings = world.services.ledger.settings
        hold = fake.holds("GET", f"/guilds/{guild.id}/members/{world.ada.id}")
        named = asyncio.create_task(world.manages("settings", {"admins": world.ada.mention}))
        await fake.until(lambda: hold.waiting)
        await world.manages("settings", {"language": "de"})
        await fake.until(lambda: settings.of("discord", f"discord:{guild.id}").language == "de")
        hold.release()
        await named
        await fake.until(lambda: settings.of("discord", f"discord:{guild.id}").admins)
        found = settings.of("discord", f"discord:{guild.id}")
    assert found.language == "de"
    assert found.admins == {f"discord:{world.ada.id}"}
