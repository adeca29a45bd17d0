"""Tells which quotes say the same: once is enough, and of two states the newer goes first; pure."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.questions.parsing.days import named_days
from bot.questions.parsing.followups import telling
from index.text.kinds.answer_types import answer_type_of
from index.text.kinds.sentence_kinds import bare, is_negative
from index.text.language import FUNCTION_WORDS, language_of
from index.text.terms import terms
from index.text.words import words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from collections.abc import Set as AbstractSet

    from bot.question_and_answer import Excerpt

ALIKE: Final = 0.9
"""Two quotes that share so much of their words are one, unless a number or a "not" differs."""

SAME_SUBJECT: Final = 0.45
"""Two statements that share so much of their telling words are of the same thing."""

_ARTICLES: Final = frozenset("el los la las y o am an im der die das und oder".split())
"""What stands before a day in Spanish and German, whose words are not told from others."""

CACHED: Final = 32
"""Each quote of an answer is compared with several others, and split into words once."""


def repeats(one: str, other: str) -> bool:
    """Say whether a quote says again what another says: "RT: …", "FYI: …", the same and a sign."""
    first, second = _stems(one), _stems(other)
    if first == second:
        return True
    is_alike = len(first) > 4 and _shared(set(first), set(second)) >= ALIKE  # noqa: PLR2004
    return is_alike and _numbers(first) == _numbers(second) and _is_same_side(one, other)


def unsaid(
    excerpts: Sequence[Excerpt], said: Sequence[Excerpt], followup: str
) -> tuple[Excerpt, ...]:
    """Return the excerpts that say something new to those who have read others.

    One that they have read stays where it has what is asked for now: the type of answer ("and
    when?" after "why"), or a word of it ("and who brings what?").

    Args:
        excerpts: What answers a follow-up.
        said: What was quoted for the question before.
        followup: What is asked now, in its own words.
    """
    return tuple(
        each
        for each in excerpts
        if not any(_is_said(each, other) for other in said) or _has_some_of(each.text, followup)
    )


def _has_some_of(text: str, followup: str) -> bool:
    if answer_type_of(followup).is_in(text):
        return True
    told = telling(followup)
    if told and all(
        named_days(each) for each in told if each not in _ARTICLES
    ):  # "et le vendredi ?" is also met by "on Fridays"
        return not named_days(followup).isdisjoint(named_days(text))
    own, language = " ".join(told), language_of(text)
    if own and language_of(followup) != language:
        return True  # which of its words say the same cannot be told
    return not set(terms(own, language)).isdisjoint(terms(text, language))


def _is_said(excerpt: Excerpt, other: Excerpt) -> bool:
    overlaps = excerpt.start < other.end and other.start < excerpt.end
    return (excerpt.post_id == other.post_id and overlaps) or repeats(excerpt.text, other.text)


def are_states_of_one(one: str, other: str) -> bool:
    """Say whether two statements are of the same thing, which may have changed in between."""
    return _is_same_side(one, other) and _shared(_telling(one), _telling(other)) >= SAME_SUBJECT


def _is_same_side(one: str, other: str) -> bool:
    return is_negative(one) == is_negative(other)


@lru_cache(maxsize=CACHED)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(terms(bare(text), "en"))


@lru_cache(maxsize=CACHED)
def _telling(text: str) -> frozenset[str]:
    telling = " ".join(word for word in words(text) if word not in FUNCTION_WORDS)
    stems = terms(telling, language_of(text))
    return frozenset(stem for stem in stems if not stem[0].isdigit())


def _numbers(found: Collection[str]) -> set[str]:
    return {each for each in found if each[0].isdigit()}


def _shared(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
