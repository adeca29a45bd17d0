"""What the app may do in a workspace, and what it hears."""

from __future__ import annotations

from typing import Final

SCOPES: Final = (
    "app_mentions:read",
    "assistant:write",
    "channels:history",
    "channels:join",
    "channels:read",
    "chat:write",
    "commands",
    "files:read",
    "files:write",
    "groups:history",
    "groups:read",
    "im:history",
    "im:read",
    "im:write",
    "mpim:history",
    "mpim:read",
    "reactions:read",
    "usergroups:read",
    "users:read",
)
"""The scopes of the bot's token; `Wording.chat_checks` tells what would be missing without each."""

EVENTS: Final = (
    "app_context_changed", "app_home_opened", "app_mention", "app_uninstalled", "channel_archive",
    "channel_created", "channel_deleted", "channel_left", "channel_rename", "channel_shared",
    "channel_unarchive", "channel_unshared", "group_deleted", "group_left", "group_rename",
    "member_joined_channel", "member_left_channel", "message.channels", "message.groups",
    "message.im", "message.mpim", "reaction_added", "reaction_removed",
    "team_access_granted", "team_access_revoked", "team_join", "tokens_revoked", "user_change",
)  # fmt: skip
"""The events that the app asks for."""
