"""Tells which posts on the same subject are newer than what an answer quotes; pure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.questions.quoting.post_references import citation
from bot.questions.quoting.thresholds import CONFIDENT
from bot.questions.unasked import telling_stems
from index.posts import whole_of
from index.text.kinds.sentence_kinds import is_small_talk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.question_and_answer import Citation, Excerpt
    from index.posts import Hit, Post

LATER: Final = timedelta(days=1)
"""What is written sooner after the quote belongs to the same conversation."""

CLOSE: Final = 0.7
"""A post that likely answers must score this share of the best one's score."""

CLOSER: Final = 0.85
"""One that does not, or asks, must score this share."""

ABOUT: Final = 0.5
"""Where what is quoted was found by the question that it answers, nothing else scores as much: then
one that likely answers must have this share of that question's telling words."""


def newer_posts(excerpts: Sequence[Excerpt], hits: Sequence[Hit]) -> tuple[Citation, ...]:
    """Return what is newer than the first excerpt and as near to the question, newest first.

    What the answer quotes is none of it, nor the questions that its excerpts answer.

    Args:
        excerpts: The answer's, best first.
        hits: What was found, best first.
    """
    first = excerpts[0].citation.posted_at if excerpts else None
    if first is None:
        return ()
    shown = {whole_of(each.post_id) for each in excerpts}
    shown |= {each.asked.post_id for each in excerpts if each.asked is not None}
    best = max(each.score for each in hits)
    subject = _subject(excerpts[0], hits)
    found: dict[str, tuple[datetime, Post]] = {}
    for hit in hits:
        post, when = hit.post, hit.post.posted_at
        if when is None or when < first + LATER or whole_of(post.id) in shown:
            continue
        likely = hit.confidence >= CONFIDENT
        is_near = hit.score >= (CLOSE if likely else CLOSER) * best
        if (is_near or (likely and _is_about(post, subject))) and not is_small_talk(post.text):
            found.setdefault(whole_of(post.id), (when, post))
    newest = sorted(found.values(), key=lambda each: each[0], reverse=True)
    after = len(excerpts) + 1
    return tuple(citation(number, post) for number, (_, post) in enumerate(newest, start=after))


def _subject(first: Excerpt, hits: Sequence[Hit]) -> frozenset[str]:
    """Return the telling words of the question that a quote answers; none where it is not known."""
    own = (each.answered for each in hits if each.post.id == first.post_id)
    return next((telling_stems(each.question.text) for each in own if each), frozenset())


def _is_about(post: Post, subject: frozenset[str]) -> bool:
    return bool(subject) and len(subject & telling_stems(post.text)) >= ABOUT * len(subject)
