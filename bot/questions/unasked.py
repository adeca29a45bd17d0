"""Decides when a message that asks nobody in particular is offered an answer; pure.

Who is not asked speaks only where it is sure: where somebody asked the same before, and where it
is known which message answered that.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Final

from bot.questions.parsing.intent import intent_of
from bot.questions.parsing.talk.called_names import calls_somebody
from bot.questions.quoting.thresholds import UNASKED
from index.ingest.answer_evidence import is_by_same
from index.posts import TELLING
from index.text.kinds.questions import is_question
from index.text.kinds.sentence_kinds import asks, is_negative, thanks
from index.text.kinds.signal_words import ASKED_BY, TALK
from index.text.language import FUNCTION_WORDS, language_of
from index.text.parts.sentences import sentences
from index.text.terms import terms
from index.text.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.question_and_answer import Answer, Excerpt
    from index.posts import Post

LONGEST_ASKED: Final = 500
"""Characters of a message that are taken as its question."""

WITHIN: Final = 0.4
"""Two questions are one that share so much of the telling words of both, where the new one has none
that the other, or its answer, lacks: one word more may ask for something else."""

SHARED: Final = 0.6
MANY: Final = 5
"""Or so much, if these are so many words."""

FEWEST: Final = 3
"""They share at least so many: with fewer, a question is like too many others."""

IDLE: Final = (
    FUNCTION_WORDS
    | TALK
    | ASKED_BY
    | set("anyone anybody someone somebody know knows quelqu alguien sabe jemand weiss".split())
)
"""Words that say that somebody asks, and not about what."""


def asked_in(title: str, text: str) -> str:
    """Return what a message is taken to ask: its title, and how it begins."""
    return " ".join(f"{title} {text}".split())[:LONGEST_ASKED]


def asked_openly(post: Post) -> list[str]:
    """Return what a message asks whoever reads it, as far as posts may tell; mostly nothing.

    That is its title, where it asks at all, and each sentence that asks and speaks to nobody.
    """
    return asked_by(post) if post.parent_id is None and is_question(post) else []


def sought_for(post: Post) -> str:
    """Return what is looked for to answer a message that asks nobody in particular."""
    return " ".join(asked_openly(post))[:LONGEST_ASKED]


def asked_by(post: Post) -> list[str]:
    """Return the title and the sentences by which a message asks whoever reads it."""
    said = [post.text[start:end] for start, end in sentences(post.text[:LONGEST_ASKED])]
    if any(map(calls_somebody, said[:1])):
        return []
    asking = (each for each in said if intent_of(each, is_direct=False) == "answer_if_found")
    return [each for each in (post.title, *asking) if len(telling_stems(each)) >= FEWEST]


def offered(
    post: Post, excerpts: Sequence[Excerpt], confidence: float, questions: Mapping[str, Post]
) -> Excerpt | None:
    """Return the quote that is offered to who asks; None where none is surely what answers.

    Args:
        post: The message that asks.
        excerpts: The quotes of its answer, best first.
        confidence: How likely the answer is among them.
        questions: The questions that the quoted posts answer, by id.
    """
    if confidence < UNASKED:
        return None
    return next((each for each in excerpts if _is_sure(post, each, questions)), None)


def _is_sure(post: Post, excerpt: Excerpt, questions: Mapping[str, Post]) -> bool:
    if excerpt.is_pinned:
        return True
    before = questions.get(excerpt.asked.post_id) if excerpt.asked else None
    if before is None or is_by_same(before, post):  # who asks again was not helped by it
        return False
    if excerpt.answered_by not in TELLING or not states(excerpt.text):
        return False
    pairs = product(asked_openly(post), asked_by(before))
    return any(is_same(one, other, excerpt.text) for one, other in pairs)


def is_same(one: str, other: str, answer: str = "") -> bool:
    """Return whether a question asks what another one asked before.

    Args:
        one: It.
        other: The one before.
        answer: What answered that.
    """
    first, second = telling_stems(one), telling_stems(other)
    if not are_near(first, second):
        return False
    numbers, others = ({each for each in own if each[:1].isdigit()} for own in (first, second))
    if numbers != others or is_negative(one) != is_negative(other):
        return False
    if first <= second | telling_stems(answer):
        return True
    shared = len(first & second)
    return shared >= MANY and shared >= SHARED * len(first | second)


def are_near(first: frozenset[str], second: frozenset[str]) -> bool:
    """Return whether two questions with these telling stems may be the same at all."""
    shared = len(first & second)
    return shared >= FEWEST and shared >= WITHIN * len(first | second)


def telling_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that tell what a message is about."""
    telling = " ".join(word for word in words(text) if word not in IDLE)
    return frozenset(terms(telling, language_of(text)))


def earlier(answer: Answer) -> Answer:
    """Return an answer without quotes that only ask or give thanks: these answered nothing."""
    kept = tuple(each for each in answer.excerpts if _tells(each.text))
    unsure = tuple(each for each in answer.unsure if _tells(each.text))
    if len(kept) < len(answer.excerpts):
        answer = answer.with_excerpts(kept)
    return replace(answer, unsure=unsure)


def _tells(text: str) -> bool:
    return states(text) and not thanks(text)


def states(text: str) -> bool:
    """Return whether a text does more than ask."""
    return not all(asks(text[start:end]) for start, end in sentences(text))
