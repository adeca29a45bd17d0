"""What an assistant may ask for, and the question that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Self
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema

from bot import excerpt_counts
from bot.errors import AskError
from bot.question_and_answer import LONGEST_QUESTION, Asker, Question
from bot.questions.parsing.filters import filters, merged, parsed
from bot.text import one_line
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST: Final = 100
"""So many excerpts or posts can be asked for, as on the command line."""

_DAY: Final = "a day 2024-09-26, a month 2024-09, a year 2024, today or yesterday, in UTC"

_RULES: Final = {
    "question": "question must be given, as a text: what you would like to know.",
    "limit": f"limit must be a whole number from 1 to {MOST}.",
}
_TEXT: Final = "{name} must be a text."
"""What a value must be, by the name of its argument, and that of any other."""

_UNKNOWN: Final = "extra_forbidden"
"""What pydantic calls the fault of an argument that there is not."""

_MOST_NAMES: Final = 3
_LONGEST_NAME: Final = 40
"""Of unknown names so many are told, each so far."""

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
            wrong = [(str(each["loc"][0]), each["type"]) for each in error.errors()]
            raise WrongArguments(_refusal(wrong, cls.names())) from error

    @classmethod
    def names(cls) -> list[str]:
        """Return what the arguments are called, in the order in which they are told."""
        return [each.alias or name for name, each in cls.model_fields.items()]

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


def _refusal(wrong: Sequence[tuple[str, str]], known: Sequence[str]) -> str:
    """Return what is wrong with the arguments of a call, in a sentence for each kind of fault.

    Args:
        wrong: The arguments, with what pydantic calls what is wrong with each.
        known: What there is.
    """
    unknown = [one_line(name)[:_LONGEST_NAME] or "?" for name, fault in wrong if fault == _UNKNOWN]
    sentences = [
        _RULES.get(name, _TEXT).format(name=name) for name, fault in wrong if fault != _UNKNOWN
    ]
    if unknown:
        are = "is no argument" if len(unknown) == 1 else "are no arguments"
        more = "…" if len(unknown) > _MOST_NAMES else ""
        named = ", ".join(unknown[:_MOST_NAMES])
        there_is = f"{', '.join(known[:-1])} and {known[-1]}"
        sentences.append(f"There {are} {named}{more}: there are {there_is}.")
    return " ".join(sentences)


class SearchArguments(AskArguments):
    """What `search` takes."""

    limit: int = Field(10, ge=1, le=MOST, description="How many posts at most.")
