"""The fake's messages, threads and files, driven by the unmodified discord.py."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import discord
import pytest

from tests.fakes.discord.api.server import FakeDiscord
from tests.fakes.discord.probe import point_at, running
from tests.fakes.discord.world.channels import Kind, Overwrite
from tests.fakes.discord.world.permissions import Permission

if TYPE_CHECKING:
    from tests.fakes.discord.probe import Probe
    from tests.fakes.discord.world.channels import Channel
    from tests.unit.fakes.discord.conftest import Place


NONE = discord.AllowedMentions.none()


def text_channel(bot: Probe, channel: Channel) -> discord.TextChannel:
    found = bot.get_channel(channel.id)
    assert isinstance(found, discord.TextChannel)
    return found


async def test_history_is_paged_in_both_directions(fake: FakeDiscord, place: Place) -> None:
    start = datetime(2020, 1, 1, tzinfo=UTC)
    for number in range(250):
        at = start + timedelta(hours=number)
        place.general.add_message(place.ada, str(number), at=at)
    async with running(fake) as bot:
        channel = text_channel(bot, place.general)
        newest_first = [int(each.content) async for each in channel.history(limit=None)]
        assert newest_first == list(range(249, -1, -1))
        oldest = channel.history(limit=None, oldest_first=True)
        assert [int(each.content) async for each in oldest] == list(range(250))
        middle = place.general.messages[100]
        near = channel.history(around=discord.Object(middle.id))
        around = [int(each.content) async for each in near]
        assert sorted(around) == around[::-1]
        assert 100 in around
        found = await channel.fetch_message(middle.id)
        assert found.created_at == start + timedelta(hours=100)


async def test_history_without_the_permission_is_empty(fake: FakeDiscord, place: Place) -> None:
    place.general.add_message(place.ada, "old")
    reading = Permission.READ_MESSAGE_HISTORY
    place.general.overwrites.append(Overwrite(place.guild.id, 0, deny=reading))
    async with running(fake) as bot:
        channel = text_channel(bot, place.general)
        assert [each async for each in channel.history()] == []


async def test_history_without_the_app_s_privilege_shows_no_content(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with FakeDiscord(privileged=0) as fake:
        point_at(fake, monkeypatch)
        guild = fake.world.add_guild()
        general = guild.add_channel("general")
        ada = guild.add_member("ada")
        general.add_message(ada, "among ourselves")
        general.add_message(ada, f"{fake.world.bot.mention} hello")
        async with running(fake, discord.Intents.default()) as bot:
            history = text_channel(bot, general).history()
            contents = [each.content async for each in history]
        assert contents == [f"{fake.world.bot.mention} hello", ""]


async def test_private_archived_threads_need_a_permission(fake: FakeDiscord, place: Place) -> None:
    place.general.add_thread("old", place.ada, private=True, archived=True)
    async with running(fake) as bot:
        channel = text_channel(bot, place.general)
        with pytest.raises(discord.Forbidden):
            _ = [each async for each in channel.archived_threads(private=True)]
        (role,) = [each for each in place.guild.roles.values() if each.bot_id]
        await fake.changes_role(place.guild, role, Permission.MANAGE_THREADS)
        found = [each.name async for each in channel.archived_threads(private=True)]
        assert found == ["old"]


async def test_a_file_goes_up_and_comes_down(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        channel = text_channel(bot, place.general)
        await channel.send("see", file=discord.File(BytesIO(b"\x00data"), "a.bin"))
        (kept,) = place.general.said_by_bot()
        assert kept.attachments[0].data == b"\x00data"
        assert kept.content == "see"
        (told,) = (await bot.hears("message")).attachments
        assert await told.read() == b"\x00data"


async def test_a_message_is_edited_reacted_to_and_deleted(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        sent = await text_channel(bot, place.general).send("draft")
        await sent.edit(content="final")
        await sent.add_reaction("👍")
        await fake.reacts(place.ada, place.general.history[sent.id], "👎")
        kept = place.general.history[sent.id]
        assert (kept.content, len(kept.sent)) == ("final", 2)
        assert kept.reactions == {"👍": [fake.world.bot.id], "👎": [place.ada.id]}
        assert (await bot.hears("raw_reaction_add", 2)).member.name == "ada"
        await sent.delete()
        assert place.general.messages == []
        with pytest.raises(discord.NotFound) as missing:
            await sent.edit(content="too late")
        assert missing.value.code == 10008


async def test_the_same_nonce_is_stored_once(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        channel = text_channel(bot, place.general)
        first = await channel.send("once", nonce="n1")
        again = await channel.send("once", nonce="n1")
        other = await channel.send("once", nonce="n2")
        assert first.id == again.id != other.id
        assert len(place.general.said_by_bot()) == 2


async def test_typing_is_counted(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        async with text_channel(bot, place.general).typing():
            pass
        assert place.general.typing == 1


@pytest.mark.parametrize(
    ("denied", "code"), [(Permission.VIEW_CHANNEL, 50001), (Permission.SEND_MESSAGES, 50013)]
)
async def test_what_the_overwrites_deny_is_refused(
    fake: FakeDiscord, place: Place, denied: Permission, code: int
) -> None:
    place.general.overwrites.append(Overwrite(place.guild.id, 0, deny=denied))
    async with running(fake) as bot:
        with pytest.raises(discord.Forbidden) as refused:
            await text_channel(bot, place.general).send("hello")
        assert refused.value.code == code


async def test_what_the_overwrites_give_back_to_the_bot_is_granted(
    fake: FakeDiscord, place: Place
) -> None:
    me = place.guild.me
    assert me
    secret = place.guild.add_channel("secret", readers=[me])
    async with running(fake) as bot:
        channel = text_channel(bot, secret)
        assert channel.permissions_for(channel.guild.me).view_channel
        assert not channel.permissions_for(channel.guild.default_role).view_channel
        await channel.send("hello")
        assert [each.content for each in secret.messages] == ["hello"]


async def test_a_reply_to_what_is_gone_is_refused(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        said = await fake.says(place.ada, place.general, "hello")
        heard = await bot.hears("message")
        await fake.deletes(said)
        with pytest.raises(discord.HTTPException) as refused:
            await heard.reply("hello?")
        assert refused.value.code == 50035
        assert "message_reference" in str(refused.value)


async def test_allowed_mentions_decide_who_is_told(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        channel = text_channel(bot, place.general)
        text = f"{place.ada.mention} @everyone"
        loud = await channel.send(text)
        calm = await channel.send(text, allowed_mentions=NONE)
        kept = place.general.history
        assert kept[loud.id].mentioned == [place.ada.user]
        assert kept[loud.id].mentions_everyone
        assert kept[calm.id].mentioned == []
        assert not kept[calm.id].mentions_everyone


async def test_threads_are_started_listed_and_written_in(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        said = await fake.says(place.ada, place.general, "a question")
        heard = await bot.hears("message")
        thread = await heard.create_thread(name="answers")
        assert thread.id == said.id
        await thread.send("an answer")
        assert said.thread
        assert [each.content for each in said.thread.messages] == ["an answer"]
        assert [each.id for each in await thread.guild.active_threads()] == [said.id]
        started = await fake.starts_thread(place.ada, place.general, "another")
        await bot.hears("thread_create", 2)
        await fake.archives(started)
        await bot.hears("thread_update")
        channel = text_channel(bot, place.general)
        archived = [each.name async for each in channel.archived_threads()]
        assert archived == ["another"]
        with pytest.raises(discord.HTTPException) as refused:
            await heard.create_thread(name="twice")
        assert refused.value.code == 160004


async def test_a_private_thread_is_hidden_from_who_is_not_in_it(
    fake: FakeDiscord, place: Place
) -> None:
    hidden = place.general.add_thread("hidden", place.ada, private=True)
    me = place.guild.me
    assert me
    shown = place.general.add_thread("shown", place.ada, private=True, members=[me])
    async with running(fake) as bot:
        (guild,) = bot.guilds
        assert [each.id for each in guild.threads] == [shown.id]
        with pytest.raises(discord.Forbidden):
            await guild.fetch_channel(hidden.id)
        found = await guild.fetch_channel(shown.id)
        assert isinstance(found, discord.Thread)
        assert {each.id for each in await found.fetch_members()} == {place.ada.id, me.id}


async def test_forums_and_announcements_are_channels_too(fake: FakeDiscord, place: Place) -> None:
    place.guild.add_channel("help", Kind.FORUM)
    news = place.guild.add_channel("news", Kind.ANNOUNCEMENT)
    async with running(fake) as bot:
        (guild,) = bot.guilds
        (forum,) = guild.forums
        made = await forum.create_thread(name="a post", content="hello")
        assert made.message.content == "hello"
        assert made.thread.id == made.message.id
        channel = text_channel(bot, news)
        assert channel.is_news()
        with pytest.raises(discord.HTTPException) as refused:
            await bot.http.send_message(
                forum.id, params=discord.http.handle_message_parameters("to a forum")
            )
        assert refused.value.code == 40058


async def test_a_direct_message_is_heard_and_answered(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        await fake.direct_message(place.ada, "psst")
        heard = await bot.hears("message")
        assert heard.guild is None
        await heard.channel.send("yes?")
        (answer,) = fake.world.direct_channel(place.ada).said_by_bot()
        assert answer.content == "yes?"
        user = await bot.fetch_user(place.ada.id)
        await user.send("and?")
        assert len(fake.world.direct_channel(place.ada).said_by_bot()) == 2
