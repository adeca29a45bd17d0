"""Makes questions with as little as a test needs to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.question_and_answer import Asker, Question

if TYPE_CHECKING:
    from datetime import datetime

ASKER = Asker("test", "U1", "Ada")


def question(text: str, asked_at: datetime, **more: Any) -> Question:
    """Return a question that may see everything."""
    return Question("q1", text, ASKER, "here", more.pop("audience", None), asked_at, **more)
