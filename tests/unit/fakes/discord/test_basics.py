"""The fake Discord, driven by the unmodified discord.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from tests.fakes.discord.probe import running
from tests.fakes.discord.world.permissions import Permission

if TYPE_CHECKING:
    from tests.fakes.discord.api.server import FakeDiscord


async def test_a_bot_logs_in_and_sees_servers_channels_members_and_roles(
    fake: FakeDiscord,
) -> None:
    guild = fake.world.add_guild("Quarry", bot_permissions=Permission.MANAGE_MESSAGES)
    reader = guild.add_role("reader")
    guild.add_member("ada", [reader])
    general = guild.add_channel("general")
    secret = guild.add_channel("secret", readers=[reader])
    thread = general.add_thread("a thread")

    async with running(fake) as bot:
        (seen,) = bot.guilds
        assert seen.name == "Quarry"
        assert {channel.name for channel in seen.channels} == {"general", "secret"}
        assert [each.id for each in seen.threads] == [thread.id]
        assert {member.name for member in seen.members} == {"pullquote", "owner", "ada"}
        hidden = seen.get_channel(secret.id)
        assert hidden is not None
        assert not hidden.permissions_for(seen.me).view_channel
        shown = seen.get_channel(general.id)
        assert shown is not None
        assert shown.permissions_for(seen.me).manage_messages


async def test_a_bot_hears_a_message_and_answers_it(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild()
    ada, general = guild.add_member("ada"), guild.add_channel("general")

    async with running(fake) as bot:
        said = await fake.says(ada, general, "why?", mentions_bot=True)
        heard = await bot.hears("message")
        assert heard.id == said.id
        assert bot.user in heard.mentions
        await heard.reply("because", allowed_mentions=discord.AllowedMentions.none())
        (answer,) = general.said_by_bot()
        assert answer.content == "because"
        assert answer.reply_to == said.id
        assert answer.allowed_mentions == {"parse": []}


async def test_a_command_is_deferred_and_followed_up(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild()
    ada, general = guild.add_member("ada"), guild.add_channel("general")

    async with running(fake) as bot:

        @bot.tree.command(name="ask", description="Asks.")
        async def ask(interaction: discord.Interaction, question: str) -> None:
            await interaction.response.defer(ephemeral=True)
            await interaction.followup.send(f"{question} {interaction.locale}")
            await interaction.followup.send("more", ephemeral=True)

        await bot.tree.sync()
        used = await fake.uses_command(ada, general, "ask", {"question": "why?"}, locale="fr")
        await fake.until(lambda: used.followups)
        assert used.ephemeral
        assert [each.content for each in used.messages] == ["why? fr", "more"]
        assert general.messages == []
