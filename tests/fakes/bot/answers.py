"""Answers without an index, for what shows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bot.question_and_answer import Answer
from bot.questions.newer import newer_posts
from bot.questions.quoting.excerpts import choose, confidence, unsure
from bot.questions.quoting.post_references import nearest
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.question_and_answer import Question
    from index.posts import Hit, Post


KNOWN: Final = post("Nobody asks for this.", "known")


def answered(asked: Question, *hits: Hit) -> Answer:
    """Return the answer that these hits give to a question."""
    excerpts = choose(hits, asked.limit)
    perhaps = unsure(hits)
    near = () if excerpts else nearest(hits, first=perhaps)
    newer = newer_posts(excerpts, hits)
    return Answer(asked, excerpts, near, 0.01, confidence(hits), perhaps, newer=newer)


@dataclass
class ScriptedCore:
    """Answers every question with the same hits, after the errors it was given; keeps them.

    Attributes:
        store: Stores the posts before they are quoted.
        knows_something: A post that nobody asks for is stored where nothing else is: a place
            without any is told so in another way.
    """

    hits: Sequence[Hit] = ()
    errors: list[Exception] = field(default_factory=list)
    asked: list[Question] = field(default_factory=list)
    store: Callable[[Sequence[Post]], Awaitable[object]] | None = None
    knows_something: bool = True

    async def ask(self, question: Question) -> Answer:
        self.asked.append(question)
        if self.errors:
            raise self.errors.pop(0)
        if self.store is not None:
            asked = [each.answered.question for each in self.hits if each.answered]
            found = [*(each.post for each in self.hits), *asked]
            if posts := found or ([KNOWN] if self.knows_something else []):
                await self.store(posts)
        return answered(question, *self.hits)
