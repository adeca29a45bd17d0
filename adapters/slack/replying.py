"""Replies to who pressed or typed something, alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.slack.translate import Spot
from bot.errors import DeliveryError

if TYPE_CHECKING:
    from adapters.slack.arrivals import Press, Typed
    from adapters.slack.office import Office
    from adapters.slack.sending import Outgoing


async def reply(office: Office, to: Press | Typed, message: Outgoing) -> None:
    """Shows a message to one person, where they are or else in their direct messages.

    Raises:
        DeliveryError: It could not be shown anywhere.
    """
    try:
        await office.sender.respond(to.response_url, message)
    except DeliveryError:
        # The address is good for half an hour and five messages.
        await whisper(office, to, message)


async def whisper(office: Office, to: Press | Typed, message: Outgoing) -> None:
    """Shows a message to one person in their channel, or else in their direct messages.

    Raises:
        DeliveryError: It could not be shown anywhere.
    """
    if to.channel:
        spot = Spot(to.team, to.channel, getattr(to, "thread_ts", ""))
        try:
            await office.sender.whisper(spot, to.user, message)
        except DeliveryError:
            pass
        else:
            return
    direct = await office.sender.direct(to.team, to.user)
    await office.sender.post(Spot(to.team, direct), message, f"to/{to.trigger}")


async def show_instead(office: Office, press: Press, message: Outgoing) -> None:
    """Shows a message in place of the one that was pressed on.

    Raises:
        DeliveryError: It could not be changed.
    """
    if press.is_ephemeral:
        try:
            await office.sender.respond(press.response_url, message, replace=True)
        except DeliveryError:
            await whisper(office, press, message)
    else:
        await office.sender.update(Spot(press.team, press.channel), press.ts, message)
