"""What is stored and how fresh it is, in a command's reply and on the page of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.lines.offers import offer_lines
from adapters.chat.lines.pages import status_page
from adapters.chat.lines.status import status_lines
from adapters.chat.lines.unanswered import turns
from adapters.slack.ids import PLATFORM, team_and_channel
from adapters.slack.private_replies import reply, show_instead
from adapters.slack.rendering.blocks import button, stamp, told
from bot.admin.import_counts import ImportCounts
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.admin.channels.watching import WatchCommands
    from adapters.slack.admin.workspace_settings import SettingsForm
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action, SlashCommand
    from adapters.slack.rendering.blocks import Outgoing
    from adapters.slack.sync.watched_channels import WatchedChannels


class StatusPages:
    """Tells what of a workspace is stored, in pages."""

    def __init__(
        self,
        context: SlackContext,
        watching: WatchCommands,
        watched_channels: WatchedChannels,
        settings: SettingsForm,
    ) -> None:
        self._context = context
        self._watching = watching
        self._channel_events = watched_channels
        self._settings = settings
        self.buttons: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "status": self._turn
        }

    async def show(self, command: SlashCommand, rest: str, wording: Wording) -> None:
        """Tell an admin alone what is stored that they may see, and how far channels were read."""
        del rest
        await reply(self._context, command, await self.page(command.team, command.user, wording))

    async def _turn(self, action: Action, wording: Wording) -> None:
        # Each sees what they may see, whoever presses; the page of our own has no message.
        shown = await self.page(action.team, action.user, wording, int(action.value))
        if action.channel:
            await show_instead(self._context, action, shown)
        else:
            await reply(self._context, action, shown)

    async def page(self, team: str, user: str, wording: Wording, number: int = 1) -> Outgoing:
        """Return a page of what is stored that somebody may see, with buttons to the others."""
        page = status_page(await self._lines(team, user, wording), number, len, wording)
        pages = [button(label, f"status:{to}", str(to)) for label, to in turns(page, wording)]
        return told(page.lines, pages)

    async def _lines(self, team: str, user: str, wording: Wording) -> list[str]:
        context = self._context
        person = await context.directory.person(team, user)
        audience = await context.audiences.of_person(team, user)
        statistics = await context.services.library.statistics(audience)
        channels = [
            each
            for each in context.services.ledger.channels.watched(PLATFORM, team)
            if await self._watching.may_know(team, user, each.id)
        ]
        chosen = await self._settings.lines(team, user, wording, chosen_only=True)
        return status_lines(
            statistics,
            channels,
            wording,
            stamp,
            one_line,
            refining=context.services.refining,
            left_out={each.id: self._channel_events.left_out(each.id) for each in channels},
            of_files=ImportCounts(context.services.ledger).told(PLATFORM, team, audience),
            groups=self._channel_events.new.watched(team),
            extents=self._channel_events.extents(channels),
            may_manage=context.may_manage(person),
            settings=[*chosen, *await self._offer_lines(team, user, wording)],
        )

    async def _offer_lines(self, team: str, user: str, wording: Wording) -> list[str]:
        """Return what was offered unasked in the channels that somebody reads."""
        counts = self._context.services.ledger.offers.counts(PLATFORM, team)
        channels = {each.channel_id: team_and_channel(each.channel_id)[1] for each in counts}
        names = {
            id_: one_line(f"#{(await self._context.directory.conversation(team, channel)).name}")
            for id_, channel in channels.items()
            if await self._context.sees(team, user, channel)
        }
        seen = [each for each in counts if each.channel_id in names]
        return offer_lines(seen, wording, names.__getitem__)
