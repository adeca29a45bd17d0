"""When a message was written, by its name on its platform; pure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from adapters.markup import slack_post_rules

if TYPE_CHECKING:
    from bot.ledger.channels import Channel

_DISCORDS: Final = datetime(2015, 1, 1, tzinfo=UTC)
"""What the ids of Discord's messages count from."""


def read_back_to(record: Channel) -> datetime | None:
    """Return how far back a channel was read; None where that is to its beginning, or unknown."""
    return None if record.is_whole else written_at(record.platform, record.oldest)


def written_at(platform: str, name: str) -> datetime | None:
    """Return when a message was written; None where its name does not tell."""
    if platform == "slack":
        found = slack_post_rules.written_at(name)
        return found and found.replace(microsecond=0)
    seconds = name.partition(".")[0]
    if not seconds.isdecimal():
        return None
    if platform == "discord":
        return _DISCORDS + timedelta(milliseconds=int(seconds) >> 22)
    return datetime.fromtimestamp(int(seconds), UTC)
