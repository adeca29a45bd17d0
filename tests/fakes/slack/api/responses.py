"""Response addresses: what the bot may post to for a while after a command or a press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from tests.fakes.slack.api.blocks import check_message
from tests.fakes.slack.api.chat import content
from tests.fakes.slack.api.errors import Refused
from tests.fakes.slack.site import Visit
from tests.fakes.slack.wires.journal import Reply
from tests.fakes.slack.world import Ephemeral, Message

if TYPE_CHECKING:
    from tests.fakes.slack.site import Site
    from tests.fakes.slack.world import Channel, Json, Team, User


MOST_USES = 5


@dataclass(slots=True, eq=False)
class Address:
    """One response address.

    Attributes:
        original: The message that a press came from, if any.
    """

    team: Team
    user: User
    channel: Channel
    original: Message | None = None
    uses_left: int = MOST_USES


class Responses:
    """All response addresses that were given out."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._addresses: dict[str, Address] = {}

    def give(self, address: Address) -> str:
        """The web address to post to."""
        name = self._site.world.next_id("R")
        self._addresses[name] = address
        return f"{self._site.base_url}/response/{name}"

    def expire(self) -> None:
        """Let half an hour pass, as far as response addresses are concerned."""
        for address in self._addresses.values():
            address.uses_left = 0

    async def handle(self, request: web.Request) -> web.Response:
        """Take one post."""
        address = self._addresses.get(request.match_info["name"])
        if address is None or address.uses_left <= 0:
            return web.Response(status=404, text="used_url" if address else "no_url")
        address.uses_left -= 1
        body: Json = await request.json()
        try:
            message = self.apply(address, body)
        except Refused as refused:
            refusal = {"ok": False, "error": refused.code} | refused.details
            return web.json_response(refusal, status=400 if refused.code != "no_text" else 500)
        self._site.journal.replies.append(Reply(address.user.id, body, message))
        self._site.journal.notify()
        return web.Response(text="ok")

    def apply(self, address: Address, body: Json) -> Message | None:
        """Do what a post asks for; the message that came of it, if one did."""
        original = address.original
        if body.get("delete_original") and original:
            self._drop(address.channel, original)
            return None
        visit = Visit(self._site, address.team, body)
        if body.get("replace_original") and original:
            check_message(body.get("blocks") or [])
            original.text, original.blocks = content(visit)
            return original
        text, blocks = content(visit)
        bot = address.team.bot
        message = Message(
            address.channel.id,
            bot.id,
            address.team.id,
            text,
            self._site.world.next_ts(),
            thread_ts=visit.text("thread_ts"),
            bot_id=bot.bot_id,
            blocks=blocks,
            arguments=body,
        )
        if body.get("response_type") == "in_channel":
            # What everybody sees is a `bot_message` of no user.
            message.user_id, message.subtype = "", "bot_message"
            address.channel.messages.append(message)
            self._site.announce(message, address.channel)
        else:
            address.channel.ephemerals.append(Ephemeral(address.user.id, message))
        return message

    def _drop(self, channel: Channel, message: Message) -> None:
        if message in channel.messages:
            self._site.remove(message, channel)
        channel.ephemerals[:] = [each for each in channel.ephemerals if each.message is not message]
