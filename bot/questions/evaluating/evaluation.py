"""Tells from what became of questions with known answers how good the answers are; pure."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Final, NamedTuple

from index.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.question_and_answer import Citation, Excerpt
    from index.posts import Hit


DEPTHS: Final = (1, 5, 10)
"""Among how many first posts the right one is counted."""

SLOWEST: Final = 5
_BINS: Final = 10


@dataclass(frozen=True, slots=True)
class KnownQuestion:
    """A question whose answer is known, or known not to be there.

    Attributes:
        text: The question.
        post_id: The id of the post that answers, or its own part after the source; "" for none.
        gold: The words that answer; "" where they are not known.
    """

    text: str
    post_id: str = ""
    gold: str = ""

    @property
    def is_answerable(self) -> bool:
        """Whether a post is known to answer."""
        return bool(self.post_id or self.gold)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a question.

    Attributes:
        question: What was asked.
        place: The place of the right post, from 1; None if it was not among the first ten.
        is_found: Whether something was quoted as an answer.
        is_first_right: Whether the first excerpt has the words that answer.
        confidence: How likely the answer was said to be there.
        seconds: How long it took.
        excerpt: What was quoted first; "" where nothing was.
        is_unsure: Whether that was quoted as what may answer, where nothing surely does.
        has_words: Whether it has the words that answer, surely quoted or not.
        is_right_post: Whether it is of the post that answers, where that is named.
        is_offered: Whether nothing was quoted, and near posts were named instead.
        is_offered_right: Whether the right one was among them.
    """

    question: KnownQuestion
    place: int | None
    is_found: bool
    is_first_right: bool
    confidence: float
    seconds: float
    excerpt: str = ""
    is_unsure: bool = False
    has_words: bool = False
    is_right_post: bool = False
    is_offered: bool = False
    is_offered_right: bool = False

    @property
    def has_failed(self) -> bool:
        """Whether the first excerpt, or the refusal, is not what it should be."""
        if not self.question.is_answerable:
            return self.is_found
        if self.question.gold:
            return not self.has_words
        return not self.is_right_post


class Bin(NamedTuple):
    """Questions of nearly the same confidence: how many, what was said on average, and was so."""

    questions: int
    said: float
    so: float


@dataclass(frozen=True, slots=True)
class Figures:
    """How good the answers are. None stands where there was nothing to measure.

    Attributes:
        questions: How many were asked.
        answerable: How many of them a post answers.
        recall: The share of these with the right post among the first, by how many first.
        reciprocal_rank: The mean of one over the right post's place.
        first_excerpt: Of the questions whose words are known, the share answered with them first.
        first_quote: The same, with what was quoted as unsure.
        answered: Of the answerable questions, the share that was answered at all.
        refused: Of the answerable questions, the share for which nothing was quoted, sure or not.
        offered_right: Of the answerable questions for which nothing was quoted, the share with the
            right post among the near ones that were named.
        offered_in_vain: Of the questions that nothing answers, and for which nothing was quoted,
            the share for which near posts were named.
        not_found_precision: Of the questions refused, the share that nothing answers.
        not_found_recall: Of the questions that nothing answers, the share not surely answered.
        calibration: The questions by confidence, lowest first.
        calibration_error: How far what was said lies from what was so, on average.
        slowest: The questions that took longest, slowest first.
        failed: The questions without the right excerpt or refusal, as they were asked.
    """

    questions: int
    answerable: int
    recall: dict[int, float | None]
    reciprocal_rank: float | None
    first_excerpt: float | None
    first_quote: float | None
    answered: float | None
    refused: float | None
    offered_right: float | None
    offered_in_vain: float | None
    not_found_precision: float | None
    not_found_recall: float | None
    calibration: tuple[Bin, ...]
    calibration_error: float | None
    slowest: tuple[Outcome, ...]
    failed: tuple[Outcome, ...] = ()


def outcome(
    question: KnownQuestion,
    hits: Sequence[Hit],
    excerpts: Sequence[Excerpt],
    confidence: float,
    seconds: float,
    *,
    perhaps: Sequence[Excerpt] = (),
    near: Sequence[Citation] = (),
) -> Outcome:
    """Return what became of a question.

    Args:
        question: It.
        hits: What was found.
        excerpts: What was quoted of that.
        confidence: How likely the answer was said to be there.
        seconds: How long it took.
        perhaps: What was quoted as unsure.
        near: The posts that were named where nothing was quoted.
    """
    offered = set[str]() if excerpts or perhaps else {each.post_id for each in near}
    right = (place for place, hit in enumerate(hits, start=1) if _is_right(hit, question))
    first = next(iter((*excerpts, *perhaps)), None)
    quoted = first.text if first else ""
    has_words = _has(quoted, question.gold)
    return Outcome(
        question=question,
        place=next(right, None),
        is_found=bool(excerpts),
        is_first_right=bool(excerpts) and has_words,
        confidence=confidence,
        seconds=seconds,
        excerpt=quoted,
        is_unsure=bool(perhaps) and not excerpts,
        has_words=has_words,
        is_right_post=first is not None and _is_meant(first.post_id, question),
        is_offered=bool(offered),
        is_offered_right=any(_is_right(e, question) for e in hits if e.post.id in offered),
    )


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Return the figures of all questions together."""
    answerable = [each for each in outcomes if each.question.is_answerable]
    worded = [each for each in outcomes if each.question.gold]
    refused = [each for each in outcomes if not each.is_found]
    unanswerable = [each for each in outcomes if not each.question.is_answerable]
    silent = [each for each in outcomes if not (each.is_found or each.is_unsure)]
    bins = _calibration(outcomes)
    return Figures(
        questions=len(outcomes),
        answerable=len(answerable),
        recall={most: _mean(_is_among(each, most) for each in answerable) for most in DEPTHS},
        reciprocal_rank=_mean(1 / each.place if each.place else 0.0 for each in answerable),
        first_excerpt=_mean(each.is_first_right for each in worded),
        first_quote=_mean(each.has_words for each in worded),
        answered=_mean(each.is_found for each in answerable),
        refused=_mean(not (each.is_found or each.is_unsure) for each in answerable),
        offered_right=_mean(e.is_offered_right for e in silent if e.question.is_answerable),
        offered_in_vain=_mean(e.is_offered for e in silent if not e.question.is_answerable),
        not_found_precision=_mean(not each.question.is_answerable for each in refused),
        not_found_recall=_mean(not each.is_found for each in unanswerable),
        calibration=bins,
        calibration_error=_error(bins),
        slowest=tuple(sorted(outcomes, key=lambda each: -each.seconds)[:SLOWEST]),
        failed=tuple(each for each in outcomes if each.has_failed),
    )


def _is_right(hit: Hit, question: KnownQuestion) -> bool:
    if question.post_id:
        return _is_meant(hit.post.id, question)
    return bool(question.gold) and _words(question.gold) in _words(hit.post.text)


def _is_meant(id_: str, question: KnownQuestion) -> bool:
    """Return whether a question names this post as the one that answers it."""
    return question.post_id in {id_, id_.partition(":")[2]}


def _has(text: str, gold: str) -> bool:
    # Whichever is the longer: a quote may begin earlier than the words, or end later.
    quoted, wanted = _words(text), _words(gold)
    return bool(wanted.strip()) and (
        wanted in quoted or (quoted in wanted and bool(quoted.strip()))
    )


def _words(text: str) -> str:
    return f" {' '.join(words(text))} "


def _is_among(outcome: Outcome, most: int) -> bool:
    return outcome.place is not None and outcome.place <= most


def _calibration(outcomes: Sequence[Outcome]) -> tuple[Bin, ...]:
    bins: list[list[Outcome]] = [[] for _ in range(_BINS)]
    for each in outcomes:
        bins[min(int(each.confidence * _BINS), _BINS - 1)].append(each)
    return tuple(
        Bin(
            len(own),
            fmean(each.confidence for each in own),
            fmean(each.question.is_answerable for each in own),
        )
        for own in bins
        if own
    )


def _error(bins: Sequence[Bin]) -> float | None:
    total = sum(each.questions for each in bins)
    return (
        sum(each.questions * abs(each.said - each.so) for each in bins) / total if total else None
    )


def _mean(values: Iterable[float]) -> float | None:
    found = list(values)
    return fmean(found) if found else None
