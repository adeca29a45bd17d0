"""Answers buttons and forms, whenever the message with them was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.cards import answer_card, kept_card, only_me_card, shared_card
from adapters.chat.reports import explanation_lines
from adapters.discord.access.audience import Place
from adapters.discord.context import is_ours_alone
from adapters.discord.ids import asker
from adapters.discord.locale import wording_for_locale, wording_of
from adapters.discord.rendering.custom_ids import Pressed, custom_id, parsed
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, card_view, lines_view, show_date
from adapters.discord.rendering.modals import form, typed_text
from adapters.discord.replies import fail, say
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    import discord
    from discord import ui

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext

    Handler = Callable[[discord.Interaction, Pressed, Wording], Awaitable[None]]


class AnswerButtons:
    """Does what the buttons of answers say.

    Args:
        context: What we work with.
        more: What is done for other buttons and forms, by action.
    """

    def __init__(self, context: DiscordContext, more: Mapping[str, Handler]) -> None:
        self._context = context
        self._handlers: dict[str, Handler] = {
            "page": self._turn_page,
            "share": self._share,
            "only_me": self._only_me,
            "why": self._why,
            "good": self._good,
            "bad": self._bad,
            "wrong": self._wrong,
            **more,
        }

    async def press(self, interaction: discord.Interaction) -> None:
        """Does what a button or a form of ours says; those of others are left alone."""
        data: Mapping[str, object] = interaction.data or {}
        pressed = parsed(str(data.get("custom_id", "")))
        handler = self._handlers.get(pressed.action) if pressed else None
        if pressed is None or handler is None:
            return
        wording = wording_for_locale(interaction.locale, self._context.language)
        with self._context.tasks.answering():
            try:
                with crashes_as_errors():
                    await handler(interaction, pressed, wording)
            except Exception as error:  # noqa: BLE001 - whoever pressed gets a reply
                await fail(interaction, error, wording)

    async def _turn_page(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()
        alone = is_ours_alone(interaction)
        audience = await self._context.readers(interaction, is_private=alone)
        answer = await self._context.questions.again(pressed.subject, audience, is_private=alone)
        if answer is None:
            await say(interaction, wording.expired)
            return
        was_private = self._context.services.ledger.questions.is_private(pressed.subject)
        asked = answer.question
        if not alone:  # what all read keeps the language it was asked in
            wording = wording_of(asked.text, self._context.language)
        shared_by = wording.shared_by.format(name=asked.asker.name, question=asked.text)
        is_shared = was_private and not alone
        card = answer_card(
            answer,
            wording,
            page=pressed.page,
            may_share=alone and isinstance(interaction.channel, Place),
            heading=[shared_by] if is_shared else [],
        )
        # It may quote posts that the first page's answer did not: they too may be deleted.
        sent = await _fill(interaction, card_view(card, wording))
        await self._context.keep(answer, sent, page=pressed.page, names_asker=is_shared)

    async def _share(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()  # what cannot be shared is told in the private answer
        theirs = await self._context.visibility.everybody_in(interaction.channel)
        own = await self._context.own(interaction)
        shared = await self._context.questions.shared(pressed.subject, theirs, own)
        if shared is None:
            await say(interaction, wording.expired)
            return
        if shared.answer.found:
            view = card_view(shared_card(shared, wording), wording)
            sent = await interaction.followup.send(view=view, wait=True, allowed_mentions=NO_PINGS)
            await self._context.keep(shared.answer, sent, names_asker=True)
        await _fill(interaction, card_view(kept_card(shared, wording), wording))

    async def _only_me(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        if is_ours_alone(interaction):
            await interaction.response.defer()
        else:
            await interaction.response.defer(ephemeral=True, thinking=True)
        theirs = await self._context.visibility.everybody_in(interaction.channel)
        own = await self._context.own(interaction)
        answer = await self._context.questions.only_for(pressed.subject, theirs, own)
        if answer is None:
            await _fill(interaction, lines_view([wording.expired]))
            return
        await _fill(
            interaction, card_view(only_me_card(answer, wording, page=pressed.page), wording)
        )

    async def _why(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        alone = is_ours_alone(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        audience = await self._context.readers(interaction, is_private=alone)
        reader = asker(interaction.user)
        explanation = await self._context.questions.explain(pressed.subject, audience, reader)
        if explanation is None:
            await _fill(interaction, lines_view([wording.expired]))
            return
        lines = explanation_lines(explanation, wording, show_date, escaped_line)
        await _fill(interaction, lines_view(lines))

    async def _good(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        self._rate(interaction, pressed, is_good=True)
        await say(interaction, wording.thanks)

    async def _bad(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        self._rate(interaction, pressed, is_good=False)
        name = custom_id("wrong", pressed.subject)
        await interaction.response.send_modal(form(wording.wrong_title, wording.wrong_label, name))

    async def _wrong(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        self._rate(interaction, pressed, is_good=False, comment=typed_text(interaction))
        await say(interaction, wording.thanks)

    def _rate(
        self,
        interaction: discord.Interaction,
        pressed: Pressed,
        *,
        is_good: bool,
        comment: str = "",
    ) -> None:
        self._context.services.ledger.questions.rate(
            pressed.subject, asker(interaction.user), is_good=is_good, comment=comment
        )


async def _fill(
    interaction: discord.Interaction, view: ui.LayoutView
) -> discord.InteractionMessage:
    return await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)
