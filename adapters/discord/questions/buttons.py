"""Answers buttons and forms, whenever the message with them was sent."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.chat.answer_actions import AnswerActions
from adapters.discord.access.citable_posts import Place
from adapters.discord.context import is_ours_alone
from adapters.discord.ids import asker, reference
from adapters.discord.private_replies import fail, say
from adapters.discord.rendering.custom_ids import Pressed, custom_id, parsed
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, card_view, lines_view, show_date
from adapters.discord.rendering.modals import form, typed_text
from adapters.discord.sender import FAILURES
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    import discord
    from discord import ui

    from adapters.chat.answer_actions import ShownAnswer
    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext
    from bot.question_and_answer import Asker, Question

    Handler = Callable[[discord.Interaction, Pressed, Wording], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class DiscordPress:
    """A press of a button in Discord."""

    context: DiscordContext
    interaction: discord.Interaction
    wording: Wording

    @property
    def channel(self) -> str:
        """The id of the channel that the message stands in."""
        return str(self.interaction.channel_id)

    @property
    def message(self) -> str:
        """What the message that was pressed on is called in the ledger."""
        pressed = self.interaction.message
        return reference(pressed.channel.id, pressed.id) if pressed else ""

    async def remove(self) -> None:
        """Take the message that was pressed on away."""
        await self.interaction.delete_original_response()

    async def is_alone(self) -> bool:
        """Return whether only the user reads the message that was pressed on."""
        return is_ours_alone(self.interaction)

    async def may_share(self) -> bool:
        """Return whether that message is private in a channel."""
        place = self.interaction.channel
        is_place = isinstance(place, Place) and self.context.answers_in(place)
        return is_place and is_ours_alone(self.interaction)

    async def readers(self) -> frozenset[str]:
        """Return what all who read the message may see."""
        return await self.context.readers(self.interaction, is_private=False)

    async def everyone_here(self) -> frozenset[str]:
        """Return what all readers of the channel may see."""
        return await self.context.visibility.everybody_in(self.interaction.channel)

    async def own(self) -> frozenset[str]:
        """Return what the user may see here."""
        return await self.context.own(self.interaction)

    async def user(self) -> Asker:
        """Return the user."""
        return asker(self.interaction.user)

    async def has_asked(self) -> bool:
        """Return whether Discord itself shows that the message answers this user."""
        pressed, user = self.interaction.message, self.interaction.user
        if pressed is None or is_ours_alone(self.interaction):
            return pressed is not None
        if pressed.interaction_metadata is not None:
            return pressed.interaction_metadata.user.id == user.id
        asked = pressed.reference
        if asked is None or asked.message_id is None:
            return False
        channel = self.context.client.get_partial_messageable(asked.channel_id)
        try:
            return (await channel.fetch_message(asked.message_id)).author.id == user.id
        except FAILURES:  # it is gone, or Discord does not tell
            return False

    async def public_wording(self, question: Question) -> Wording:
        """Return the language of who asked."""
        return self.context.wording_for(question, self.interaction.guild)

    async def post(self, shown: ShownAnswer, key: str) -> None:  # noqa: ARG002 - Discord cannot tell a repetition
        """Post an answer in the channel, and note what the message cites."""
        view = card_view(shown.card, shown.wording)
        sent = await self.interaction.followup.send(view=view, wait=True, allowed_mentions=NO_PINGS)
        await self.keep(shown, sent)

    async def keep(
        self, shown: ShownAnswer, sent: discord.Message | discord.InteractionMessage
    ) -> None:
        """Note what a message cites."""
        await self.context.keep(
            shown.answer, sent, page=shown.page, names_asker=shown.names_asker,
            is_beside=shown.is_beside,
        )  # fmt: skip


class AnswerButtons:
    """Does what the buttons of answers say.

    Args:
        context: What we work with.
        more: What is done for other buttons and forms, by action.
    """

    def __init__(self, context: DiscordContext, more: Mapping[str, Handler]) -> None:
        self._context = context
        self._actions = AnswerActions(context.questions, context.services, context.tasks)
        self._handlers: dict[str, Handler] = {
            "page": self._turn_page,
            "share": self._share,
            "only_me": self._only_me,
            "why": self._why,
            "around": self._around,
            "take_away": self._take_away,
            "good": self._good,
            "bad": self._bad,
            "wrong": self._wrong,
            **more,
        }

    async def press(self, interaction: discord.Interaction) -> None:
        """Do what a button or a form of ours says; those of others are left alone."""
        data: Mapping[str, object] = interaction.data or {}
        pressed = parsed(str(data.get("custom_id", "")))
        handler = self._handlers.get(pressed.action) if pressed else None
        if pressed is None or handler is None:
            return
        wording, away = self._context.wording(interaction), self._context.services.away
        with self._context.tasks.answering():
            try:
                with crashes_as_errors():
                    away.must_be_there()
                    await handler(interaction, pressed, wording)
            except asyncio.CancelledError:  # connections are given up while the server is away
                if absent := away.error():
                    await fail(interaction, absent, wording)
                raise
            except Exception as error:  # noqa: BLE001 - whoever pressed gets a reply
                await fail(interaction, error, wording)

    async def _turn_page(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()
        press = self._press(interaction, wording)
        shown = await self._actions.turn_page(press, pressed.subject, pressed.page)
        if shown is None:
            await say(interaction, wording.expired)
            return
        # It may quote posts that the first page's answer did not: they too may be deleted.
        sent = await _fill(interaction, card_view(shown.card, shown.wording))
        await press.keep(shown, sent)

    async def _share(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()  # what cannot be shared is told in the private answer
        card = await self._actions.share(self._press(interaction, wording), pressed.subject)
        if card is None:
            await say(interaction, wording.expired)
            return
        await _fill(interaction, card_view(card, wording))

    async def _only_me(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        if is_ours_alone(interaction):
            await interaction.response.defer()
        else:
            await interaction.response.defer(ephemeral=True, thinking=True)
        press = self._press(interaction, wording)
        shown = await self._actions.only_me(press, pressed.subject, pressed.page)
        if shown is None:
            await _fill(interaction, lines_view([wording.expired]))
            return
        # In a direct message it stands, unlike what is shown for a moment in a channel.
        await press.keep(shown, await _fill(interaction, card_view(shown.card, wording)))

    async def _why(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        press = self._press(interaction, wording)
        lines = await self._actions.why(press, pressed.subject, show_date, escaped_line)
        await _fill(interaction, lines_view(lines or [wording.expired]))

    async def _around(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        press = self._press(interaction, wording)
        shown = await self._actions.around(press, pressed.subject, pressed.page)
        view = card_view(shown.card, wording) if shown else lines_view([wording.expired])
        await _fill(interaction, view)

    async def _take_away(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()
        said = await self._actions.take_away(self._press(interaction, wording), pressed.subject)
        if said:
            await say(interaction, said)

    def _press(self, interaction: discord.Interaction, wording: Wording) -> DiscordPress:
        return DiscordPress(self._context, interaction, wording)

    async def _good(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        is_kept = await self._rate(interaction, pressed, is_good=True)
        await say(interaction, wording.thanks if is_kept else wording.ratings["not_kept"])

    async def _bad(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        if not await self._rate(interaction, pressed, is_good=False):
            await say(interaction, wording.ratings["not_kept"])
            return
        name = custom_id("wrong", pressed.subject)
        await interaction.response.send_modal(form(wording.wrong_title, wording.wrong_label, name))

    async def _wrong(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        said = typed_text(interaction)
        is_kept = await self._rate(interaction, pressed, is_good=False, comment=said)
        await say(interaction, wording.thanks if is_kept else wording.ratings["not_kept"])

    async def _rate(
        self,
        interaction: discord.Interaction,
        pressed: Pressed,
        *,
        is_good: bool,
        comment: str = "",
    ) -> bool:
        return await self._actions.rate(
            pressed.subject, asker(interaction.user), is_good=is_good, comment=comment
        )


async def _fill(
    interaction: discord.Interaction, view: ui.LayoutView
) -> discord.InteractionMessage:
    return await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)
