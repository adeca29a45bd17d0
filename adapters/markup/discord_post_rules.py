"""Which messages of Discord are posts, and what a post tells of one, live as in an export."""

from __future__ import annotations

from typing import Final

from adapters.markup.post_rules import OPT_OUT_SIGN

WRITTEN: Final = {0: "Default", 19: "Reply"}
"""The types of messages that people write: Discord's numbers, and DiscordChatExporter's names for
them. All others are notices."""

ANSWERS_TO_COMMANDS: Final = frozenset({20, 23})
"""The types of messages by which apps answer commands: posts where apps are wanted."""


def is_by_app(*, is_bot: bool, by_webhook: bool, answers_command: bool, is_spoken: bool) -> bool:
    """Return whether an app wrote a message, and no person through a webhook.

    A bridge or a proxy such as PluralKit writes by a webhook, in the name of a person; an app
    that answers a command does so too. A webhook that sends embeds alone alerts.

    Args:
        is_bot: Its account is no person's; a webhook's never is.
        by_webhook: It came by a webhook.
        answers_command: An app answers a command with it.
        is_spoken: It has text, files or stickers, and not embeds alone.
    """
    if not by_webhook:
        return is_bot
    return answers_command or not is_spoken


def is_closed_by(topic: str) -> bool:
    """Return whether the topic of a channel keeps its messages out."""
    return OPT_OUT_SIGN in topic


def permalink(guild: str | int, channel: str | int, message: str | int) -> str:
    """Return the link to a message of a server."""
    return f"https://discord.com/channels/{guild}/{channel}/{message}"
