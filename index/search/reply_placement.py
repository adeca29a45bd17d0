"""Puts replies in their place: after the post that says it, before the question they answer."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from index.posts import EVIDENCE
from index.text.questions import is_question
from index.text.sentence_kinds import is_small_talk

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from index.posts import Answered, Passage, Post
    from index.search.fusion import Joined


class FoundPost(NamedTuple):
    """A post with its passages that were found, best first, and the best one's place."""

    post: Post
    best: Joined
    passages: Sequence[Passage]


class Placed(NamedTuple):
    """A post that was found.

    Attributes:
        found: It, with its score.
        is_borrowed: It is a comment that has little of the question in its own words.
        is_led: What it is about may stand in the post that it belongs to.
        is_answered: It asks, and a comment that was found answers it.
    """

    found: FoundPost
    is_borrowed: bool
    is_led: bool
    is_answered: bool = False


def in_place(
    found: Sequence[FoundPost],
    borrowed: Sequence[bool],
    answers: Mapping[str, Answered] = MappingProxyType({}),
) -> list[Placed]:
    """Return the posts in their order, but for comments that were found by their post.

    Those come after the post they are on. Where that only asks, the first that answers it comes
    before it, and scores what the question did: the one with the strongest evidence.

    Args:
        found: The posts, best first.
        borrowed: Whether each is a comment that has little of the question in its own words.
        answers: The questions that are known to be answered, by the answer's id.
    """
    scores = {each.post.id: each.best.score for each in found}
    asking = {each.post.id for each in found if is_question(each.post)} - answers.keys()
    replies = _replies(found, asking) | {id_: each.question.id for id_, each in answers.items()}
    answered = set(replies.values())
    ranked = []
    for each, has_little in zip(found, borrowed, strict=True):
        id_, parent, score = each.post.id, each.post.parent_id, each.best.score
        if id_ in replies:
            score = max(score, scores[replies[id_]])
        elif has_little:
            score = min(score, scores.get(parent or "", 1.0))
        placed = each._replace(best=each.best._replace(score=score))
        is_borrowed = has_little and id_ not in replies
        ranked.append(Placed(placed, is_borrowed, parent is not None, id_ in answered))
    return sorted(
        ranked,
        key=lambda each: (
            -each.found.best.score,
            each.found.post.id in asking,
            each.is_borrowed,
            _rank(answers.get(each.found.post.id)),
        ),
    )


def _replies(found: Sequence[FoundPost], asking: Collection[str]) -> dict[str, str]:
    """Return the comments that may answer the questions they are on, each with its question."""
    return {
        each.post.id: each.post.parent_id or ""
        for each in found
        if each.post.parent_id in asking
        if each.post.id not in asking and not is_small_talk(each.post.text)
    }


def _rank(answer: Answered | None) -> int:
    return len(EVIDENCE) if answer is None else EVIDENCE.index(answer.kind)
