"""What an assistant may ask for, and the question that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Self
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema

from bot import excerpt_counts
from bot.errors import AskError
from bot.question_and_answer import LONGEST_QUESTION, Asker, Question
from bot.questions.parsing.filters import filters, merged, parsed
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST: Final = 100
"""So many excerpts or posts can be asked for, as on the command line."""

_DAY: Final = "a day 2024-09-26, a month 2024-09, a year 2024, today or yesterday, in UTC"

_Kind = Annotated[
    str | None, WithJsonSchema({"type": ["string", "null"], "enum": ["post", "comment", None]})
]


class WrongArguments(AskError):
    """A tool is called with arguments that it does not have, or of another type."""


class AskArguments(BaseModel):
    """What `ask` takes; what it does not know is refused, for a filter left out shows too much."""

    model_config = ConfigDict(extra="forbid", validate_by_name=False)

    question: str = Field(
        description=f"The question in plain words, at most {LONGEST_QUESTION:,} characters."
    )
    author: str | None = Field(
        None, alias="from", description="Only posts by this author: words of the name."
    )
    source: str | None = Field(
        None, alias="in", description="Only posts of this source: its whole name."
    )
    since: str | None = Field(None, description=f"Only posts from then on: {_DAY}.")
    until: str | None = Field(None, description=f"Only posts up to then: {_DAY}.")
    kind: _Kind = Field(None, description="Only posts, or only comments.")
    limit: int = Field(
        excerpt_counts.USUAL, ge=1, le=MOST, description="How many excerpts at most."
    )

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> Self:
        """Return the arguments of a call.

        Raises:
            WrongArguments: They are not as the tool's schema says.
        """
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            wrong = (f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
            raise WrongArguments(f"{'; '.join(wrong)}.") from error

    def to_question(self, audience: frozenset[str]) -> Question:
        """Return the question; filters given as arguments go before those typed in it.

        Args:
            audience: The labels of what may be found.

        Raises:
            AskError: Nothing can be asked with it.
        """
        today = utc_now().date()
        given = {
            "from": self.author,
            "in": self.source,
            "since": self.since,
            "until": self.until,
            "kind": self.kind,
        }
        chosen = filters({name: each for name, each in given.items() if each is not None}, today)
        text, typed = parsed(self.question, today)
        return Question(
            id=uuid4().hex[:8],
            text=text,
            asker=Asker("mcp", "local", "an assistant"),
            conversation="mcp",
            audience=audience,
            asked_at=utc_now(),
            filters=merged(chosen, typed),
            limit=self.limit,
        )


class SearchArguments(AskArguments):
    """What `search` takes."""

    limit: int = Field(10, ge=1, le=MOST, description="How many posts at most.")
