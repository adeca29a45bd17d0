"""What the shortcuts of messages are called in Slack: one name for all languages; pure."""

from __future__ import annotations

from adapters.chat.wording import ENGLISH


def menu_name(name: str) -> str:
    """Return what the manifest calls a shortcut, in whatever language it is spoken of."""
    return ENGLISH.commands[f"menu.{name}"]
