"""Tells where a post stands, and whether it is still as it was; pure."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Final

from bot.excerpt_counts import NEAREST
from bot.question_and_answer import Citation, Excerpt
from bot.questions.quoting.thresholds import ALIKE, NEAR
from bot.text import one_line, web_link
from index.text.parts.labels import called, label_above
from index.text.parts.quoted import quoted_in, without
from index.text.parts.sentences import opening
from index.text.parts.spoilers import covered, masked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.posts import Hit, Post
    from index.text.parts.sentences import Span

_TITLE: Final = 80
"""Characters of what a post is called that has no title."""
VERSION: Final = 16
"""Digits of a fingerprint that are kept: two versions of one post hardly ever share them."""


def nearest(
    hits: Sequence[Hit],
    count: int = NEAREST,
    *,
    first: Sequence[Excerpt] = (),
    least: float = NEAR,
) -> tuple[Citation, ...]:
    """Return the posts that came nearest, to be offered where nothing answers.

    Args:
        hits: What was found.
        count: How many posts at most.
        first: What is quoted as unsure: its posts are among them.
        least: How likely a post must hold the answer, 0 to 1.
    """
    quoted = {each.post_id for each in first}
    hits = sorted(hits, key=lambda hit: hit.post.id not in quoted)[:count]
    # Further down it was not looked at what a post lacks of the question, so that it seems near.
    near = [each for each in hits if _is_near(each, least) or each.post.id in quoted]
    return tuple(citation(number, hit.post) for number, hit in enumerate(near, start=1))


def _is_near(hit: Hit, least: float) -> bool:
    # A day in a post makes it a likelier answer to "when …?", and not one that is about the same.
    return hit.confidence >= least and hit.score >= ALIKE


def citation(number: int, post: Post, start: int = 0) -> Citation:
    """Return where a post stands.

    Args:
        number: Which of the quotes it is.
        post: It.
        start: Where in it what is quoted begins: a post of several answers, each under its
            question, is called there by the question of the one that is quoted; 0 for all of it.
    """
    # Covered words are as little to be read at a glance here as where they stand.
    covers = covered(post.text, post.id)
    label = label_above(post.text, start) if start and not covers else ""
    return Citation(
        number=number,
        title=(_is_seen(post.title) and post.title) or label or _called(post, covers),
        author=post.author if _is_seen(post.author) else None,
        url=web_link(post.url),  # one that may not be shown costs the link alone
        posted_at=post.posted_at,
        source=post.source,
        kind=post.kind,
        age=post.age,
        post_id=post.id,
        version=version(post.fingerprint),
        words=digest(post.text),
        account=post.author_id or post.author or "",
        part=post.part,
    )


def _is_seen(name: str | None) -> bool:
    """Return whether a name shows anything: one of blanks alone is none."""
    return bool(one_line(name or ""))


def _called(post: Post, covers: tuple[Span, ...]) -> str:
    """Return what a post without a title is called: what it quotes first is not what it says."""
    if covers:
        return opening(masked(post.text, covers), _TITLE)
    own = without(post.text, 0, len(post.text), quoted_in(post))
    return called(own, _TITLE) or called(post.text, _TITLE)


def whole(number: int, post: Post) -> Excerpt:
    """Return a post as a quote of it from end to end."""
    covers = tuple(covered(post.text, post.id))
    end, place = len(post.text), citation(number, post)
    return Excerpt(post.text, 0, end, post.id, score=0.0, citation=place, covered=covers)


def version(fingerprint: str) -> str:
    """Return what tells whether a post is still as it was, and nothing of what it says."""
    return fingerprint[:VERSION]


def digest(*seen: str | None) -> str:
    """Return what tells later on whether this is still so, and nothing of what it says."""
    return version(hashlib.sha256(json.dumps(seen).encode()).hexdigest())
