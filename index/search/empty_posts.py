"""Tells which posts answer nothing, however many words of a question they have; pure.

In a chat these come first otherwise: who calls a bot, repeats the subject, or has the same trouble.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.text.kinds.sentence_kinds import answers_nothing, seeks
from index.text.language import FUNCTION_WORDS, language_of
from index.text.terms import terms
from index.text.words import words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from index.posts import Post
    from index.search.reply_placement import FoundPost

FEW: Final = 80
"""Characters of a post that may say nothing new: a longer one says more than its words."""

SHORT: Final = 300
"""Characters of a post that may tell of its writer's trouble alone: a longer one tells more."""


def empty_among(asked: str, found: Sequence[FoundPost]) -> set[str]:
    """Return the ids of the posts that tell nothing who asks this question wants to know.

    Args:
        asked: The question.
        found: The posts.
    """
    said = set(terms(asked, language_of(asked)))
    return {each.post.id for each in found if _is_empty(each.post, said)}


def _is_empty(post: Post, said: Collection[str]) -> bool:
    text = post.text
    if post.title or len(text) > SHORT:
        return False
    if answers_nothing(text) or (post.parent_id is None and seeks(text)):
        return True
    return len(text) <= FEW and _repeats(text, said)


def _repeats(text: str, said: Collection[str]) -> bool:
    """Say whether all telling words of a text are of these stems."""
    telling = " ".join(word for word in words(text) if word not in FUNCTION_WORDS)
    return set(said).issuperset(terms(telling, language_of(text)))
