"""Hears that we were thrown out of a workspace."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from adapters.markup.slack_blocks import object_of, text_of
from adapters.slack.ids import PLATFORM
from bot.errors import LoginError
from index.error_sentences import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from adapters.slack.api.oauth import Installations
    from adapters.slack.payloads import Payload
    from bot.admin.scheduled.departures import Departures


class UninstallEvents:
    """Forgets the token of a workspace that we left; ends where it was the only one.

    Args:
        installations: Where the tokens are kept; None where there is one, in the settings.
        departures: Notes that we left.

    Attributes:
        installations: The same.
    """

    def __init__(self, installations: Installations | None, departures: Departures) -> None:
        self.installations = installations
        self._departures = departures
        self.ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.events: Mapping[str, Callable[[Payload, str], Coroutine[None, None, None]]] = {
            "app_uninstalled": self._leave,
            "tokens_revoked": self._revoked,
            "team_access_granted": self._let_in,
            "team_access_revoked": self._take_out,
        }

    def refuse(self, error: LoginError) -> bool:
        """End where the one token that there is was refused; return whether that is so."""
        if self.installations is None and not self.ended.done():
            self.ended.set_exception(error)
        return self.installations is None

    async def _revoked(self, event: Payload, team: str) -> None:
        # A person who takes back a token of their own does not throw us out.
        if object_of(event.get("tokens")).get("bot"):
            await self._leave(event, team)

    async def _let_in(self, event: Payload, team: str) -> None:
        """Serve the workspaces that were added to those of an organisation."""
        if (kept := self.installations) is not None:
            for each in _named(event):
                kept.note_workspace(kept.organisation_of(team), each)

    async def _take_out(self, event: Payload, team: str) -> None:
        """Leave the workspaces that were taken out of those of an organisation."""
        del team
        for each in _named(event):
            if self.installations is not None and self.installations.forget_workspace(each):
                self._departures.note_left(PLATFORM, each)

    async def _leave(self, event: Payload, team: str) -> None:
        del event
        kept = self.installations
        for each in kept.served_by(team) if kept is not None else [team]:
            self._departures.note_left(PLATFORM, each)
        if kept is not None:
            await kept.async_delete_all(enterprise_id=None, team_id=team)
        elif not self.ended.done():
            self.ended.set_exception(
                LoginError(
                    Told(
                        "The app was removed from its Slack workspace: install it again, and set"
                        " SLACK_BOT_TOKEN to the new token"
                    )
                )
            )


def _named(event: Payload) -> list[str]:
    """Return the workspaces that an event of an organisation is about."""
    teams = event.get("team_ids")
    return [each for each in map(text_of, teams if isinstance(teams, list) else []) if each]
