"""The names of Slack's messages and channels in the ledger and the index; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.posts import EVERYONE

PLATFORM: Final = "slack"

GROUP: Final = "S"
"""What the ids of user groups begin with; those of accounts begin otherwise."""

Labels = frozenset[str]

ONLY_OPEN: Final = frozenset({EVERYONE})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an answer goes: a channel, or a thread in it.

    Attributes:
        team: The workspace.
        channel: The channel.
        thread_ts: The thread; "" for none.
        reader: The one person who reads the answer there; "" for all who read the channel.
    """

    team: str
    channel: str
    thread_ts: str = ""
    reader: str = ""

    @property
    def conversation(self) -> str:
        """Names it in what is remembered: what one asks alone is nobody else's context."""
        whole = f"{PLATFORM}:{self.team}/{self.channel}"
        within = f"@{self.reader}" if self.reader else self.thread_ts
        return f"{whole}/{within}" if within else whole

    def message(self, ts: str) -> str:
        """Name a message there in what is remembered."""
        return f"{PLATFORM}:{self.team}/{self.channel}/{ts}"


def spot_at(conversation: str) -> Spot | None:
    """Return where a remembered place is; None for one that is not in Slack."""
    platform, _, rest = conversation.partition(":")
    parts = rest.split("/")
    if platform != PLATFORM or len(parts) not in {2, 3}:
        return None
    within = parts[2] if len(parts) > 2 else ""  # noqa: PLR2004 - team, channel, and what is in it
    if within.startswith("@"):
        return Spot(parts[0], parts[1], reader=within[1:])
    return Spot(parts[0], parts[1], within)


def post_id(team: str, channel: str, ts: str) -> str:
    """Return the id of the post that a message is, live as in an export."""
    return f"slack:{team}/{channel}/{ts}"


def account_id(team: str, user: str) -> str:
    """Return what an account, or a user group, is called in what is remembered."""
    return f"{PLATFORM}:{team}/{user}"


def channel_id(team: str, channel: str) -> str:
    """Return what a channel is called in what is remembered; its posts' ids begin like it."""
    return f"slack:{team}/{channel}"


def team_and_channel(id_: str) -> tuple[str, str]:
    """Return the workspace and the channel of a remembered name."""
    team, _, channel = id_.partition(":")[2].partition("/")
    return team, channel


def channel_label(channel: str) -> str:
    """Return the label of what the readers of one channel may see."""
    return f"slack:{channel}"


def team_label(team: str) -> str:
    """Return the label of what every full member of a workspace may see."""
    return f"slack:{team}"
