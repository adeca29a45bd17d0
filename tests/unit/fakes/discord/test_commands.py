"""The fake's commands, registered and answered by the unmodified discord.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest
from discord import app_commands

from tests.fakes.discord.probe import running

if TYPE_CHECKING:
    from tests.fakes.discord.api.server import FakeDiscord
    from tests.fakes.discord.asking import Value
    from tests.unit.fakes.discord.conftest import Place


async def test_an_option_is_completed(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:

        @bot.tree.command(description="Asks.")
        async def ask(_: discord.Interaction, question: str) -> None: ...

        @ask.autocomplete("question")
        async def complete(_: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
            return [app_commands.Choice(name=f"{current}{each}", value=each) for each in "ab"]

        await bot.tree.sync()
        typed = await fake.autocompletes(place.ada, place.general, "ask", {"question": "wh"})
        await fake.until(lambda: typed.answer)
        assert typed.choices == [{"name": "wha", "value": "a"}, {"name": "whb", "value": "b"}]


async def test_commands_on_messages_and_people_are_used(fake: FakeDiscord, place: Place) -> None:
    said = place.general.add_message(place.ada, "remember this")
    async with running(fake, discord.Intents.default()) as bot:

        @bot.tree.context_menu(name="Quote")
        async def quote(interaction: discord.Interaction, message: discord.Message) -> None:
            await interaction.response.send_message(message.content, ephemeral=True)

        @bot.tree.context_menu(name="Greet")
        async def greet(interaction: discord.Interaction, member: discord.Member) -> None:
            await interaction.response.send_message(member.name)

        await bot.tree.sync()
        quoted = await fake.uses_message_command(place.ada, said, "Quote")
        await fake.until(lambda: quoted.answer)
        assert quoted.ephemeral
        assert [each.content for each in quoted.messages] == ["remember this"]
        greeted = await fake.uses_user_command(place.ada, place.general, "Greet", place.ada)
        await fake.until(lambda: greeted.answer)
        assert [each.content for each in greeted.messages] == ["ada"]


async def test_subcommands_and_options_of_every_sort_arrive(
    fake: FakeDiscord, place: Place
) -> None:
    group = app_commands.Group(name="posts", description="Posts.")
    got: list[object] = []

    @group.command(description="Lists.")
    async def listing(
        interaction: discord.Interaction,
        by: discord.Member,
        where: discord.TextChannel,
        limit: int,
        short: bool,
    ) -> None:
        got.extend([by.name, where.name, limit, short])
        await interaction.response.send_message("listed")

    async with running(fake) as bot:
        bot.tree.add_command(group)
        guild = discord.Object(place.guild.id)
        bot.tree.copy_global_to(guild=guild)
        await bot.tree.sync(guild=guild)
        options: dict[str, Value] = {
            "by": place.ada,
            "where": place.general,
            "limit": 3,
            "short": True,
        }
        used = await fake.uses_command(place.ada, place.general, "posts listing", options)
        await fake.until(lambda: used.answer)
        assert got == ["ada", "general", 3, True]


async def test_a_command_that_is_not_registered_cannot_be_used(
    fake: FakeDiscord, place: Place
) -> None:
    with pytest.raises(LookupError):
        await fake.uses_command(place.ada, place.general, "nothing")


async def test_a_command_for_servers_is_not_offered_in_direct_messages(
    fake: FakeDiscord, place: Place
) -> None:
    async with running(fake) as bot:

        @bot.tree.command(description="Goes.")
        @app_commands.guild_only()
        async def go(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("here")

        await bot.tree.sync()
        with pytest.raises(LookupError):
            await fake.uses_command(place.ada, fake.world.direct_channel(place.ada), "go")
        used = await fake.uses_command(place.ada, place.general, "go")
        await fake.until(lambda: used.answer)


async def test_a_command_keeps_its_id_when_it_is_registered_again(fake: FakeDiscord) -> None:
    async with running(fake) as bot:

        @bot.tree.command(description="Goes.")
        async def go(_: discord.Interaction) -> None: ...

        (first,) = await bot.tree.sync()
        (again,) = await bot.tree.sync()
        assert first.id == again.id
        assert [each.name for each in await bot.tree.fetch_commands()] == ["go"]
