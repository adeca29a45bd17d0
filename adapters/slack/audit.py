"""Asks Slack, without serving, what somebody or a channel's readers may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from adapters.slack.access.citable_posts import Audiences
from adapters.slack.access.directory import Directory
from adapters.slack.api.web_api import LOST, opened_session, problem_of
from adapters.slack.api.workspaces import connected
from bot.checks.diagnostics import Reader
from bot.errors import PlatformError
from index.error_sentences import Told

if TYPE_CHECKING:
    from adapters.slack.api.workspaces import Workspace
    from bot.services import Services
    from bot.settings.values import SlackSettings


_PEOPLE = ("U", "W")
_UNKNOWN = ("user_not_found", "channel_not_found")


async def readers(settings: SlackSettings, services: Services, id_: str) -> list[Reader]:
    """Return what an account or a channel may see now, in every workspace that we are in.

    Raises:
        PlatformError: Slack cannot be reached, or does not accept the token.
    """
    async with opened_session() as session:
        workspaces = await connected(settings, services.ledger, session)
        directory = Directory(workspaces)
        audiences, found = Audiences(workspaces, directory), []
        try:
            for workspace in await workspaces.all():
                team = workspace.team
                if not await _is_known(workspace, id_):
                    continue
                if id_.startswith(_PEOPLE):
                    name = (await directory.person(team, id_)).name
                    found.append(Reader(name, await audiences.of_person(team, id_)))
                else:
                    name = f"#{(await directory.conversation(team, id_)).name}"
                    found.append(Reader(name, await audiences.of_channel(team, id_)))
        except SlackApiError as error:
            raise PlatformError(
                Told("Slack does not tell: {reason}", reason=problem_of(error))
            ) from error
        except LOST as error:
            raise PlatformError(
                Told(
                    "Slack cannot be reached ({reason}): see that it can be reached from here, and"
                    " try again",
                    reason=type(error).__name__,
                )
            ) from error
        return found


async def _is_known(workspace: Workspace, id_: str) -> bool:
    """Return whether a workspace knows an account or a channel of this id."""
    client = workspace.client
    try:
        if id_.startswith(_PEOPLE):
            await client.users_info(user=id_)
        else:
            await client.conversations_info(channel=id_)
    except SlackApiError as error:
        if problem_of(error) in _UNKNOWN:
            return False
        raise
    return True
