"""Puts replies in their place: after the post that says it, before the question they answer."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from index.posts import SURE, TELLING
from index.text.kinds.questions import is_question
from index.text.kinds.sentence_kinds import answers_nothing

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from index.posts import Answered, EvidenceKind, Passage, Post
    from index.search.fusion import Joined


UNANSWERED: Final = 0.8
"""What a message counts that asks, and that nothing which was found answers. One with a title may
tell besides."""

EMPTY: Final = 0.7
"""What one counts that tells nothing the question does not say, or its writer's trouble alone."""

KNOWN: Final = 1.05
TOLD: Final = 1.1
"""What a reply counts that is known to answer the question it stands below, and one of which its
asker or another person told so: it answered somebody, where others have the words alone."""


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
        answers_by: How it is known that it answers a question that was found; None where it is
            not, or where it was stated of others that they do.
    """

    found: FoundPost
    is_borrowed: bool
    is_led: bool
    is_answered: bool = False
    answers_by: EvidenceKind | None = None


def in_place(
    found: Sequence[FoundPost],
    borrowed: Sequence[bool],
    answers: Mapping[str, Answered] = MappingProxyType({}),
    empty: Collection[str] = (),
) -> list[Placed]:
    """Return the posts in their order, but for comments that were found by their post.

    Those come after the post they are on. Where that only asks, those that may answer it come
    before it, and score what the question did; where somebody stated which one answered, that one;
    one for which the asker thanked goes first among equals.

    Args:
        found: The posts, best first.
        borrowed: Whether each is a comment that has little of the question in its own words.
        answers: The questions that are known to be answered, by the answer's id.
        empty: The ids of posts that tell nothing which the question does not say.
    """
    scores = {each.post.id: each.best.score for each in found}
    asking = {each.post.id for each in found if is_question(each.post)} - answers.keys()
    told = _told(answers)
    replies = _replies(found, asking, answers, told)
    answered = set(replies.values())
    ranked = []
    for each, has_little in zip(found, borrowed, strict=True):
        id_, parent, score = each.post.id, each.post.parent_id, each.best.score
        if id_ in replies:
            score = _of_reply(max(score, scores[replies[id_]]), answers.get(id_))
        elif has_little or parent in told:
            score = min(score, scores.get(parent or "", 1.0))
        if id_ in asking - answered and not each.post.title:
            score *= UNANSWERED
        elif id_ in empty and id_ not in replies and id_ not in asking:
            score *= EMPTY
        placed = each._replace(best=each.best._replace(score=score))
        is_borrowed = has_little and id_ not in replies
        kind = answers[id_].kind if id_ in answers and id_ in replies else None
        ranked.append(Placed(placed, is_borrowed, parent is not None, id_ in answered, kind))
    return sorted(ranked, key=lambda each: _place(each, asking))


def _of_reply(score: float, answered: Answered | None) -> float:
    """Return what a reply scores to a question with this score."""
    if answered is None:
        return score
    return min(1.0, score * (TOLD if answered.kind in TELLING else KNOWN))


def _place(each: Placed, asking: Collection[str]) -> tuple[float, bool, bool, bool]:
    is_known = each.answers_by in TELLING
    return -each.found.best.score, each.found.post.id in asking, not is_known, each.is_borrowed


def _told(answers: Mapping[str, Answered]) -> dict[str, set[str]]:
    """Return the answers by question where somebody stated some: those with the best evidence."""
    ranks: dict[str, dict[str, int]] = {}
    for id_, each in answers.items():
        if each.kind in SURE:
            ranks.setdefault(each.question.id, {})[id_] = SURE.index(each.kind)
    return {
        question: {id_ for id_, rank in own.items() if rank == min(own.values())}
        for question, own in ranks.items()
    }


def _replies(
    found: Sequence[FoundPost],
    asking: Collection[str],
    answers: Mapping[str, Answered],
    told: Mapping[str, Collection[str]],
) -> dict[str, str]:
    """Return the posts that may answer a question, each with it."""
    comments = {
        each.post.id: each.post.parent_id or ""
        for each in found
        if each.post.parent_id in asking
        if each.post.id not in asking and not answers_nothing(each.post.text)
    }
    replies = comments | {id_: each.question.id for id_, each in answers.items()}
    return {
        id_: question
        for id_, question in replies.items()
        if question not in told or id_ in told[question]
    }
