"""The fake's gateway, driven by the unmodified discord.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from tests.fakes.discord.api.gateway import Intent
from tests.fakes.discord.api.server import FakeDiscord
from tests.fakes.discord.probe import Probe, point_at, running

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.unit.fakes.discord.conftest import Place


async def _drop(fake: FakeDiscord) -> None:
    await fake.gateway.drop(4000)


async def _abort(fake: FakeDiscord) -> None:
    fake.gateway.abort()
    await fake.until(lambda: not fake.gateway.lines)


async def _ask(fake: FakeDiscord) -> None:
    await fake.gateway.ask_to_reconnect()


async def _invalidate(fake: FakeDiscord) -> None:
    await fake.gateway.invalidate_session(resumable=True)


@pytest.mark.parametrize("interrupt", [_drop, _abort, _ask, _invalidate])
async def test_a_session_resumes_after_an_interruption(
    fake: FakeDiscord, place: Place, interrupt: Callable[[FakeDiscord], Awaitable[None]]
) -> None:
    async with running(fake) as bot:
        await interrupt(fake)
        await fake.says(place.ada, place.general, "while you were away")
        await bot.hears("resumed")
        assert (await bot.hears("message")).content == "while you were away"
        await fake.says(place.ada, place.general, "now that you are back")
        assert (await bot.hears("message", 2)).content == "now that you are back"
        assert len(fake.gateway.identifies) == 1
        assert len(fake.gateway.resumes) == 1


async def test_what_was_missed_is_told_again_once_and_in_order(
    fake: FakeDiscord, place: Place
) -> None:
    async with running(fake) as bot:
        await fake.says(place.ada, place.general, "0")
        await bot.hears("message")
        fake.gateway.abort()
        for number in range(1, 40):
            await fake.says(place.ada, place.general, str(number))
        await bot.hears("message", 40)
        assert [each.content for each in bot.of("message")] == [str(each) for each in range(40)]


async def test_a_session_that_cannot_be_resumed_begins_again(
    fake: FakeDiscord, place: Place
) -> None:
    async with running(fake) as bot:
        await fake.gateway.invalidate_session(resumable=False)
        await bot.hears("ready", 2)
        assert len(fake.gateway.identifies) == 2
        await fake.says(place.ada, place.general, "hello again")
        assert (await bot.hears("message")).content == "hello again"


async def test_an_unknown_session_is_refused_and_begins_again(fake: FakeDiscord) -> None:
    async with running(fake) as bot:
        fake.gateway.sessions.clear()
        await fake.gateway.drop(4000)
        await bot.hears("ready", 2)
        assert len(fake.gateway.resumes) == 1
        assert len(fake.gateway.identifies) == 2


@pytest.mark.usefixtures("place")
async def test_a_session_resumes_where_ready_told_it_to(fake: FakeDiscord) -> None:
    async with running(fake) as bot:
        await fake.gateway.drop(4000)
        await bot.hears("resumed")
        assert [each.path for each in fake.gateway.lines] == ["/resume"]


@pytest.mark.usefixtures("fake")
async def test_a_wrong_token_is_refused_over_rest() -> None:
    async with Probe(discord.Intents.default()) as bot:
        with pytest.raises(discord.LoginFailure):
            await bot.start("another")


async def test_a_wrong_token_is_refused_by_the_gateway(fake: FakeDiscord) -> None:
    async with Probe(discord.Intents.default()) as bot:
        await bot.login(fake.token)
        bot.http.token = "another"  # noqa: S105
        with pytest.raises(discord.ConnectionClosed) as refused:
            await bot.connect()
    assert refused.value.code == 4004


async def test_an_intent_that_is_not_granted_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    async with FakeDiscord(privileged=Intent.GUILD_MEMBERS) as fake:
        point_at(fake, monkeypatch)
        async with Probe(discord.Intents.all()) as bot:
            with pytest.raises(discord.PrivilegedIntentsRequired):
                await bot.start(fake.token)


async def test_without_the_intent_content_is_shown_only_where_the_bot_is_meant(
    fake: FakeDiscord, place: Place
) -> None:
    general, ada = place.general, place.ada
    async with running(fake, discord.Intents.default()) as bot:
        await fake.says(ada, general, "among ourselves", files={"a.txt": b"a"})
        await fake.says(ada, general, "hello", mentions_bot=True)
        await fake.direct_message(ada, "psst")
        channel = bot.get_channel(general.id)
        assert isinstance(channel, discord.TextChannel)
        mine = await channel.send("mine")
        await fake.says(ada, general, "to you", reply_to=general.history[mine.id])
        await bot.hears("message", 5)
        hello = f"{fake.world.bot.mention} hello"
        contents = [each.content for each in bot.of("message")]
        assert contents == ["", hello, "psst", "mine", "to you"]
        assert bot.of("message")[0].attachments == []


async def test_edits_and_deletions_are_told(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        first, second, third = [
            await fake.says(place.ada, place.general, text) for text in ("one", "two", "three")
        ]
        await fake.edits(first, "eins")
        assert (await bot.hears("raw_message_edit")).message.content == "eins"
        await fake.deletes(first)
        assert (await bot.hears("raw_message_delete")).message_id == first.id
        await fake.deletes_in_bulk(second, third)
        gone = await bot.hears("raw_bulk_message_delete")
        assert gone.message_ids == {second.id, third.id}


async def test_changes_of_channels_roles_and_members_are_told(
    fake: FakeDiscord, place: Place
) -> None:
    guild = place.guild
    reader = guild.add_role("reader")
    async with running(fake) as bot:
        added = guild.add_channel("new")
        await fake.creates(added)
        await bot.hears("guild_channel_create")
        added.name = "renamed"
        await fake.changes(added)
        _, after = await bot.hears("guild_channel_update")
        assert after.name == "renamed"
        await fake.removes(added)
        await bot.hears("guild_channel_delete")
        await fake.changes_role(guild, reader, 8)
        _, role = await bot.hears("guild_role_update")
        assert role.permissions.administrator
        await fake.changes_member(place.ada, roles=[reader])
        _, member = await bot.hears("member_update")
        assert [each.name for each in member.roles] == ["@everyone", "reader"]
        await fake.joins(guild.add_member("bob"))
        assert (await bot.hears("member_join")).name == "bob"
        await fake.leaves(place.ada)
        assert (await bot.hears("member_remove")).name == "ada"


async def test_the_bot_joins_and_leaves_servers(fake: FakeDiscord) -> None:
    other = fake.world.add_guild("Other", with_bot=False)
    async with running(fake) as bot:
        assert not bot.guilds
        await fake.invites_bot(other)
        assert (await bot.hears("guild_join")).name == "Other"
        await fake.removes_bot(other)
        await bot.hears("guild_remove")
        assert not bot.guilds


async def test_a_channel_that_the_bot_cannot_see_is_not_told_of(
    fake: FakeDiscord, place: Place
) -> None:
    secret = place.guild.add_channel("secret", readers=[place.ada])
    async with running(fake) as bot:
        await fake.says(place.ada, secret, "not for you")
        await fake.says(place.ada, place.general, "for you")
        await bot.hears("message")
        assert [each.content for each in bot.of("message")] == ["for you"]


async def test_members_are_listed_and_searched(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        (guild,) = bot.guilds
        found = await guild.query_members("ad")
        assert [each.name for each in found] == ["ada"]
        listed = [each.name async for each in guild.fetch_members()]
        assert set(listed) == {"pullquote", "owner", "ada"}
        assert (await guild.fetch_member(place.ada.id)).name == "ada"
        with pytest.raises(discord.NotFound) as missing:
            await guild.fetch_member(1)
        assert missing.value.code == 10007


async def test_heartbeats_are_acknowledged(fake: FakeDiscord) -> None:
    fake.gateway.heartbeat_milliseconds = 20
    async with running(fake) as bot:
        await fake.until(lambda: fake.gateway.heartbeats > 3)
        assert bot.latency < 1


async def test_the_bot_is_brought_into_a_private_thread_and_out_again(
    fake: FakeDiscord, place: Place
) -> None:
    thread = place.general.add_thread("hidden", place.ada, private=True)
    me = place.guild.me
    assert me
    async with running(fake) as bot:
        assert bot.get_channel(thread.id) is None
        await fake.says(place.ada, thread, "among ourselves")
        await fake.adds_to_thread(me, thread)
        await fake.says(place.ada, thread, "with you")
        heard = await bot.hears("message")
        assert heard.content == "with you"
        assert heard.channel.is_private()
        await fake.removes_from_thread(me, thread)
        await bot.hears("thread_remove")
        await fake.says(place.ada, thread, "without you")
        await fake.says(place.ada, place.general, "hello")
        assert (await bot.hears("message", 2)).content == "hello"


async def test_a_channel_that_opens_brings_its_threads(fake: FakeDiscord, place: Place) -> None:
    secret = place.guild.add_channel("secret", readers=[place.ada])
    thread = secret.add_thread("inside", place.ada)
    async with running(fake) as bot:
        assert bot.get_channel(thread.id) is None
        await fake.changes(secret, overwrites=[])
        await bot.hears("thread_join")
        assert bot.get_channel(thread.id)


async def test_webhooks_and_forwards_are_told_apart(fake: FakeDiscord, place: Place) -> None:
    origin = place.guild.add_channel("origin").add_message(place.ada, "as it was")
    async with running(fake) as bot:
        await fake.posts_by_webhook(place.general, "relay", "from outside")
        assert (await bot.hears("message")).webhook_id
        await fake.forwards(place.ada, origin, place.general)
        heard = await bot.hears("message", 2)
        assert heard.content == ""
        assert [each.content for each in heard.message_snapshots] == ["as it was"]
        assert heard.reference.type is discord.MessageReferenceType.forward
