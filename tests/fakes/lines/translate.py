"""What arrives in the lines chat, as questions; pure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Self

from bot.question_and_answer import Asker, Question, question_id
from bot.questions.parsing.filters import parsed
from index.clock import utc_now
from index.posts import EVERYONE

PLATFORM = "lines"


@dataclass(frozen=True)
class Line:
    """A message that arrived."""

    id: int
    channel: str
    name: str
    text: str
    language: str = "en"
    is_by_bot: bool = False
    is_direct: bool = False
    is_reply: bool = False
    is_edited: bool = False
    is_deleted: bool = False

    @classmethod
    def read(cls, data: bytes) -> Self:
        return cls(**json.loads(data))

    @property
    def conversation(self) -> str:
        return f"{PLATFORM}:{self.channel}"

    @property
    def is_to_us(self) -> bool:
        """Whether it names us, or nobody else reads it."""
        return self.is_direct or not self.is_reply

    @property
    def message(self) -> str:
        """What the ledger knows the message by."""
        return f"{self.conversation}/{self.id}"


def readers_of(channel: str) -> frozenset[str]:
    """What all readers of a channel may see."""
    return frozenset({EVERYONE, f"{PLATFORM}:{channel}"})


def seen_by(name: str) -> frozenset[str]:
    """What one person may see: what all in the square may, and a cellar of their own."""
    return readers_of("square") | {f"{PLATFORM}:{name.lower()}", f"{PLATFORM}:cellar"}


def to_question(line: Line, audience: frozenset[str]) -> Question | None:
    """What a message asks; None where it asks nothing.

    Raises:
        AskError: It cannot be asked like this.
    """
    if not line.text.strip():
        return None
    asker = Asker(PLATFORM, line.name.lower(), line.name)
    text, filters = parsed(line.text, utc_now().date(), asker=asker)
    return Question(
        id=question_id(line.message),
        text=text,
        asker=asker,
        conversation=line.conversation,
        audience=audience,
        asked_at=utc_now(),
        filters=filters,
        workspace_id="" if line.is_direct else PLATFORM,
        is_private=line.is_direct,
    )
