"""Answers buttons and forms, whenever the message with them was sent."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from adapters.cards import answer_card, kept_card, only_me_card, shared_card
from adapters.discord.audience import Place
from adapters.discord.buttons import Pressed, custom_id, parsed
from adapters.discord.escaping import escaped_line
from adapters.discord.forms import form, typed_text
from adapters.discord.layout import (
    NO_PINGS,
    card_view,
    lines_view,
    show_date,
)
from adapters.discord.office import is_ours_alone
from adapters.discord.posting import FAILURES, is_gone
from adapters.discord.translate import asker, wording_for_locale, wording_of
from adapters.faults import sentence
from adapters.reports import explanation_lines

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    import discord
    from discord import ui

    from adapters.discord.office import Office
    from adapters.wording import Wording

    Handler = Callable[[discord.Interaction, Pressed, Wording], Awaitable[None]]

_log: Final = logging.getLogger(__name__)


class Pressing:
    """Does what the buttons of answers say.

    Args:
        office: What we work with.
        more: What is done for other buttons and forms, by action.
    """

    def __init__(self, office: Office, more: Mapping[str, Handler]) -> None:
        self._office = office
        self._handlers: dict[str, Handler] = {
            "page": self._turn,
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
        wording = wording_for_locale(interaction.locale, self._office.language)
        with self._office.in_flight.answering():
            try:
                await handler(interaction, pressed, wording)
            except Exception as error:  # noqa: BLE001 - whoever pressed gets a reply
                await fail(interaction, error, wording)

    async def _turn(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()
        alone = is_ours_alone(interaction)
        audience = await self._office.readers(interaction, is_private=alone)
        answer = await self._office.desk.again(pressed.subject, audience, is_private=alone)
        if answer is None:
            await say(interaction, wording.expired)
            return
        was_private = self._office.room.ledger.questions.is_private(pressed.subject)
        asked = answer.question
        if not alone:  # what all read keeps the language it was asked in
            wording = wording_of(asked.text, self._office.language)
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
        await self._office.keep(answer, sent, page=pressed.page, names_asker=is_shared)

    async def _share(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()  # what cannot be shared is told in the private answer
        theirs = await self._office.seeing.everybody_in(interaction.channel)
        own = await self._office.own(interaction)
        shared = await self._office.desk.shared(pressed.subject, theirs, own)
        if shared is None:
            await say(interaction, wording.expired)
            return
        if shared.answer.found:
            view = card_view(shared_card(shared, wording), wording)
            sent = await interaction.followup.send(view=view, wait=True, allowed_mentions=NO_PINGS)
            await self._office.keep(shared.answer, sent, names_asker=True)
        await _fill(interaction, card_view(kept_card(shared, wording), wording))

    async def _only_me(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        if is_ours_alone(interaction):
            await interaction.response.defer()
        else:
            await interaction.response.defer(ephemeral=True, thinking=True)
        theirs = await self._office.seeing.everybody_in(interaction.channel)
        own = await self._office.own(interaction)
        answer = await self._office.desk.only_for(pressed.subject, theirs, own)
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
        audience = await self._office.readers(interaction, is_private=alone)
        reader = asker(interaction.user)
        explanation = await self._office.desk.explain(pressed.subject, audience, reader)
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
        self._office.room.ledger.questions.rate(
            pressed.subject, asker(interaction.user), is_good=is_good, comment=comment
        )


async def say(interaction: discord.Interaction, *lines: str) -> None:
    """Tells something to whoever pressed or asked, alone."""
    view = lines_view(map(escaped_line, lines))
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NO_PINGS)
    else:
        await interaction.response.send_message(
            view=view, ephemeral=True, allowed_mentions=NO_PINGS
        )


async def fail(interaction: discord.Interaction, error: Exception, wording: Wording) -> None:
    """Tells whoever pressed or asked that it failed, where they can still be told."""
    if is_gone(error):
        _log.info("an interaction was answered by another process, or too late")
        return
    with suppress(*FAILURES):
        await say(interaction, sentence(error, wording))


async def _fill(
    interaction: discord.Interaction, view: ui.LayoutView
) -> discord.InteractionMessage:
    return await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)
