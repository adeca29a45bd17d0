"""Offers answers to new messages in Slack, and does what the buttons under them say."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.chat.cards import offer_card
from adapters.chat.hearing import is_to_others
from adapters.chat.offer_actions import OfferActions
from adapters.markup.slack import mentions
from adapters.slack.api.web_api import LOST, data_of
from adapters.slack.ids import PLATFORM, Spot, channel_id, post_id
from adapters.slack.payloads import parse_message
from adapters.slack.private_replies import reply
from adapters.slack.questions.buttons import SlackPress
from adapters.slack.questions.message_to_question import question_of
from adapters.slack.rendering.blocks import laid_out, notice
from adapters.slack.sync.message_to_post import to_posts
from bot.errors import DeliveryError
from bot.offers.service import OfferService

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.access.directory import Person
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action, Message, Payload
    from bot.question_and_answer import Answer, Question
    from index.posts import Post

LOOKED_AT: Final = 20
"""So many of the messages after a question are looked at for one by somebody else."""

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class NewInSlack:
    """A message that somebody wrote just now (a `NewMessage`)."""

    context: SlackContext
    message: Message
    person: Person

    @property
    def spot(self) -> Spot:
        """The thread that the message begins."""
        return Spot(self.message.team, self.message.channel, self.message.ts)

    @property
    def name(self) -> str:
        """What it is called in the ledger."""
        return self.spot.message(self.message.ts)

    @property
    def workspace_id(self) -> str:
        """The workspace."""
        return self.message.team

    @property
    def channel_id(self) -> str:
        """The channel."""
        return channel_id(self.message.team, self.message.channel)

    async def post(self) -> Post | None:
        """Return the post that it is; None where it is none."""
        message, context = self.message, self.context
        if self.person.is_bot:
            return None
        workspace = await context.workspaces.of(message.team)
        conversation = await context.directory.conversation(message.team, message.channel)
        found = to_posts(message, conversation, workspace, {}, {})
        if isinstance(found, str):
            return None
        return next((each for each in found if each.part is None), None)

    async def question(self, text: str) -> Question:
        """Return a question for all who read its channel."""
        message = self.message
        audience = await self.context.audiences.of_channel(message.team, message.channel)
        asked = question_of(text, self.person, self.spot, audience, is_private=False)
        return replace(asked, without=post_id(message.team, message.channel, message.ts))

    async def is_answered(self) -> bool:
        """Return whether somebody else wrote there since, in its thread or in the channel."""
        message = self.message
        client = (await self.context.workspaces.of(message.team)).client
        try:
            answers = [
                await client.conversations_replies(
                    channel=message.channel, ts=message.ts, limit=LOOKED_AT
                ),
                await client.conversations_history(
                    channel=message.channel, oldest=message.ts, limit=LOOKED_AT
                ),
            ]
        except (SlackApiError, *LOST):
            return True
        since = (each for answer in answers for each in data_of(answer).get("messages", ()))
        return any(map(self._is_by_another, since))

    def _is_by_another(self, said: Payload) -> bool:
        found = parse_message(said, self.message.team, self.message.channel)
        return found is not None and not found.is_by_bot and found.user != self.message.user

    async def show(self, offer: Answer, id_: str, *, is_alone: bool) -> str | None:
        """Offer an answer in its thread, or to its author alone."""
        context, spot = self.context, self.spot
        wording = context.wording(self.person, self.message.text)
        shown = laid_out(offer_card(offer, id_, wording), wording)
        try:
            if is_alone:
                await context.sender.whisper(replace(spot, thread_ts=""), self.message.user, shown)
                return ""
            return spot.message(await context.sender.post(spot, shown, self.name))
        except DeliveryError:
            _log.warning("an answer could not be offered")
            return None


class HelpOut:
    """Offers answers unasked, where admins chose that."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context
        self._offers = OfferService(PLATFORM, context.questions, context.services)
        self._actions = OfferActions(context.services)
        self.buttons: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "helped": self._helped,
            "not_this": self._not_this,
        }

    async def on_message(self, message: Message) -> None:
        """Offer an answer to a message that speaks to nobody in particular."""
        context = self._context
        us = (await context.workspaces.of(message.team)).bot_user_id
        if message.is_direct or message.is_by_bot or message.root or message.user in {"", us}:
            return
        if mentions(message.text, us) or is_to_others(message.text, ()):
            return
        if not context.settings_of(message.team).offering:
            return
        person = await context.asker(message.team, message.user)
        new = NewInSlack(context, message, person)
        async with context.tasks.turn(new.spot.conversation):
            await self._offers.on_message(new)

    async def _helped(self, action: Action, wording: Wording) -> None:
        press, is_admin = await self._press(action, wording)
        said = await self._actions.helped(press, action.value, is_admin=is_admin)
        await reply(self._context, action, notice(said))

    async def _not_this(self, action: Action, wording: Wording) -> None:
        press, is_admin = await self._press(action, wording)
        said = await self._actions.not_this(press, action.value, is_admin=is_admin)
        await reply(self._context, action, notice(said))

    async def _press(self, action: Action, wording: Wording) -> tuple[SlackPress, bool]:
        person = await self._context.directory.person(action.team, action.user)
        return SlackPress(self._context, action, wording), self._context.may_manage(person)
