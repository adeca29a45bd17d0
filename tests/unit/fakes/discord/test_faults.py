"""The fake's scripted faults, met by the unmodified discord.py."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import aiohttp
import discord
import pytest

from tests.fakes.discord.probe import running

if TYPE_CHECKING:
    from tests.fakes.discord.api.server import FakeDiscord
    from tests.fakes.discord.probe import Probe
    from tests.unit.fakes.discord.conftest import Place


SENDING = r"/channels/\d+/messages"


def general(bot: Probe, place: Place) -> discord.TextChannel:
    found = bot.get_channel(place.general.id)
    assert isinstance(found, discord.TextChannel)
    return found


@pytest.mark.parametrize("everywhere", [False, True])
async def test_a_rate_limit_is_waited_for(
    fake: FakeDiscord, place: Place, *, everywhere: bool
) -> None:
    async with running(fake) as bot:
        fake.limits_rate("POST", SENDING, everywhere=everywhere, times=2)
        await general(bot, place).send("at last")
        assert len(place.general.said_by_bot()) == 1
        statuses = [each.status for each in fake.requests if each.method == "POST"]
        assert statuses == [429, 429, 200]


async def test_a_ban_is_not_waited_for(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        fake.limits_rate("POST", SENDING, via="")
        with pytest.raises(discord.HTTPException) as refused:
            await general(bot, place).send("never")
        assert refused.value.status == 429


async def test_a_page_of_html_is_tried_again(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        fake.breaks_down("POST", SENDING)
        await general(bot, place).send("at last")
        assert len(place.general.said_by_bot()) == 1


async def test_a_message_whose_answer_is_lost_is_stored_once_thanks_to_its_nonce(
    fake: FakeDiscord, place: Place
) -> None:
    async with running(fake) as bot:
        fake.loses_answer("POST", SENDING)
        await general(bot, place).send("once")
        assert len(fake.asked("POST", f"/channels/{place.general.id}/messages")) == 2
        assert len(place.general.said_by_bot()) == 1


async def test_a_follow_up_whose_answer_is_lost_is_stored_twice(
    fake: FakeDiscord, place: Place
) -> None:
    async with running(fake) as bot:

        @bot.tree.command(description="Goes.")
        async def go(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("first")
            fake.loses_answer("POST", "/webhooks/.*")
            await interaction.followup.send("twice")

        await bot.tree.sync()
        used = await fake.uses_command(place.ada, place.general, "go")
        await bot.hears("app_command_completion")
        assert [each.content for each in used.messages] == ["first", "twice", "twice"]


async def test_any_refusal_can_be_scripted(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        fake.fails("POST", SENDING, status=403, code=50013, message="Missing Permissions")
        with pytest.raises(discord.Forbidden) as refused:
            await general(bot, place).send("never")
        assert refused.value.code == 50013
        await general(bot, place).send("but now")
        assert [each.content for each in place.general.messages] == ["but now"]


async def test_a_request_waits_until_it_is_let_go(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        hold = fake.holds("POST", SENDING)
        sending = asyncio.create_task(general(bot, place).send("later"))
        await fake.until(lambda: hold.waiting)
        assert place.general.messages == []
        hold.release()
        await sending
        assert len(place.general.messages) == 1


async def test_what_is_not_served_is_not_found(fake: FakeDiscord) -> None:
    async with running(fake) as bot:
        with pytest.raises(discord.NotFound):
            await bot.http.request(discord.http.Route("GET", "/nothing/here"))
        assert fake.asked("GET", "/nothing/here")[0].status == 404


async def test_a_connection_is_cut_without_an_answer(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        fake.cuts("POST", SENDING)
        with pytest.raises(aiohttp.ClientError):
            await general(bot, place).send("never")
        await general(bot, place).send("but now")
        assert [each.content for each in place.general.messages] == ["but now"]
