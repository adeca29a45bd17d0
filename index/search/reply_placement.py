"""Puts replies in their place: after the post that says it, before the question they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from index.text.sentence_kinds import asks, is_small_talk
from index.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.posts import Passage, Post
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
    """

    found: FoundPost
    is_borrowed: bool
    is_led: bool


def in_place(found: Sequence[FoundPost], borrowed: Sequence[bool]) -> list[Placed]:
    """Return the posts in their order, but for comments that were found by their post.

    Those come after the post they are on. Where that only asks, the first that answers it comes
    before it, and scores what the question did.
    """
    scores = {each.post.id: each.best.score for each in found}
    asking = {each.post.id for each in found if is_question(each.post)}
    ranked = []
    for each, has_little in zip(found, borrowed, strict=True):
        parent, score = each.post.parent_id or "", each.best.score
        states = each.post.id not in asking and not is_small_talk(each.post.text)
        answers = parent in asking and states
        if answers:
            score = max(score, scores[parent])
        elif has_little:
            score = min(score, scores.get(parent, 1.0))
        placed = each._replace(best=each.best._replace(score=score))
        is_led = each.post.parent_id is not None
        ranked.append(Placed(placed, has_little and not answers, is_led))
    return sorted(
        ranked,
        key=lambda each: (
            -each.found.best.score,
            each.found.post.id in asking,
            each.is_borrowed,
        ),
    )


def is_question(post: Post) -> bool:
    """Say whether a post asks: with its last sentence, or with most of them."""
    spans = sentences(post.text[:2_000])
    asked = [asks(post.text[start:end]) for start, end in spans]
    return bool(asked) and (asked[-1] or sum(asked) * 2 > len(asked))
