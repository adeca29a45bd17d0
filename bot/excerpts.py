"""Chooses what to quote; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.messages import Citation, Excerpt
from index.sentences import opening
from index.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.posts import Hit, Post

CONFIDENT: Final = 0.5
"""Below this confidence in the best posts nothing is quoted."""

READ: Final = 3
"""The confidence in an answer is the highest of this many posts."""

KEPT: Final = 0.6
"""A further excerpt must score this share of the first one's score."""

LONG: Final = 320
"""Characters an excerpt may have, unless one sentence is longer."""

SHORT: Final = 60
"""A sentence of fewer characters is quoted with the one that follows it."""

OF_ONE_POST: Final = 2
"""Excerpts of one post, at most."""

VERSION: Final = 16
"""Digits of a fingerprint that are kept: two versions of one post hardly ever share them."""

_GAP: Final = 2

# Words at the beginning of a sentence that point back to the one before.
_HANGING: Final = re.compile(
    r"(?:he|she|it|they|this|that|these|those|some|such|his|her|their|il|elle|ils|elles|ce|cela|"
    r"ça|c['’]est|cet|cette|ces|celui|celle|ceux|celles|certaine?s|d['’]autres|son|sa|ses|leurs?|"
    r"cependant|pourtant|mais|but|however|yet|so|donc)\b",
    re.IGNORECASE,
)


class Candidate(NamedTuple):
    """A stretch of a post that may be quoted."""

    score: float
    hit: Hit
    start: int
    end: int


def choose(hits: Sequence[Hit], limit: int) -> tuple[Excerpt, ...]:
    """Returns the excerpts of an answer, best first; none where the evidence is too weak.

    Args:
        hits: What was found, their sentences scored.
        limit: How many excerpts at most.
    """
    if confidence(hits) < CONFIDENT:
        return ()
    candidates = sorted(_candidates(hits), key=lambda each: -each.score)
    chosen: list[Candidate] = []
    for candidate in candidates:
        if (
            candidate.score >= KEPT * candidates[0].score
            and len(chosen) < limit
            and _adds_to(candidate, chosen)
        ):
            chosen.append(candidate)
    return tuple(_excerpt(number, each) for number, each in enumerate(chosen, start=1))


def confidence(hits: Sequence[Hit]) -> float:
    """Returns how likely the answer is in what was found, 0 to 1."""
    return max((hit.confidence for hit in hits[:READ]), default=0.0)


def nearest(hits: Sequence[Hit], count: int = 3) -> tuple[Citation, ...]:
    """Returns the posts that came nearest, to be offered where nothing answers."""
    return tuple(citation(number, hit.post) for number, hit in enumerate(hits[:count], start=1))


def citation(number: int, post: Post) -> Citation:
    """Returns where a post stands."""
    title = post.title or opening(post.text, 80)
    return Citation(
        number,
        title,
        post.author,
        post.url,
        post.posted_at,
        post.source,
        post.kind,
        post.age,
        post.id,
        version(post.fingerprint),
    )


def version(fingerprint: str) -> str:
    """Returns what tells whether a post is still as it was, and nothing of what it says."""
    return fingerprint[:VERSION]


def _candidates(hits: Sequence[Hit]) -> Iterator[Candidate]:
    for hit in hits:
        for at, sentence in enumerate(hit.sentences):
            text = hit.post.text[sentence.start : sentence.end]
            start, end = _bounds(hit, at)
            yield Candidate(sentence.score * _weight(text), hit, start, end)


def _bounds(hit: Hit, at: int) -> tuple[int, int]:
    """Returns where a quote of this sentence begins and ends.

    A sentence that hangs on the one before ("He even tried…") is quoted with it, and a very
    short one with the one after.
    """
    sentences, text = hit.sentences, hit.post.text
    start, end = sentences[at].start, sentences[at].end
    if at > 0 and _HANGING.match(text, start, end) and _is_next(hit, at):
        start = sentences[at - 1].start if end - sentences[at - 1].start <= LONG else start
    if end - start < SHORT and at + 1 < len(sentences) and _is_next(hit, at + 1):
        end = sentences[at + 1].end if sentences[at + 1].end - start <= LONG else end
    return start, end


def _is_next(hit: Hit, at: int) -> bool:
    # Only white space may stand between: a list mark would be quoted along.
    end, start = hit.sentences[at - 1].end, hit.sentences[at].start
    return 0 <= start - end <= _GAP and not hit.post.text[end:start].strip()


def _weight(text: str) -> float:
    """Returns how likely a sentence says something: a question asks, a hashtag line does not."""
    telling = [word for word in text.split() if not word.startswith(("#", "http", "@"))]
    if len(telling) < 2:  # noqa: PLR2004 - one word tells nothing
        return 0.3
    return 0.6 if text.endswith(("?", "👇", ":")) else 1.0


def _adds_to(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    same_post = [each for each in chosen if each.hit.post.id == candidate.hit.post.id]
    overlaps = any(each.start < candidate.end and candidate.start < each.end for each in same_post)
    repeats = any(_words(each) == _words(candidate) for each in chosen)
    return len(same_post) < OF_ONE_POST and not overlaps and not repeats


def _words(candidate: Candidate) -> list[str]:
    return words(candidate.hit.post.text[candidate.start : candidate.end])


def _excerpt(number: int, candidate: Candidate) -> Excerpt:
    post = candidate.hit.post
    return Excerpt(
        post.text[candidate.start : candidate.end],
        candidate.start,
        candidate.end,
        post.id,
        candidate.score,
        citation(number, post),
        candidate.hit.found_by,
    )
