"""Looks, without serving, whether Slack lets us do what we are to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.chat.unread_channels import remedied
from adapters.slack.access.directory import UNKNOWN, conversation_of
from adapters.slack.api.scopes import SCOPES
from adapters.slack.api.web_api import (
    LOST,
    client_for,
    data_of,
    is_fault,
    needed,
    opened_session,
    problem_of,
    reason,
)
from adapters.slack.api.workspaces import connected
from adapters.slack.ids import team_and_channel
from bot.checks.diagnostics import Finding
from bot.errors import PlatformError
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    import aiohttp

    from adapters.slack.api.workspaces import Workspace
    from bot.ledger.channels import Channel
    from bot.services import Services
    from bot.settings.values import SlackSettings


_SUBJECT: Final = "slack"


async def findings(
    settings: SlackSettings, services: Services, say: Mapping[str, str]
) -> list[Finding]:
    """Return a line each for every workspace, for what is not granted, and watched channels.

    Args:
        settings: Which app.
        services: What knows the watched channels.
        say: Our sentences about chats, by name.
    """
    async with opened_session() as session:
        try:
            known = await connected(settings, services.ledger, session)
            workspaces, refused = await known.all(), await known.refused()
        except PlatformError as error:
            return [_wrong(error.sentence)]
        found = [_wrong(each) for each in refused]
        found += [line for each in workspaces for line in _scopes(each, say)]
        if settings.http is None:
            found.append(await _socket_mode(settings, session, say))
        for workspace in workspaces:
            watched = services.ledger.channels.watched("slack", workspace.team)
            found += [await _channel(workspace, each, say) for each in watched]
            digest_in = services.ledger.settings.of("slack", workspace.team).digest_in
            if digest_in:
                found.append(await _digest(workspace, team_and_channel(digest_in)[1], say))
        return found or [_fine(say["not_installed"])]


def _scopes(workspace: Workspace, say: Mapping[str, str]) -> list[Finding]:
    missing = sorted(set(SCOPES) - workspace.scopes)
    if not missing:
        return [_fine(say["scopes"].format(name=workspace.name))]
    return [
        _wrong(say["no_scope"].format(name=workspace.name, scope=scope, what=say[f"scope.{scope}"]))
        for scope in missing
    ]


async def _socket_mode(
    settings: SlackSettings, session: aiohttp.ClientSession, say: Mapping[str, str]
) -> Finding:
    client = client_for(settings.app_token, settings.api_url, session)
    try:
        opened = await client.apps_connections_open(app_token=settings.app_token)
    except SlackApiError as error:
        if is_fault(error) or not problem_of(error):
            return _wrong(say["socket_fails"])
        return _wrong(say["no_socket"].format(reason=problem_of(error)))
    except LOST as error:
        return _wrong(say["no_slack"].format(reason=type(error).__name__))
    return _fine(say["socket"]) if data_of(opened).get("url") else _wrong(say["socket_fails"])


async def _channel(workspace: Workspace, channel: Channel, say: Mapping[str, str]) -> Finding:
    _, id_ = team_and_channel(channel.id)
    try:
        shown = needed(await workspace.client.conversations_info(channel=id_), "channel")
    except SlackApiError as error:
        if is_fault(error) or not problem_of(error):
            return _wrong(say["unseen_now"].format(channel=channel.name))
        return _wrong(remedied(problem_of(error), say, channel.name))
    except LOST as error:
        why = type(error).__name__
        return _wrong(say["unseen"].format(channel=channel.name, reason=why))
    if conversation_of(shown).is_archived:
        return _fine(say["archived"].format(channel=channel.name))
    if not shown.get("is_member"):
        return _wrong(say["no_member"].format(channel=channel.name))
    return _fine(say["readable"].format(channel=channel.name))


async def _digest(workspace: Workspace, channel: str, say: Mapping[str, str]) -> Finding:
    """Say whether the weekly digest can be posted where it goes."""
    name = workspace.name
    try:
        shown = needed(await workspace.client.conversations_info(channel=channel), "channel")
    except (SlackApiError, *LOST) as error:
        if isinstance(error, SlackApiError) and problem_of(error) in UNKNOWN:
            return _wrong(say["digest_lost"].format(name=name, channel=channel))
        return _wrong(say["digest_unseen"].format(name=name, reason=reason(error)))
    found = conversation_of(shown)
    is_open = found.is_joined and not found.is_archived
    said = say["digest" if is_open else "digest_lost"]
    text = said.format(name=name, channel=f"#{one_line(found.name)}")
    return _fine(text) if is_open else _wrong(text)


def _fine(text: str) -> Finding:
    return Finding(_SUBJECT, is_fine=True, text=text)


def _wrong(text: str) -> Finding:
    return Finding(_SUBJECT, is_fine=False, text=text)
