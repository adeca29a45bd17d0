"""The fake's interactions, driven by the unmodified discord.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest
from discord import app_commands

from tests.fakes.discord.interactions import Answered
from tests.fakes.discord.probe import running
from tests.fakes.discord.world.channels import Kind

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.fakes.discord.api.server import FakeDiscord
    from tests.fakes.discord.probe import Probe
    from tests.unit.fakes.discord.conftest import Place


async def offer(bot: Probe, act: Callable[[discord.Interaction], Awaitable[None]]) -> None:
    """Register `/go`, which does this."""

    async def go(interaction: discord.Interaction) -> None:
        await act(interaction)

    bot.tree.add_command(app_commands.Command(name="go", description="Goes.", callback=go))
    await bot.tree.sync()


class Choices(discord.ui.View):
    @discord.ui.button(label="Yes", custom_id="yes")
    async def yes(self, interaction: discord.Interaction, _: Any) -> None:
        await interaction.response.edit_message(content="you said yes", view=None)

    @discord.ui.button(label="Later", custom_id="later")
    async def later(self, interaction: discord.Interaction, _: Any) -> None:
        await interaction.response.defer()
        await interaction.followup.send("noted", ephemeral=True)
        await interaction.edit_original_response(content="later, then")

    @discord.ui.select(
        custom_id="fruit",
        options=[discord.SelectOption(label="Fig"), discord.SelectOption(label="Kiwi")],
    )
    async def fruit(self, interaction: discord.Interaction, menu: Any) -> None:
        await interaction.response.send_message(f"you chose {menu.values[0]}")


class Form(discord.ui.Modal, title="Ask"):
    question: discord.ui.TextInput[Form] = discord.ui.TextInput(label="Q", custom_id="question")

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"asked: {self.question.value}")


async def test_a_command_is_answered_for_everyone(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        await offer(bot, lambda it: it.response.send_message("here"))  # type: ignore[arg-type,return-value]
        used = await fake.uses_command(place.ada, place.general, "go")
        await fake.until(lambda: used.answer)
        assert used.answer is Answered.MESSAGE
        assert not used.ephemeral
        assert [each.content for each in place.general.said_by_bot()] == ["here"]
        assert (await bot.hears("message")).interaction_metadata.user.name == "ada"


async def test_a_deferred_answer_is_waiting_then_edited_then_deleted(
    fake: FakeDiscord, place: Place
) -> None:
    async def act(interaction: discord.Interaction) -> None:
        await interaction.response.defer()
        assert place.general.said_by_bot() == []
        assert place.general.messages[0].loading
        await interaction.edit_original_response(content="done")
        assert (await interaction.original_response()).content == "done"
        more = await interaction.followup.send("more", wait=True)
        await more.edit(content="even more")
        await interaction.delete_original_response()

    async with running(fake) as bot:
        await offer(bot, act)
        used = await fake.uses_command(place.ada, place.general, "go")
        await fake.until(lambda: used.original and not used.original.readable)
        assert [each["content"] for each in used.edits] == ["done"]
        assert [each.content for each in used.messages] == ["even more"]
        assert [each.content for each in place.general.messages] == ["even more"]


async def test_a_late_answer_is_unknown(fake: FakeDiscord, place: Place) -> None:
    failed: list[discord.NotFound] = []

    async def act(interaction: discord.Interaction) -> None:
        try:
            await interaction.response.defer()
        except discord.NotFound as error:
            failed.append(error)

    fake.interactions.seconds = 0
    async with running(fake) as bot:
        await offer(bot, act)
        await fake.uses_command(place.ada, place.general, "go")
        await bot.hears("app_command_completion")
        assert [each.code for each in failed] == [10062]


async def test_a_second_first_answer_is_refused(fake: FakeDiscord, place: Place) -> None:
    codes: list[int] = []

    async def act(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("one")
        params = discord.webhook.async_.interaction_response_params(5)
        adapter = discord.webhook.async_.async_context.get()
        session = interaction._session  # noqa: SLF001  # there is no public way to answer twice
        try:
            await adapter.create_interaction_response(
                interaction.id, interaction.token, session=session, params=params
            )
        except discord.HTTPException as error:
            codes.append(error.code)

    async with running(fake) as bot:
        await offer(bot, act)
        await fake.uses_command(place.ada, place.general, "go")
        await bot.hears("app_command_completion")
        assert codes == [40060]


async def test_an_expired_token_is_worth_nothing(fake: FakeDiscord, place: Place) -> None:
    codes: list[int] = []

    async def act(interaction: discord.Interaction) -> None:
        await interaction.response.defer()
        fake.interactions.opened[-1].expired = True
        try:
            await interaction.followup.send("too late")
        except discord.HTTPException as error:
            codes.append(error.code)

    async with running(fake) as bot:
        await offer(bot, act)
        await fake.uses_command(place.ada, place.general, "go")
        await bot.hears("app_command_completion")
        assert codes == [50027]


async def test_buttons_and_menus_are_used(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        channel = bot.get_channel(place.general.id)
        assert isinstance(channel, discord.TextChannel)
        await channel.send("well?", view=Choices())
        (asked,) = place.general.said_by_bot()
        assert asked.buttons == ["Yes", "Later"]

        later = await fake.presses(place.ada, asked, "Later")
        await fake.until(lambda: later.edits)
        assert later.answer is Answered.DEFERRED_UPDATE
        assert [each.content for each in later.followups] == ["noted"]
        assert asked.content == "later, then"

        chosen = await fake.presses(place.ada, asked, "fruit", values=["Kiwi"])
        await fake.until(lambda: chosen.answer)
        assert place.general.said_by_bot()[-1].content == "you chose Kiwi"

        pressed = await fake.presses(place.ada, asked, "yes")
        await fake.until(lambda: pressed.answer)
        assert (asked.content, asked.components) == ("you said yes", [])


async def test_a_modal_is_shown_filled_in_and_sent(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        await offer(bot, lambda it: it.response.send_modal(Form()))  # type: ignore[arg-type,return-value]
        used = await fake.uses_command(place.ada, place.general, "go")
        await fake.until(lambda: used.answer)
        assert used.modal
        assert used.modal["title"] == "Ask"
        sent = await fake.submits_modal(place.ada, used, {"question": "why?"})
        await fake.until(lambda: sent.answer)
        assert [each.content for each in sent.messages] == ["asked: why?"]
        with pytest.raises(LookupError):
            await fake.submits_modal(place.ada, used, {"other": "why?"})


@pytest.mark.parametrize("where", ["server", "direct", "elsewhere"])
async def test_an_interaction_says_where_it_comes_from(
    fake: FakeDiscord, place: Place, where: str
) -> None:
    seen: list[discord.Interaction] = []

    async def act(interaction: discord.Interaction) -> None:
        seen.append(interaction)
        await interaction.response.send_message("here")

    bob = fake.world.add_user("bob")
    people = fake.world.add_private_channel(place.ada.user, bob, kind=Kind.GROUP)
    direct = fake.world.direct_channel(place.ada)
    channel = {"server": place.general, "direct": direct, "elsewhere": people}[where]
    async with running(fake) as bot:
        await offer(bot, act)
        used = await fake.uses_command(place.ada.user, channel, "go")
        await fake.until(lambda: used.answer)
        (interaction,) = seen
        assert interaction.context.guild is (where == "server")
        assert interaction.context.dm_channel is (where == "direct")
        assert interaction.context.private_channel is (where == "elsewhere")
        assert interaction.is_user_integration() is (where == "elsewhere")
        assert interaction.is_guild_integration() is (where == "server")
        assert interaction.app_permissions.view_channel is (where == "server")
        assert interaction.user.name == "ada"


async def test_where_the_bot_is_a_guest_it_may_follow_up_five_times(fake: FakeDiscord) -> None:
    other = fake.world.add_guild("Other", with_bot=False)
    ada, lobby = other.add_member("ada"), other.add_channel("lobby")
    codes: list[int] = []

    async def act(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("here")
        try:
            for number in range(6):
                await interaction.followup.send(str(number))
        except discord.HTTPException as error:
            codes.append(error.status)

    async with running(fake) as bot:
        await offer(bot, act)
        used = await fake.uses_command(ada, lobby, "go")
        await bot.hears("app_command_completion")
        assert len(used.followups) == 5
        assert codes == [400]
