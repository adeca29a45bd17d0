"""Looks which workspaces of an organisation we are in, where nobody told us of a change."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.markup.slack_blocks import objects_of, text_of
from adapters.slack.api.web_api import LOST, client_for, pages, reason
from adapters.slack.ids import PLATFORM
from bot.errors import BotError

if TYPE_CHECKING:
    from adapters.slack.api.oauth import Installations
    from adapters.slack.context import SlackContext
    from bot.admin.scheduled.departures import Departures

_log: Final = logging.getLogger(__name__)


class Organisations:
    """The organisations that installed the app for their workspaces.

    Args:
        context: How Slack is reached.
        installations: Where the tokens are kept; None where there is one, in the settings.
        departures: Notes that we left.
    """

    def __init__(
        self, context: SlackContext, installations: Installations | None, departures: Departures
    ) -> None:
        self._context = context
        self._installations = installations
        self._departures = departures

    async def catch_up(self) -> None:
        """Take over which workspaces were added or taken out while no event reached us.

        Where Slack does not tell, they stay those that events told of.
        """
        kept = self._installations
        for each in kept.organisations() if kept is not None else ():
            try:
                await self._look(each)
            except (SlackApiError, BotError, *LOST) as error:
                _log.warning("the workspaces of %s could not be listed: %s", each, reason(error))

    async def _look(self, organisation: str) -> None:
        kept = self._installations
        bot = await kept.async_find_bot(enterprise_id=organisation, team_id=None) if kept else None
        if kept is None or bot is None:
            return
        client = client_for(bot.bot_token, self._context.settings.api_url, self._context.session)
        listed: set[str] = set()
        async for page in pages(client.auth_teams_list):
            listed |= {text_of(each.get("id")) for each in objects_of(page.get("teams"))} - {""}
        if not listed:  # of none we would not know: it is hardly so, and its posts would go
            return
        for team in sorted(listed):
            kept.note_workspace(organisation, team)
        for team in kept.served_by(organisation):
            if team not in listed and kept.forget_workspace(team):
                self._departures.note_left(PLATFORM, team)
