"""Which message of a chat a link leads to; pure."""

from __future__ import annotations

import re
from typing import Final

_DISCORD: Final = re.compile(r"https?://[^/\s]+/channels/(\d+)/(\d+)/(\d+)/?")
_SLACK: Final = re.compile(r"https?://[^/\s]+/archives/([A-Z0-9]+)/p(\d+)(\d{6})(?:\?\S*)?")


def discord_message(link: str) -> tuple[int, int, int] | None:
    """Return the server, the channel and the message of a link; None for any other."""
    match = _DISCORD.fullmatch(link.strip())
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def slack_message(link: str) -> tuple[str, str] | None:
    """Return the channel and the time of the message of a link; None for any other."""
    match = _SLACK.fullmatch(link.strip())
    return (match[1], f"{match[2]}.{match[3]}") if match else None
