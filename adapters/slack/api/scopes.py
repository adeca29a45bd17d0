"""What the app may do in a workspace, what for, and what it hears."""

from __future__ import annotations

from typing import Final

SCOPES: Final = {
    "app_mentions:read": "answering mentions",
    "assistant:write": "suggested questions, and “is searching…”",
    "channels:history": "follow-ups and watching in public channels",
    "channels:join": "watching public channels",
    "channels:read": "answering in public channels",
    "chat:write": "answering at all",
    "commands": "/ask, /posts, /forget-me and the message shortcuts",
    "files:read": "importing files",
    "files:write": "sending the report",
    "groups:history": "follow-ups and watching in private channels",
    "groups:read": "answering in private channels",
    "im:history": "direct messages",
    "im:read": "direct messages",
    "im:write": "showing long work, and answering who cannot be answered in a channel",
    "mpim:history": "mentions in group messages",
    "mpim:read": "mentions in group messages",
    "reactions:read": "keeping a message out, and saying what answered, by a reaction",
    "usergroups:read": "trusting a user group to say what answered",
    "users:read": "names, languages, and who may read along",
}
"""The scopes of the bot's token, each with what would be missing without it."""

EVENTS: Final = (
    "app_context_changed", "app_home_opened", "app_mention", "app_uninstalled", "channel_archive",
    "channel_created", "channel_deleted", "channel_left", "channel_rename", "channel_shared",
    "channel_unarchive", "channel_unshared", "group_deleted", "group_left", "group_rename",
    "member_joined_channel", "member_left_channel", "message.channels", "message.groups",
    "message.im", "message.mpim", "reaction_added", "reaction_removed", "team_join",
    "tokens_revoked", "user_change",
)  # fmt: skip
"""The events that the app asks for."""
