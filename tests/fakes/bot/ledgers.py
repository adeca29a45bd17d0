"""What tests keep in a ledger."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from bot.question_and_answer import LONGEST_QUESTION, Answer, Asker, Question
from index.search_scope import Filters
from tests.fakes.bot.answers import answered
from tests.fakes.index.hits import hit

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

ADA = Asker("discord", "1", "Ada")
BEN = Asker("discord", "2", "Ben")
NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
"""The present moment of tests that need one."""


def clock() -> datetime:
    """Stand still at NOW."""
    return NOW


def asked(text: str = "When is the oven lit?", id_: str = "q1", **more: Any) -> Question:
    """Return a question that Ada asked just now on the square."""
    parts: dict[str, Any] = {
        "asker": ADA,
        "conversation": "discord:10",
        "audience": frozenset({"everyone"}),
        "asked_at": NOW,
        "workspace_id": "discord:42",
    } | more
    return Question(id_, text, **parts)


def missed(question: Question) -> Answer:
    """Return the answer where nothing is found."""
    return Answer(question, (), (), 0.01, 0.0)


def found(question: Question, *names: str) -> Answer:
    """Return an answer that quotes these posts (`notes:name`)."""
    return answered(
        question, *(hit((f"The oven of {name} is lit.", 0.9), name=name) for name in names)
    )


TEXTS = st.text(min_size=1, max_size=50).filter(str.strip)
DAYS = st.none() | st.dates()
FILTERS: SearchStrategy[Filters] = st.builds(
    Filters,
    author=st.none() | TEXTS,
    source=st.none() | TEXTS,
    since=DAYS,
    until=DAYS,
    kind=st.sampled_from([None, "post", "comment"]),
)
AUDIENCES = st.none() | st.frozensets(TEXTS, max_size=4)
MOMENTS = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    timezones=st.timezones() | st.just(UTC),
    allow_imaginary=False,
    # To Python, a moment of an hour that comes twice equals none in another zone.
).filter(lambda moment: moment == moment.astimezone(UTC))
QUESTIONS: SearchStrategy[Question] = st.builds(
    Question,
    id=TEXTS,
    text=st.text(min_size=1, max_size=LONGEST_QUESTION).filter(str.strip),
    asker=st.builds(Asker, TEXTS, TEXTS, TEXTS),
    conversation=TEXTS,
    audience=AUDIENCES,
    asked_at=MOMENTS,
    filters=FILTERS,
    limit=st.integers(1, 100),
    context=st.text(max_size=100),
    workspace_id=st.text(max_size=20),
    is_private=st.booleans(),
)
