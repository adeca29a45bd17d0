"""What `pullquote setup` says, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SETUP: Final[Mapping[str, str]] = {
    "unread": "{name} in {file} is no setting, and nothing reads it.",
    "unread_near": "{name} in {file} is no setting, and nothing reads it: did you mean {near}?",
    "no_terminal": "There is nobody here to ask: write the settings into a file, a line like"
    " DISCORD_TOKEN=… for each, and use `pullquote setup --answers FILE`.",
    "serve": "Serve {chat}?",
    "replace": "{chat} is set up. Give other tokens?",
    "discord": "1. Open https://discord.com/developers/applications and choose New Application.\n"
    "2. On the page Bot, turn on Message Content Intent, choose Reset Token, and copy the token.",
    "slack": "1. Open https://api.slack.com/apps, choose Create New App, From a manifest, and paste"
    " the manifest that stands below.\n"
    "2. Choose Install to Workspace, and copy the token under OAuth & Permissions (xoxb-…).\n"
    "3. Under Basic Information, make an app-level token with the scope connections:write"
    " (xapp-…).",
    "token": "{name} (what you type or paste is not shown)",
    "written": "Written to {file}, which only you can read: {names}.",
    "nothing_new": "There is nothing new to write to {file}.",
}
