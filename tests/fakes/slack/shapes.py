"""How Slack writes its users, conversations, messages and files as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.fakes.slack.world import Channel, File, Json, Message, Team, User, World


def user_json(user: User, team: Team, *, locale: bool) -> Json:
    """A user as `users.info` shows it to this workspace."""
    shown: Json = {
        "id": user.id,
        "team_id": user.team_id,
        "name": user.name,
        "deleted": user.is_deleted,
        "real_name": user.real_name,
        "tz": user.tz,
        "tz_label": user.tz,
        "tz_offset": user.tz_offset,
        "profile": {
            "real_name": user.real_name,
            "display_name": user.name,
            "email": user.email,
            "team": user.team_id,
            "image_48": f"https://avatars.example/{user.id}.png",
        },
        "is_admin": user.is_admin,
        "is_owner": user.is_admin,
        "is_primary_owner": False,
        "is_restricted": user.is_guest or user.is_single_channel_guest,
        "is_ultra_restricted": user.is_single_channel_guest,
        "is_bot": bool(user.bot_id),
        "is_app_user": False,
        "updated": 1700000000,
    }
    if user.bot_id:
        shown["profile"] |= {"bot_id": user.bot_id, "api_app_id": user.app_id}
    if user.teams:
        shown["enterprise_user"] = {
            "id": user.id,
            "enterprise_id": team.organisation,
            "enterprise_name": "All",
            "is_admin": False,
            "is_owner": False,
            "teams": user.teams,
        }
    if team.id not in {user.team_id, *user.teams}:
        shown["is_stranger"] = True
    if locale:
        shown["locale"] = user.locale
    return shown


def channel_json(channel: Channel, team: Team) -> Json:
    """A conversation as `conversations.info` shows it to the bot of this workspace."""
    is_direct = channel.kind in {"im", "mpim"}
    shown: Json = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.is_archived,
        "is_im": channel.kind == "im",
        "is_mpim": channel.kind == "mpim",
        "is_channel": channel.kind in {"public", "private"},
        "is_group": channel.kind == "private",
        "is_private": channel.kind != "public",
        "is_general": channel.name == "general",
        "is_member": team.bot.id in channel.members,
        "is_shared": bool(channel.shared_with),
        "is_ext_shared": bool(channel.shared_with),
        "is_org_shared": False,
        "context_team_id": team.id,
    }
    if channel.kind == "im":
        shown["user"] = next(iter(channel.members - {team.bot.id}), team.bot.id)
        shown["is_user_deleted"] = False
        return shown
    shown |= {
        "name": channel.name,
        "name_normalized": channel.name,
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": channel.purpose, "creator": "", "last_set": 0},
        "shared_team_ids": [channel.team_id, *sorted(channel.shared_with)],
        "connected_team_ids": sorted(channel.shared_with),
    }
    if not is_direct:
        shown["num_members"] = len(channel.members)
    return shown


def file_json(file: File, world: World) -> Json:
    """A file as messages and `files.info` show it."""
    return {
        "id": file.id,
        "created": 1700000000,
        "name": file.name,
        "title": file.name,
        "mimetype": file.mimetype,
        "filetype": file.name.rpartition(".")[2],
        "user": file.user_id,
        "user_team": world.users[file.user_id].team_id,
        "size": len(file.content) if file.told_size is None else file.told_size,
        "mode": "hosted",
        "is_external": False,
        "is_public": False,
        "url_private": file.url,
        "url_private_download": file.url,
        "permalink": f"https://files.example/{file.id}",
        "channels": [file.channel_id],
    }


def _attached(file: File, channel: Channel, world: World) -> Json:
    # In a channel shared with others, the app has to ask `files.info` for the rest.
    if channel.shared_with:
        return {"id": file.id, "mode": "file_access", "file_access": "check_file_info"}
    return file_json(file, world)


def message_json(message: Message, channel: Channel, world: World) -> Json:
    """A message as history and events show it."""
    shown: Json = {
        "type": "message",
        "text": message.text,
        "ts": message.ts,
        "team": message.team_id,
    }
    optional = {
        "user": message.user_id,
        "subtype": message.subtype,
        "blocks": message.blocks,
        "metadata": message.metadata,
        "edited": message.edited,
        "thread_ts": message.thread_ts,
        "files": [_attached(file, channel, world) for file in message.files] + message.shared,
        "attachments": message.attachments,
        "reactions": [
            {"name": name, "users": users, "count": len(users)}
            for name, users in message.reactions.items()
            if users
        ],
        "bot_id": message.bot_id,
    }
    shown |= {key: value for key, value in optional.items() if value}
    if message.bot_id and message.user_id:
        bot = world.users[message.user_id]
        profile = {"id": bot.bot_id, "app_id": bot.app_id, "name": bot.name, "deleted": False}
        shown |= {"app_id": bot.app_id, "bot_profile": profile}
    shown |= _thread_json(message, channel)
    return shown


def _thread_json(message: Message, channel: Channel) -> Json:
    if message.is_reply:
        parent = channel.find(message.thread_ts)
        return {"parent_user_id": parent.user_id} if parent else {}
    replies = channel.replies_to(message.ts)
    if not replies:
        return {}
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users": sorted({reply.user_id for reply in replies}),
        "reply_users_count": len({reply.user_id for reply in replies}),
        "latest_reply": replies[-1].ts,
    }
