"""`/posts help-out`: where answers are offered unasked."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from adapters.chat.lines.watching import unknown_line
from adapters.slack.ids import PLATFORM, channel_id
from adapters.slack.private_replies import reply
from adapters.slack.rendering.blocks import notice
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.admin.channels.watching import WatchCommands
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import SlashCommand
    from bot.ledger.workspace_settings import OfferWay

_WAYS: Final[Mapping[str, OfferWay | None]] = MappingProxyType(
    {
        **dict.fromkeys(["", "thread", "in the thread"], "thread"),
        **dict.fromkeys(["asker", "asker only", "to the asker", "to the asker only"], "asker"),
        "off": None,
    }
)


class HelpOutCommand:
    """Chooses channels in which answers are offered."""

    def __init__(self, context: SlackContext, watching: WatchCommands) -> None:
        self._context = context
        self._watching = watching

    async def change(self, command: SlashCommand, rest: str, wording: Wording) -> None:
        """Offer answers in a channel as is said after it, or no longer."""
        named, _, how = rest.partition(" ")
        if not named:
            await reply(self._context, command, notice(wording.offering["how"]))
            return
        line = await self._changed(command, named, " ".join(how.lower().split()), wording)
        await reply(self._context, command, notice(line))

    async def _changed(self, command: SlashCommand, named: str, how: str, wording: Wording) -> str:
        context, team, texts = self._context, command.team, wording.offering
        if how not in _WAYS:
            return texts["unknown"].format(value=one_line(how))
        there = await self._watching.channel(command, named)
        if there is None or not await context.sees(team, command.user, there.id):
            return unknown_line([there.id if there else named], wording)
        channel, way = f"#{one_line(there.name)}", _WAYS[how]
        if way and not there.is_joined:
            return wording.settings["not_written"].format(channel=channel)
        records = context.services.ledger.settings
        settings = records.of(PLATFORM, team).with_offers(channel_id(team, there.id), way)
        records.put(PLATFORM, team, settings)
        return texts["set" if way else "set.off"].format(channel=channel, way=texts[way or "off"])
