"""The conversations methods: listing, reading and joining."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from tests.fakes.slack.api.errors import Refused
from tests.fakes.slack.api.paging import page
from tests.fakes.slack.shapes import channel_json, message_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.fakes.slack.site import Visit
    from tests.fakes.slack.world import Channel, Json, Message


KINDS = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}


def listed(visit: Visit) -> Json:
    """Answer conversations.list."""
    return _list(visit, visit.site.world.channels.values(), visit.team.bot.id)


def of_user(visit: Visit) -> Json:
    """Answer users.conversations."""
    user_id = visit.text("user") or visit.team.bot.id
    every = visit.site.world.channels.values()
    return _list(visit, [each for each in every if user_id in each.members], visit.team.bot.id)


def _list(visit: Visit, channels: Iterable[Channel], bot_id: str) -> Json:
    asked = (visit.text("types") or "public_channel").split(",")
    if not set(asked) <= set(KINDS):
        raise Refused("invalid_types")
    kinds = {KINDS[name] for name in asked}
    for kind in kinds:
        visit.needs_scope(f"{'channels' if kind == 'public' else _prefix(kind)}:read")
    shown = [
        each
        for each in channels
        if each.kind in kinds
        and visit.team.id in {each.team_id, *each.shared_with}
        and (each.kind == "public" or bot_id in each.members)
        and not (visit.flag("exclude_archived") and each.is_archived)
    ]
    chosen, cursor = page(visit, shown, attrgetter("id"), _limit(visit, 100, 1000))
    return {
        "channels": [channel_json(each, visit.team) for each in chosen],
        "response_metadata": {"next_cursor": cursor},
    }


def _prefix(kind: str) -> str:
    return {"public": "channels", "private": "groups"}.get(kind, kind)


def info(visit: Visit) -> Json:
    """Answer conversations.info."""
    channel = visit.channel()
    visit.needs_scope(f"{channel.scope_prefix}:read")
    return {"channel": channel_json(channel, visit.team)}


def members(visit: Visit) -> Json:
    """Answer conversations.members."""
    channel = visit.channel()
    visit.needs_scope(f"{channel.scope_prefix}:read")
    ids = sorted(channel.members)
    chosen, cursor = page(visit, ids, str, _limit(visit, 100, 1000))
    return {"members": chosen, "response_metadata": {"next_cursor": cursor}}


def history(visit: Visit) -> Json:
    """Answer conversations.history: newest first, replies left out."""
    channel = visit.joined()
    visit.needs_scope(f"{channel.scope_prefix}:history")
    shown = [
        message
        for message in sorted(channel.messages, key=attrgetter("ts"), reverse=True)
        if (not message.is_reply or message.subtype == "thread_broadcast")
        and _is_within(visit, message)
    ]
    limit = visit.site.world.hidden_before
    seen = [message for message in shown if message.ts >= limit]
    cut = {"is_limited": True} if len(seen) < len(shown) else {}
    return _messages(visit, channel, seen) | cut


def replies(visit: Visit) -> Json:
    """Answer conversations.replies: the parent, then its replies, oldest first."""
    channel = visit.joined()
    visit.needs_scope(f"{channel.scope_prefix}:history")
    asked = channel.find(visit.need("ts", "thread_not_found"))
    if asked is None:
        raise Refused("thread_not_found")
    below = sorted(channel.replies_to(asked.ts), key=attrgetter("ts"))
    shown = [asked, *(message for message in below if _is_within(visit, message))]
    return _messages(visit, channel, shown)


def _messages(visit: Visit, channel: Channel, shown: list[Message]) -> Json:
    chosen, cursor = page(visit, shown, attrgetter("ts"), _limit(visit, 100, visit.most_messages))
    answer: Json = {
        "messages": [_seen(visit, message, channel) for message in chosen],
        "has_more": bool(cursor),
        "pin_count": 0,
    }
    if cursor:
        answer["response_metadata"] = {"next_cursor": cursor}
    return answer


def _seen(visit: Visit, message: Message, channel: Channel) -> Json:
    shown = message_json(message, channel, visit.site.world)
    if not visit.flag("include_all_metadata"):
        shown.pop("metadata", None)
    return shown


def _is_within(visit: Visit, message: Message) -> bool:
    oldest, latest = visit.text("oldest") or "0", visit.text("latest") or "inf"
    at = float(message.ts)
    if visit.flag("inclusive") and at in {float(oldest), float(latest)}:
        return True
    return float(oldest) < at < float(latest)


def _limit(visit: Visit, default: int, most: int) -> int:
    limit = visit.number("limit", default)
    if limit < 1:
        raise Refused("invalid_limit")
    return min(limit, most)


def join(visit: Visit) -> Json:
    """Answer conversations.join."""
    channel = visit.channel()
    if channel.kind != "public":
        raise Refused("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise Refused("is_archived")
    if visit.team.bot.id not in channel.members:
        channel.members.add(visit.team.bot.id)
        visit.site.announce_member(visit.team.bot, channel, "member_joined_channel")
    return {"channel": channel_json(channel, visit.team)}


def open_direct(visit: Visit) -> Json:
    """Answer conversations.open."""
    world = visit.site.world
    if visit.text("channel"):
        return {"channel": {"id": visit.channel().id}}
    ids = visit.need("users", "users_list_not_supplied").split(",")
    if not set(ids) <= set(world.users):
        raise Refused("user_not_found")
    channel = world.direct(visit.team, *(world.users[each] for each in ids))
    return {"channel": channel_json(channel, visit.team)}
