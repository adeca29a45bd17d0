"""`pullquote check` tells what is wrong on Discord, a line each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from aiohttp import web

from adapters.chat.error_text import problem
from adapters.chat.wording import GERMAN
from adapters.discord import checks
from adapters.discord.adapter import Discord
from adapters.discord.checks import nobody_asks
from bot.composition import chat_app
from bot.errors import PlatformError
from bot.ledger.channels import Channel
from tests.fakes.discord.world.channels import Overwrite
from tests.fakes.discord.world.permissions import Permission

if TYPE_CHECKING:
    from bot.checks.diagnostics import Finding
    from tests.e2e.discord.conftest import World


async def findings(world: World) -> list[Finding]:
    return await chat_app.check_platforms(world.settings)


async def test_commands_are_registered_by_the_first_start_and_named_where_they_are_gone(
    world: World,
) -> None:
    token, intents, gateway, commands = await findings(world)
    assert all(each.is_fine for each in (token, intents, gateway, commands))
    assert gateway.text == "the gateway opens"
    assert "permissions=274877975552" in token.text
    assert "scope=bot+applications.commands" in token.text
    assert commands.text.startswith("the commands are registered when `pullquote run` starts")
    async with world.bot():
        pass
    assert all(finding.is_fine for finding in await findings(world))
    world.fake.world.commands[None] = []
    commands = (await findings(world))[-1]
    assert not commands.is_fine
    assert "not registered yet: Earlier answers like this, Find related posts," in commands.text
    assert "Pin as an answer, Posts by this person, ask, forget-me" in commands.text


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


@pytest.mark.parametrize("path", ["/users/@me", "/oauth2/applications/@me"])
async def test_a_discord_that_never_answers_is_said_in_time(
    world: World, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(checks, "LOGIN_SECONDS", 0.2)
    hold = world.fake.holds("GET", path)
    (found,) = await findings(world)
    hold.release()
    assert found.text.startswith("Discord cannot be reached (")


async def test_what_discord_never_tells_of_is_said_channel_by_channel(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "ANSWER_SECONDS", 0.2)
    guild, names = world.guild, ("square", "lane")
    async with world.bot():
        for name in names:
            id_ = f"discord:{guild.add_channel(name).id}"
            world.services.ledger.channels.put(
                Channel(id_, "discord", f"discord:{guild.id}", f"#{name}")
            )
    holds = [world.fake.holds("GET", path) for path in (r".*/commands", rf"/guilds/{guild.id}.*")]
    *_, commands, lane, square = await findings(world)
    for hold in holds:
        hold.release()
    assert not [each for each in (commands, lane, square) if each.is_fine]
    assert [each.text.split()[0] for each in (lane, square)] == ["#lane:", "#square:"]


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


async def test_writing_in_threads_is_looked_at(world: World) -> None:
    assert world.guild.me
    silent = world.guild.add_channel("silent")
    mute = Permission.SEND_MESSAGES_IN_THREADS
    silent.overwrites.append(Overwrite(world.guild.me.id, 1, deny=mute))
    async with chat_app.opened_services(world.settings) as services:
        services.ledger.channels.put(
            Channel(f"discord:{silent.id}", "discord", f"discord:{world.guild.id}", "#silent")
        )
    texts = [finding.text for finding in await findings(world)]
    assert "#silent: give me Send Messages in Threads there" in texts


async def test_a_watched_thread_can_be_read_where_its_channel_can(world: World) -> None:
    thread = world.square.add_thread("Long talk", world.ada)
    async with chat_app.opened_services(world.settings) as services:
        services.ledger.channels.put(
            Channel(f"discord:{thread.id}", "discord", f"discord:{world.guild.id}", "#square")
        )
    texts = [finding.text for finding in await findings(world)]
    assert "#square can be read" in texts


async def test_each_failure_of_discord_is_a_line_with_a_remedy(world: World) -> None:
    async with chat_app.opened_services(world.settings) as services:
        services.ledger.channels.put(
            Channel(f"discord:{world.square.id}", "discord", f"discord:{world.guild.id}", "#square")
        )
    application = f"/applications/{world.fake.world.application_id}"
    world.fake.fails("GET", f"{application}/commands", status=403, code=50001, message="No")
    world.fake.fails("GET", f"/guilds/{world.guild.id}", status=403, code=50001, message="No")
    lines = [each.text for each in await findings(world) if not each.is_fine]
    assert lines == [
        "the commands cannot be looked at (No): try again later",
        (
            "#square: its server cannot be read (the platform says “No”): invite me again by the"
            " link above"
        ),
    ]
    world.fake.fails("GET", "/users/@me", status=403, html="<html>Forbidden</html>")
    (found,) = await findings(world)
    assert world.settings.discord
    assert found.text == (
        f"{world.settings.discord.api_url} does not answer as Discord does (403 Forbidden): see"
        " what stands between (a proxy, a firewall, a page to sign in), and DISCORD_API_URL."
    )
    world.fake.fails("GET", "/users/@me", status=404, html="<html>Not here</html>")
    (found,) = await findings(world)
    assert "does not answer as Discord does (404 Not Found)" in found.text


@pytest.mark.parametrize("answer", ["<html>Sign in</html>", "{}", "[]"])
async def test_what_answers_in_discord_s_place_is_told_from_it(world: World, answer: str) -> None:
    async def handle(_: web.Request) -> web.Response:
        is_page = answer.startswith("<")
        kind = "text/html" if is_page else "application/json"
        return web.Response(text=answer, content_type=kind)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handle)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/v10"
        assert world.settings.discord
        settings = replace(world.settings.discord, api_url=url)
        (found,) = await chat_app.check_platforms(replace(world.settings, discord=settings))
        assert not found.is_fine
        assert found.text.startswith(f"{url} does not answer as Discord does (")
        assert "<html>" not in found.text
        assert "Error" not in found.text
        async with chat_app.opened_services(world.settings) as services:
            bot = Discord(settings, services, world.settings.imports, "auto")
            with pytest.raises(PlatformError, match="does not answer as Discord does") as caught:
                await bot.run(nobody_asks)
        assert "<html>" not in str(caught.value)
    finally:
        await runner.cleanup()


async def test_the_gateway_of_the_settings_is_used_whatever_discord_names(world: World) -> None:
    limit = {"total": 9, "remaining": 9, "reset_after": 0, "max_concurrency": 1}
    elsewhere = {"url": "ws://127.0.0.1:1/", "shards": 1, "session_start_limit": limit}
    world.fake.fails("GET", "/gateway/bot", status=200, body=elsewhere)
    async with world.bot():
        await world.serves()
        assert len(world.fake.gateway.identifies) == 1


async def test_a_gateway_that_does_not_open_is_told_by_a_look_and_ends_the_start_with_a_sentence(
    world: World,
) -> None:
    assert world.settings.discord
    away = replace(world.settings.discord, gateway_url="ws://127.0.0.1:1/x")
    wrong = [
        each.text
        for each in await chat_app.check_platforms(replace(world.settings, discord=away))
        if not each.is_fine
    ]
    assert len(wrong) == 1
    assert wrong[0].startswith("the gateway ws://127.0.0.1:1/x does not open (")
    assert problem(wrong[0], GERMAN).startswith("das Gateway ws://127.0.0.1:1/x öffnet sich nicht")
    assert "Cannot connect" not in problem(wrong[0], GERMAN)
    async with chat_app.opened_services(world.settings) as services:
        bot = Discord(away, services, world.settings.imports, "auto")
        with pytest.raises(PlatformError, match=r"does not open .* DISCORD_GATEWAY_URL"):
            await bot.run(nobody_asks)
