"""Tells which messages are for us, and what is wanted by them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.chat.hearing import intent_for
from adapters.chat.mentioned import without_us
from adapters.markup.slack import mentions, readable
from adapters.slack.ids import PLATFORM, Spot
from bot.question_and_answer import Asker

if TYPE_CHECKING:
    from adapters.slack.api.workspaces import Workspace
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Message
    from bot.questions.parsing.intent import Intent


@dataclass(frozen=True, slots=True)
class Heard:
    """A message that is for us: where its reply goes, what is wanted, whether it may be open."""

    spot: Spot
    intent: Intent
    is_open: bool


class Hearing:
    """Tells which messages are for us.

    Args:
        context: What it stands on.
    """

    def __init__(self, context: SlackContext) -> None:
        self._context = context

    def is_addressed(self, message: Message, workspace: Workspace) -> bool:
        """Return whether a message asks us by name, or where nobody else is asked."""
        us = workspace.bot_user_id
        if message.is_by_bot or message.user in {"", "USLACKBOT", us}:
            return False
        is_direct = message.is_direct or mentions(message.text, us)
        return is_direct and _intent(message, us, is_direct=True) != "nothing"

    def heard(self, message: Message, workspace: Workspace) -> Heard | None:
        """Return where to answer what; None for what is not for us.

        Raises:
            UnavailableError: That cannot be told.
        """
        us = workspace.bot_user_id
        if message.is_by_bot or message.user in {"", "USLACKBOT", us}:
            return None
        spot = spot_of(message)
        is_direct = message.is_direct or mentions(message.text, us)
        is_open = message.is_direct or self._context.answers_in(message.team, message.channel)
        if not is_direct and not (
            is_open
            and message.thread_ts
            and self._context.settings_of(message.team).goes_on
            and self._context.questions.threads.going_on(
                spot.message(spot.thread_ts), spot.conversation, who(spot.team, message.user)
            )
        ):
            return None
        intent = _intent(message, us, is_direct=is_direct)
        return None if intent == "nothing" else Heard(spot, intent, is_open)


def _intent(message: Message, us: str, *, is_direct: bool) -> Intent:
    words = readable(without_us(message.text, {us}), {})
    return intent_for(message.text, words, is_direct=is_direct, ours={us})


def spot_of(message: Message) -> Spot:
    """Return where the reply to a message goes.

    A direct message begins a thread of its own: only an answer there ends its status, too.
    """
    return Spot(message.team, message.channel, message.thread_ts or message.ts)


def who(team: str, user: str) -> Asker:
    """Return who asks, without the name, which would have to be asked for."""
    return Asker(PLATFORM, f"{team}/{user}", "")
