"""Tells bolt whom a payload is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize

from adapters.markup.slack_blocks import text_of
from bot.errors import PlatformError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.context.async_context import AsyncBoltContext

    from adapters.slack.api.workspaces import Workspaces
    from adapters.slack.payloads import Payload

_WORKSPACE: Final = "T"
"""What the ids of workspaces begin with."""


async def name_workspace(
    body: Payload, context: AsyncBoltContext, next_: Callable[[], Awaitable[object]]
) -> None:
    """Tell bolt the workspace of an event that comes by the token of a whole organisation.

    Bolt looks for it in `authorizations`, where such a token has none.
    """
    if not context.team_id:
        named = (body.get("context_team_id"), body.get("team_id"))
        known = (text for text in map(text_of, named) if text.startswith(_WORKSPACE))
        if team := next(known, ""):
            context["team_id"] = team
    await next_()


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
