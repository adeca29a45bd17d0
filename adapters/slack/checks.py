"""Looks, without serving, whether Slack lets us do what we are to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import aiohttp
from slack_sdk.errors import SlackApiError

from adapters.slack.api.scopes import SCOPES
from adapters.slack.api.web_api import LOST, TIMEOUT, client_for, data_of, is_fault, problem_of
from adapters.slack.api.workspaces import connected
from adapters.slack.ids import team_and_channel
from bot.checks.diagnostics import Finding
from bot.errors import PlatformError

if TYPE_CHECKING:
    from adapters.slack.api.workspaces import Workspace
    from bot.ledger.channels import Channel
    from bot.services import Services
    from bot.settings.values import SlackSettings


_SUBJECT: Final = "slack"


async def findings(settings: SlackSettings, services: Services) -> list[Finding]:
    """Return a line each for every workspace, for what is not granted, and watched channels."""
    async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
        try:
            known = await connected(settings, services.ledger, session)
            workspaces, refused = await known.all(), await known.refused()
        except PlatformError as error:
            return [_wrong(str(error))]
        found = [_wrong(each) for each in refused]
        found += [line for each in workspaces for line in _scopes(each)]
        if settings.http is None:
            found.append(await _socket_mode(settings, session))
        for workspace in workspaces:
            watched = services.ledger.channels.watched("slack", workspace.team)
            found += [await _channel(workspace, each) for each in watched]
        return found or [_wrong("installed nowhere yet: open /slack/install in a browser")]


def _scopes(workspace: Workspace) -> list[Finding]:
    missing = sorted(SCOPES.keys() - workspace.scopes)
    if not missing:
        return [_fine(f"{workspace.name}: the token is accepted, with every scope that is needed")]
    return [
        _wrong(f"{workspace.name}: the scope {scope} is missing, so there is no {SCOPES[scope]}:"
               " add it under “OAuth & Permissions” and install the app again")
        for scope in missing
    ]  # fmt: skip


async def _socket_mode(settings: SlackSettings, session: aiohttp.ClientSession) -> Finding:
    client = client_for(settings.app_token, settings.api_url, session)
    try:
        await client.apps_connections_open(app_token=settings.app_token)
    except SlackApiError as error:
        if is_fault(error) or not problem_of(error):
            return _wrong("Slack fails to open Socket Mode at the moment: try again later")
        return _wrong(
            f"SLACK_APP_TOKEN does not open Socket Mode ({problem_of(error)}): make one with the"
            " scope connections:write under “Basic Information”, and switch Socket Mode on"
        )
    except LOST as error:
        return _wrong(f"Slack cannot be reached ({type(error).__name__}): try again later")
    return _fine("Socket Mode opens")


async def _channel(workspace: Workspace, channel: Channel) -> Finding:
    _, id_ = team_and_channel(channel.id)
    try:
        answer = data_of(await workspace.client.conversations_info(channel=id_))
    except SlackApiError as error:
        if is_fault(error) or not problem_of(error):
            return _wrong(f"{channel.name} cannot be looked at: Slack fails, try again later")
        return _wrong(
            f"{channel.name} cannot be read ({problem_of(error)}): invite me there, or"
            " /posts unwatch it"
        )
    except LOST as error:
        why = type(error).__name__
        return _wrong(f"{channel.name} cannot be looked at ({why}): try again later")
    if not answer["channel"].get("is_member"):
        return _wrong(f"{channel.name}: I am no member: invite me, or /posts unwatch it")
    return _fine(f"{channel.name} can be read")


def _fine(text: str) -> Finding:
    return Finding(_SUBJECT, is_fine=True, text=text)


def _wrong(text: str) -> Finding:
    return Finding(_SUBJECT, is_fine=False, text=text)
