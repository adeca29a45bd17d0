"""Puts replies in their place: after the post that says it, before the question they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from index.text.sentence_kinds import asks, asks_readers, is_small_talk, tells_of_oneself
from index.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.posts import Passage, Post
    from index.search.fusion import Joined


LONGEST_QUESTION: Final = 1_200
"""Characters: a longer post asks where it ends by asking, or hardly does anything else."""


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


def in_place(found: Sequence[FoundPost], borrowed: Sequence[bool]) -> list[Placed]:
    """Return the posts in their order, but for comments that were found by their post.

    Those come after the post they are on. Where that only asks, the first that answers it comes
    before it, and scores what the question did.
    """
    scores = {each.post.id: each.best.score for each in found}
    asking = {each.post.id for each in found if is_question(each.post)}
    replies = {
        each.post.id
        for each in found
        if each.post.parent_id in asking
        if each.post.id not in asking and not is_small_talk(each.post.text)
    }
    answered = {each.post.parent_id for each in found if each.post.id in replies}
    ranked = []
    for each, has_little in zip(found, borrowed, strict=True):
        id_, parent, score = each.post.id, each.post.parent_id, each.best.score
        if id_ in replies:
            score = max(score, scores[parent or ""])
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
        ),
    )


def is_question(post: Post) -> bool:
    """Say whether a post asks.

    It does with its last sentence, or with most of them; and, where it is short, with any by
    which its readers are asked, or by its title, where it tells of its own trouble.
    """
    text = post.text
    told = [text[start:end] for start, end in sentences(text[:2_000])]
    asked = [asks(each) for each in told]
    if told and (asked[-1] or sum(asked) * 2 > len(asked)):
        return True
    if len(text) > LONGEST_QUESTION:
        return False
    calls = any(asks_readers(each) for each in told)
    if asks(post.title):
        return calls or any(asked) or any(map(tells_of_oneself, told))
    return calls
