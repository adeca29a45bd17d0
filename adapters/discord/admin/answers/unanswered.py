"""The questions that nothing answered: shown to who looks after the posts, answered by them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import discord

from adapters.chat.lines.notifications import answered_lines, plan_lines
from adapters.chat.lines.unanswered import (
    beside_lines,
    closed_lines,
    heading,
    none_open_line,
    open_line,
    turns,
)
from adapters.discord.access.citable_posts import label
from adapters.discord.admin.notifications import DiscordAdmin, place_of_question
from adapters.discord.ids import asker
from adapters.discord.private_replies import give_back, say
from adapters.discord.rendering.custom_ids import Pressed, custom_id
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import (
    NO_PINGS,
    lines_view,
    plain_button,
    show_date,
)
from adapters.discord.rendering.lengths import cut
from adapters.discord.rendering.modals import form, typed_text
from adapters.discord.sync.message_to_post import source_name
from bot.admin.open_questions.none_open import why_none_open
from bot.admin.open_questions.unanswered import GivenAnswer, OpenQuestions
from bot.errors import FileNotTaken, UnavailableError
from bot.text import Count
from index.clock import utc_now

if TYPE_CHECKING:
    from discord import ui

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext
    from bot.admin.open_questions.unanswered import AnswerPlan

LONGEST_QUESTION: Final = 3_000
"""The size of a question in the form, which says below it who is told."""


class UnansweredQuestions:
    """Lists open questions, and makes posts of their answers."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self._questions = OpenQuestions("discord", context.services)
        self.buttons = {
            "answer": self._ask_for_answer,
            "answered": self._answer,
            "dismiss": self._dismiss,
            "unanswered": self._turn,
            "table": self._send_table,
        }

    async def show(self, interaction: discord.Interaction) -> None:
        """Show the open questions of a server, as far as their places may be seen."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        wording = self._context.wording(interaction)
        await self._show(interaction, wording)

    async def _turn(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()
        await self._show(interaction, wording, pressed.page)

    async def _show(
        self, interaction: discord.Interaction, wording: Wording, number: int = 1
    ) -> None:
        """Show a page of the list in the message that was put off, or pressed on."""
        view = await self._list(interaction, wording, number)
        await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)

    async def _list(
        self, interaction: discord.Interaction, wording: Wording, number: int
    ) -> ui.LayoutView:
        guild: Any = interaction.guild
        admin = DiscordAdmin(self._context, guild, interaction.user)
        page = await self._questions.listed(f"discord:{guild.id}", admin, number)
        if not page.questions:
            return lines_view([await self._none_open(interaction, wording)])
        lines, buttons = [heading(page, wording)], []
        for each, open_ in page.questions:
            lines.append(open_line(each, open_, wording, show_date, escaped_line))
            for action, verb in (("answer", wording.answer), ("dismiss", wording.dismiss)):
                name = custom_id(action, open_.question.id, page.number)
                buttons.append(plain_button(f"{verb} {each}", name))
        for label_, to in turns(page, wording):
            buttons.append(plain_button(label_, custom_id("unanswered", "page", to)))
        label_ = wording.open_questions["as_table"]
        buttons.append(plain_button(label_, custom_id("table", "all")))
        return lines_view(lines, buttons, a_row=2)

    async def _none_open(self, interaction: discord.Interaction, wording: Wording) -> str:
        audience = await self._context.readers(interaction, is_private=True)
        server = f"discord:{interaction.guild_id}"
        why = await why_none_open(self._context.services, "discord", server, audience)
        return none_open_line(why, wording)

    async def _send_table(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        """Show the admin alone all open questions as a file."""
        del pressed  # it is of the whole list
        guild: Any = interaction.guild
        if not interaction.app_permissions.attach_files:
            raise FileNotTaken("Discord", "Attach Files")
        await interaction.response.defer(ephemeral=True, thinking=True)
        admin = DiscordAdmin(self._context, guild, interaction.user)
        table = await self._questions.table(f"discord:{guild.id}", admin)
        await interaction.edit_original_response(
            content=wording.open_questions["table"].format(count=Count(table.count)),
            attachments=[discord.File(BytesIO(table.content), table.name)],
            allowed_mentions=NO_PINGS,
        )

    async def _ask_for_answer(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        guild = interaction.guild
        admin = guild and DiscordAdmin(self._context, guild, interaction.user)
        by = asker(interaction.user)
        plan = await self._questions.plan(pressed.subject, admin, by) if admin else None
        if plan is None or guild is None:
            by_name = self._questions.settled_by(pressed.subject)
            await say(interaction, *closed_lines(by_name, "", wording))
            return
        is_for_all = plan.audience == label(guild)
        readers = wording.readers_server if is_for_all else self._called(plan)
        lines = [
            wording.quoting["cited"].format(
                words=cut(escaped_line(plan.question.text), LONGEST_QUESTION)
            ),
            *beside_lines(plan.beside, wording, escaped_line),
            *plan_lines(plan.told, readers, plan.places, wording, escaped_line),
        ]
        name = custom_id("answered", pressed.subject, pressed.page)
        await interaction.response.send_modal(
            form(wording.answer_title, wording.answer_label, name, lines)
        )

    async def _dismiss(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()
        guild: Any = interaction.guild
        admin = DiscordAdmin(self._context, guild, interaction.user)
        await self._questions.dismiss(pressed.subject, admin, asker(interaction.user))
        await self._show(interaction, wording, pressed.page)
        await say(interaction, wording.dismissed)

    async def _answer(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()  # the list is shown again in its own message
        guild, done, text = interaction.guild, None, typed_text(interaction)
        if guild is not None:
            given = GivenAnswer(text, asker(interaction.user), f"discord:{guild.id}", utc_now())
            admin = DiscordAdmin(self._context, guild, interaction.user, text)
            try:
                done = await self._questions.answer(pressed.subject, given, admin)
            except UnavailableError:
                await give_back(interaction, [wording.open_questions["draft"]], text)
                raise
        if done is None:
            by = self._questions.settled_by(pressed.subject)
            await give_back(interaction, closed_lines(by, text, wording), text)
        else:
            await say(interaction, *answered_lines(done, wording))
        await self._show(interaction, wording, pressed.page)

    def _called(self, plan: AnswerPlan) -> str:
        """Return what people call the channel whose readers may read an answer."""
        place = place_of_question(self._context, plan.question)
        if place is None:
            return "–"
        return f"#{place.name}" if label(place) == plan.audience else source_name(place)
