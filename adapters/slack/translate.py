"""Slack's messages as questions; pure."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from adapters.slack.markup import readable, without_mention
from bot.filters import parsed
from bot.messages import Asker, Question
from index.clock import utc_now
from index.scope import Filters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.slack.people import Person

PLATFORM: Final = "slack"


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
    def place(self) -> str:
        """Names it in what is remembered: what one asks alone is nobody else's context."""
        whole = f"{PLATFORM}:{self.team}/{self.channel}"
        within = f"@{self.reader}" if self.reader else self.thread_ts
        return f"{whole}/{within}" if within else whole

    def message(self, ts: str) -> str:
        """Names a message there in what is remembered."""
        return f"{PLATFORM}:{self.team}/{self.channel}/{ts}"


def spot_at(place: str) -> Spot | None:
    """Returns where a remembered place is; None for one that is not in Slack."""
    platform, _, rest = place.partition(":")
    parts = rest.split("/")
    if platform != PLATFORM or len(parts) not in {2, 3}:
        return None
    within = parts[2] if len(parts) > 2 else ""  # noqa: PLR2004 - team, channel, and what is in it
    if within.startswith("@"):
        return Spot(parts[0], parts[1], reader=within[1:])
    return Spot(parts[0], parts[1], within)


def question_id(message: str) -> str:
    """Returns the id of the question that a message asks: an edited one asks it anew."""
    return hashlib.sha256(message.encode()).hexdigest()[:12]


def asker_of(person: Person, team: str) -> Asker:
    """Returns a person as who asks; their account is that of their posts."""
    return Asker(PLATFORM, f"{team}/{person.id}", person.name)


def to_question(
    text: str,
    person: Person,
    spot: Spot,
    audience: frozenset[str],
    *,
    bot_user_id: str = "",
    names: Mapping[str, str] | None = None,
    message: str = "",
    is_private: bool = False,
) -> Question | None:
    """Returns what is asked; None where nothing is.

    Args:
        text: What was written, as Slack writes it.
        person: Who asks.
        spot: Where the answer goes.
        audience: The labels that every reader of the answer may see.
        bot_user_id: Our own account, whose mentions are no part of the question.
        names: The names of accounts and channels by their ids.
        message: Names the message that asks it; "" for none.
        is_private: Only the asker reads the answer.

    Raises:
        AskError: It cannot be asked like this.
    """
    if bot_user_id:
        text = without_mention(text, bot_user_id)
    words = readable(text, names or {}).strip()
    if not words:
        return None
    asked, filters = parsed(words)
    question = question_of(asked, person, spot, audience, filters, is_private=is_private)
    return replace(question, id=question_id(message)) if message else question


def question_of(
    words: str,
    person: Person,
    spot: Spot,
    audience: frozenset[str],
    filters: Filters | None = None,
    *,
    is_private: bool,
) -> Question:
    """Returns a question of these words.

    Raises:
        AskError: It cannot be asked like this.
    """
    return Question(
        uuid4().hex[:12],
        words,
        asker_of(person, spot.team),
        spot.place,
        audience,
        utc_now(),
        filters or Filters(),
        room=spot.team,
        is_private=is_private,
    )
