"""Replies to who pressed or typed something, alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.error_text import sentence
from adapters.slack.ids import Spot
from adapters.slack.rendering.blocks import notice
from bot.errors import DeliveryError

if TYPE_CHECKING:
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action, Message, SlashCommand
    from adapters.slack.rendering.blocks import Outgoing
    from bot.errors import BotError


async def reply(context: SlackContext, to: Action | SlashCommand, message: Outgoing) -> str:
    """Show a message to one person, where they are or else in their direct messages.

    Returns:
        What the message is called in the ledger; "" for one that is shown for a moment only.

    Raises:
        DeliveryError: It could not be shown anywhere.
    """
    try:
        await context.sender.respond(to.response_url, message)
    except DeliveryError:
        # The address is good for half an hour and five messages.
        return await whisper(context, to, message)
    return ""


async def tell_alone(context: SlackContext, to: Message, message: Outgoing) -> str:
    """Reply to somebody's message where nobody else sees it; return what `reply` does.

    Raises:
        DeliveryError: It could not be shown anywhere.
    """
    if to.is_direct:
        spot = Spot(to.team, to.channel, to.thread_ts or to.ts)
        return spot.message(await context.sender.post(spot, message, f"to/{spot.message(to.ts)}"))
    return await whisper(context, to, message)


async def tell_error(context: SlackContext, to: Message, error: BotError) -> None:
    """Tell the writer of a message alone why it gets no answer.

    Raises:
        DeliveryError: It could not be shown anywhere.
    """
    person = await context.asker(to.team, to.user)
    said = sentence(error, context.wording(person, to.text))
    await tell_alone(context, to, notice(said))


async def whisper(
    context: SlackContext, to: Action | Message | SlashCommand, message: Outgoing
) -> str:
    """Show a message to one person in their channel, or else in their direct messages.

    Returns:
        What `reply` does.

    Raises:
        DeliveryError: It could not be shown anywhere.
    """
    if to.channel:
        spot = Spot(to.team, to.channel, getattr(to, "thread_ts", ""))
        try:
            await context.sender.whisper(spot, to.user, message)
        except DeliveryError:
            pass
        else:
            return ""
    direct = Spot(to.team, await context.sender.direct(to.team, to.user))
    name = getattr(to, "trigger", "") or f"{to.channel}/{getattr(to, 'ts', '')}"
    return direct.message(await context.sender.post(direct, message, f"to/{name}"))


async def show_instead(context: SlackContext, action: Action, message: Outgoing) -> None:
    """Show a message in place of the one that was pressed on.

    Raises:
        DeliveryError: It could not be changed.
    """
    if action.is_ephemeral:
        try:
            await context.sender.respond(action.response_url, message, replace=True)
        except DeliveryError:
            await whisper(context, action, message)
    else:
        await context.sender.update(Spot(action.team, action.channel), action.ts, message)
