"""The methods about the workspace: tokens, people, files, reactions and the assistant."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from tests.fakes.slack.api.errors import Refused
from tests.fakes.slack.api.paging import page
from tests.fakes.slack.shapes import file_json, message_json, user_json
from tests.fakes.slack.world import APP_ID

if TYPE_CHECKING:
    from tests.fakes.slack.site import Visit
    from tests.fakes.slack.world import Json


MOST_PROMPTS = 4
MOST_LOADING_MESSAGES = 10


def auth_test(visit: Visit) -> Json:
    """Answer auth.test."""
    team = visit.team
    return {
        "url": team.url,
        "team": team.name,
        "user": team.bot.name,
        "team_id": team.organisation or team.id,
        "user_id": team.bot.id,
        "bot_id": team.bot.bot_id,
        "is_enterprise_install": bool(team.organisation),
    }


def list_teams(visit: Visit) -> Json:
    """Answer auth.teams.list: the workspaces that an organisation let the app into."""
    organisation = visit.team.organisation
    every = visit.site.world.teams.values()
    ours = [each for each in every if each.organisation == organisation or each is visit.team]
    chosen, cursor = page(visit, ours, attrgetter("id"), visit.number("limit", 100))
    shown = [{"id": each.id, "name": each.name} for each in chosen]
    return {"teams": shown, "response_metadata": {"next_cursor": cursor}}


def open_connection(visit: Visit) -> Json:
    """Answer apps.connections.open."""
    return {"url": visit.site.open_socket()}


def oauth_access(visit: Visit) -> Json:
    """Answer oauth.v2.access: a code, good once, for the workspace's token."""
    if visit.text("client_id") != visit.site.client_id:
        raise Refused("invalid_client_id")
    if visit.text("client_secret") != visit.site.client_secret:
        raise Refused("bad_client_secret")
    team_id = visit.site.codes.pop(visit.text("code"), "")
    if not team_id:
        raise Refused("invalid_code")
    team = visit.site.world.teams[team_id]
    return {
        "app_id": APP_ID,
        "authed_user": {"id": team.bot.id},
        "scope": ",".join(team.scopes),
        "token_type": "bot",
        "access_token": team.bot_token,
        "bot_user_id": team.bot.id,
        "team": None if team.organisation else {"id": team.id, "name": team.name},
        "enterprise": {"id": team.organisation, "name": "All"} if team.organisation else None,
        "is_enterprise_install": bool(team.organisation),
    }


def revoke(visit: Visit) -> Json:
    """Answer auth.revoke."""
    visit.team.is_revoked = True
    return {"revoked": True}


def bot_info(visit: Visit) -> Json:
    """Answer bots.info."""
    for user in visit.site.world.users.values():
        if user.bot_id and user.bot_id == visit.text("bot"):
            shown = {"id": user.bot_id, "deleted": user.is_deleted, "name": user.name}
            return {"bot": shown | {"user_id": user.id, "app_id": user.app_id}}
    raise Refused("bot_not_found")


def team_info(visit: Visit) -> Json:
    """Answer team.info."""
    team = visit.team
    shown = {"id": team.id, "name": team.name, "domain": team.name.lower(), "url": team.url}
    return {"team": shown}


def user_info(visit: Visit) -> Json:
    """Answer users.info."""
    user = visit.site.world.users.get(visit.need("user", "user_not_found"))
    if user is None:
        raise Refused("user_not_found")
    return {"user": user_json(user, visit.team, locale=visit.flag("include_locale"))}


def user_list(visit: Visit) -> Json:
    """Answer users.list: the workspace's own people."""
    everybody, own = visit.site.world.users.values(), visit.team.id
    users = [each for each in everybody if own in {each.team_id, *each.teams}]
    limit = visit.number("limit", 0) or len(users)
    chosen, cursor = page(visit, users, attrgetter("id"), limit)
    locale = visit.flag("include_locale")
    return {
        "members": [user_json(each, visit.team, locale=locale) for each in chosen],
        "response_metadata": {"next_cursor": cursor},
    }


def file_info(visit: Visit) -> Json:
    """Answer files.info."""
    file = visit.site.world.files.get(visit.need("file", "file_not_found"))
    channel = visit.site.world.channels.get(file.channel_id) if file else None
    if file is None or channel is None or visit.team.bot.id not in channel.members:
        raise Refused("file_not_found")
    return {"file": file_json(file, visit.site.world)}


def add_reaction(visit: Visit) -> Json:
    """Answer reactions.add."""
    channel = visit.joined()
    users = visit.message(channel, "timestamp").reactions.setdefault(visit.need("name"), [])
    if visit.team.bot.id in users:
        raise Refused("already_reacted")
    users.append(visit.team.bot.id)
    return {}


def remove_reaction(visit: Visit) -> Json:
    """Answer reactions.remove."""
    channel = visit.joined()
    users = visit.message(channel, "timestamp").reactions.setdefault(visit.need("name"), [])
    if visit.team.bot.id not in users:
        raise Refused("no_reaction")
    users.remove(visit.team.bot.id)
    return {}


def get_reactions(visit: Visit) -> Json:
    """Answer reactions.get."""
    channel = visit.joined()
    message = visit.message(channel, "timestamp")
    shown = message_json(message, channel, visit.site.world)
    return {"type": "message", "channel": channel.id, "message": shown}


def set_status(visit: Visit) -> Json:
    """Answer assistant.threads.setStatus."""
    visit.channel("channel_id")
    visit.need("thread_ts", "invalid_thread_ts")
    loading = visit.parsed("loading_messages") or []
    if "status" not in visit.arguments or len(loading) > MOST_LOADING_MESSAGES:
        raise Refused("invalid_arguments")
    visit.site.journal.statuses.append(dict(visit.arguments))
    return {}


def set_title(visit: Visit) -> Json:
    """Answer assistant.threads.setTitle."""
    visit.channel("channel_id")
    visit.need("thread_ts", "invalid_thread_ts")
    visit.need("title")
    visit.site.journal.titles.append(dict(visit.arguments))
    return {}


def set_prompts(visit: Visit) -> Json:
    """Answer assistant.threads.setSuggestedPrompts.

    An app with an agent view must not name a thread: Slack then says ok and shows nothing.
    """
    visit.channel("channel_id")
    prompts = visit.parsed("prompts")
    whole = isinstance(prompts, list) and all(
        each.get("title") and each.get("message") for each in prompts
    )
    if not whole or not 1 <= len(prompts) <= MOST_PROMPTS:
        raise Refused("invalid_arguments")
    if not (visit.site.is_agent and visit.text("thread_ts")):
        visit.site.journal.prompts.append(dict(visit.arguments) | {"prompts": prompts})
    return {}


def group_list(visit: Visit) -> Json:
    """Answer usergroups.list."""
    named = (each.split(" ") for each in visit.team.groups)
    return {"usergroups": [{"id": id_, "handle": handle} for id_, handle in named]}


def group_members(visit: Visit) -> Json:
    """Answer usergroups.users.list."""
    for each, users in visit.team.groups.items():
        if each.split(" ")[0] == visit.text("usergroup"):
            return {"users": users}
    raise Refused("no_such_subteam")
