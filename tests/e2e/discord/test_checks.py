"""`pullquote check` tells what is wrong on Discord, a line each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot import chat_app
from bot.ledger.channels import Channel
from tests.fakes.discord.world.channels import Overwrite
from tests.fakes.discord.world.permissions import Permission

if TYPE_CHECKING:
    from bot.checks.diagnostics import Finding
    from tests.e2e.discord.conftest import World


async def findings(world: World) -> list[Finding]:
    return await chat_app.check_platforms(world.settings)


async def test_commands_that_are_not_registered_are_named_until_a_start_has_registered_them(
    world: World,
) -> None:
    token, intents, commands = await findings(world)
    assert (token.is_fine, intents.is_fine, commands.is_fine) == (True, True, False)
    assert "permissions=274877975552" in token.text
    assert "scope=bot+applications.commands" in token.text
    assert "not registered yet: Find related posts, Posts by this person, ask" in commands.text
    async with world.bot():
        pass
    assert all(finding.is_fine for finding in await findings(world))


async def test_a_wrong_token_is_said_with_the_remedy_and_never_shown(world: World) -> None:
    assert world.settings.discord
    wrong = replace(world.settings.discord, token="not-the-token")  # noqa: S106 - it opens nothing
    (found,) = await chat_app.check_platforms(replace(world.settings, discord=wrong))
    assert not found.is_fine
    assert found.text.startswith("DISCORD_TOKEN is not accepted: copy it from the Bot page")


async def test_an_unreachable_discord_is_said(world: World) -> None:
    assert world.settings.discord
    away = replace(world.settings.discord, api_url="http://127.0.0.1:1/api/v10")
    (found,) = await chat_app.check_platforms(replace(world.settings, discord=away))
    assert not found.is_fine
    assert found.text.startswith("Discord cannot be reached")


@pytest.mark.parametrize("watched", ["hidden", "gone"])
async def test_a_watched_channel_that_cannot_be_read_is_named_with_what_it_needs(
    world: World, watched: str
) -> None:
    hidden = world.guild.add_channel("cellar", readers=[world.ada])
    id_ = hidden.id if watched == "hidden" else 1
    async with chat_app.opened_services(world.settings) as services:
        for channel in (
            Channel(f"discord:{id_}", "discord", f"discord:{world.guild.id}", "#cellar"),
            Channel(f"discord:{world.square.id}", "discord", f"discord:{world.guild.id}", "#sq"),
        ):
            services.ledger.channels.put(channel)
    lines = {finding.text: finding.is_fine for finding in await findings(world)}
    assert lines["#sq can be read"]
    (wrong,) = [text for text in lines if text.startswith("#cellar")]
    assert not lines[wrong]


async def test_a_missing_permission_is_called_as_discord_calls_it(world: World) -> None:
    assert world.guild.me
    denied = Overwrite(world.guild.me.id, 1, deny=Permission.READ_MESSAGE_HISTORY)
    quiet = world.guild.add_channel("quiet")
    quiet.overwrites.append(denied)
    async with chat_app.opened_services(world.settings) as services:
        services.ledger.channels.put(
            Channel(f"discord:{quiet.id}", "discord", f"discord:{world.guild.id}", "#quiet")
        )
    texts = [finding.text for finding in await findings(world)]
    assert "#quiet: give me Read Message History there" in texts


async def test_a_watched_thread_can_be_read_where_its_channel_can(world: World) -> None:
    thread = world.square.add_thread("Long talk", world.ada)
    async with chat_app.opened_services(world.settings) as services:
        services.ledger.channels.put(
            Channel(f"discord:{thread.id}", "discord", f"discord:{world.guild.id}", "#square")
        )
    texts = [finding.text for finding in await findings(world)]
    assert "#square can be read" in texts
