"""Tells bolt whom a payload is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize

from bot.errors import PlatformError

if TYPE_CHECKING:
    from slack_bolt.context.async_context import AsyncBoltContext

    from adapters.slack.api.workspaces import Workspaces


class Authorize(AsyncAuthorize):
    """Looks our account up among the known workspaces, without a call to Slack each time."""

    def __init__(self, workspaces: Workspaces) -> None:
        self._workspaces = workspaces

    async def __call__(
        self,
        *,
        context: AsyncBoltContext,  # noqa: ARG002 - the interface's
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        actor_enterprise_id: str | None = None,  # noqa: ARG002 - the interface's
        actor_team_id: str | None = None,  # noqa: ARG002 - the interface's
        actor_user_id: str | None = None,  # noqa: ARG002 - the interface's
    ) -> AuthorizeResult | None:
        """Return our account in a workspace; None where we are not installed."""
        if enterprise_id and team_id:
            self._workspaces.note_workspace(enterprise_id, team_id)
        try:
            workspace = await self._workspaces.of(team_id or "")
        except PlatformError:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=workspace.team,
            user_id=user_id,
            bot_user_id=workspace.bot_user_id,
            bot_token=workspace.bot_token,
        )
