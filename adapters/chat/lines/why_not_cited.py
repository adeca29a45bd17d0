"""What an admin is told of why a channel is not quoted where they ask; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from bot.text import Count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.chat.wording import Wording


MOST_NAMES: Final = 8
"""Names in one line; of more, only how many there are is told."""

Kind = Literal[
    "everyone", "role", "pair", "member", "history", "age_restricted", "private", "guests",
    "outsiders", "unknown",
]  # fmt: skip
"""Who or what stands in the way, as `Wording.quoting` names it."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason why a channel is not quoted in another.

    Attributes:
        kind: Which.
        names: Who it is, made harmless for the platform.
        needed: The permission that they lack there, as its platform calls it; "" for none.
    """

    kind: Kind
    names: tuple[str, ...] = ()
    needed: str = ""


def why_lines(
    channel: str,
    posts: int,
    obstacles: Sequence[Obstacle],
    wording: Wording,
    *,
    is_watched: bool,
) -> list[str]:
    """Return whether a channel is quoted here, and else who stands in the way.

    Args:
        channel: What people call the channel, made harmless.
        posts: How many of its posts are stored.
        obstacles: What stands in the way.
        wording: The admin's language.
        is_watched: Its messages are kept from now on.
    """
    said = wording.quoting
    empty = said["nothing_yet" if is_watched else "nothing_stored"]
    lines = [] if posts else [empty.format(channel=channel)]
    if not obstacles:
        return lines or [said["open"].format(channel=channel)]
    lines.append(said["closed"].format(channel=channel))
    lines += [_line(each, wording) for each in obstacles]
    if any(each.needed for each in obstacles):
        lines.append(said["remedy"].format(channel=channel))
    return lines


def _line(obstacle: Obstacle, wording: Wording) -> str:
    said = wording.quoting
    names, rest = ", ".join(obstacle.names[:MOST_NAMES]), len(obstacle.names) - MOST_NAMES
    if rest > 0:
        names = said["more"].format(names=names, count=Count(rest))
    needed = said[f"needed.{obstacle.needed}"] if obstacle.needed else ""
    return said[obstacle.kind].format(names=names, needed=needed)
