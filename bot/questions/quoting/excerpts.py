"""Chooses what to quote; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.question_and_answer import Excerpt
from bot.questions.quoting.post_references import citation
from bot.questions.quoting.repeats import are_states_of_one, repeats
from bot.questions.quoting.thresholds import CONFIDENT, UNSURE
from index.text.kinds.sentence_kinds import asks, is_passed_on
from index.text.parts.blocks import whole_block
from index.text.parts.closings import signature_at
from index.text.parts.markdown import goes_on, is_heading
from index.text.parts.sentences import Span
from index.text.parts.set_apart import set_apart
from index.text.parts.spoilers import covered, within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.posts import Hit


EQUAL: Final = 0.85
"""A newer statement of the same thing goes first that scores this share of the best one's score."""

STATES: Final = 12
"""So many of the best candidates are looked at for it."""

KEPT: Final = 0.7
"""A further excerpt must score this share of the first one's score."""

LONG: Final = 320
"""Characters an excerpt may have, unless one sentence is longer."""

SHORT: Final = 60
"""A sentence of fewer characters is quoted with the one that follows it."""

OF_ONE_POST: Final = 2
"""Excerpts of one post, at most."""

DOUBTED: Final = 0.5
"""What a sentence loses of its score in the order where its post surely does not answer."""

NAMING: Final = 0.75
"""What a heading counts: it says what the lines below it are about, and not what they say."""

_SPACE: Final = 1
_GAP: Final = 2
"""White space, in characters, between sentences quoted as one: in a paragraph, and across two."""

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


class _Weighed(NamedTuple):
    """A post whose sentences may be quoted, and what each of them tells."""

    hit: Hit
    scores: Sequence[float]


def choose(hits: Sequence[Hit], limit: int, *, wants_latest: bool = False) -> tuple[Excerpt, ...]:
    """Return the excerpts of an answer, best first; none where the evidence is too weak.

    Args:
        hits: What was found, their sentences scored.
        limit: How many excerpts at most.
        wants_latest: The newest of what answers comes first, whatever it is of.
    """
    return _chosen(hits, limit, wants_latest=wants_latest) if confidence(hits) >= CONFIDENT else ()


def unsure(hits: Sequence[Hit]) -> tuple[Excerpt, ...]:
    """Return what may answer where nothing surely does: the nearest quote, or nothing.

    Above it stands no question: what is unsure goes with the first change, and tells no more.
    """
    perhaps = _chosen(hits, 1) if UNSURE <= confidence(hits) < CONFIDENT else ()
    return tuple(replace(each, asked=None, answered_by=None) for each in perhaps)


def confidence(hits: Sequence[Hit]) -> float:
    """Return how likely the answer is in what is quoted first, 0 to 1."""
    best = max(hits, key=lambda hit: _trust(hit) * max(_scores(hit), default=0.0), default=None)
    return best.confidence if best else 0.0


def _chosen(hits: Sequence[Hit], limit: int, *, wants_latest: bool = False) -> tuple[Excerpt, ...]:
    weighed = [_Weighed(hit, _scores(hit)) for hit in hits]
    least = KEPT * max((score for each in weighed for score in each.scores), default=0.0)
    found = (
        _candidate(each, at, least)
        for each in weighed
        for at, score in enumerate(each.scores)
        if score >= least
    )
    candidates = [each for each in found if each is not None]
    candidates.sort(key=lambda each: -each.score)
    chosen: list[Candidate] = []
    for candidate in _newer_first(candidates, wants_latest=wants_latest):
        if len(chosen) < limit and _adds_to(candidate, chosen):
            chosen.append(candidate)
    return tuple(_excerpt(number, each) for number, each in enumerate(chosen, start=1))


def _newer_first(candidates: list[Candidate], *, wants_latest: bool) -> list[Candidate]:
    """Return candidates with the newest of those first that state the same thing as the best."""
    if not candidates:
        return []
    best = candidates[0]
    # Who asks for the latest wants it before what answers a little better.
    least = (KEPT if wants_latest else EQUAL) * best.score
    same = [
        each
        for each in candidates[:STATES]
        if each.score >= least and each.hit.post.posted_at
        if wants_latest or are_states_of_one(_text(each), _text(best))
    ]
    if best not in same:
        return candidates
    newest = max(same, key=lambda each: _when(each, same))
    return [newest, *(each for each in candidates if each is not newest)]


def _when(candidate: Candidate, others: Sequence[Candidate]) -> tuple[float, float]:
    """Return when something was first said: what was passed on is as old as what it repeats.

    Who says in their own words what was true before says that it is so again.
    """
    text, is_own = _text(candidate), not is_passed_on(_text(candidate))
    first = min(
        each.hit.post.posted_at.timestamp()
        for each in others
        if each.hit.post.posted_at
        if each is candidate or (not is_own and repeats(_text(each), text))
    )
    return first, candidate.score


def _scores(hit: Hit) -> list[float]:
    text = hit.post.text
    return [each.score * _weight(text, each.start, each.end) for each in hit.sentences]


def _trust(hit: Hit) -> float:
    return 1 - DOUBTED * (1 - hit.confidence)


def _candidate(weighed: _Weighed, at: int, least: float) -> Candidate | None:
    first, last = _grown(weighed, *_bounds(weighed.hit, at), least)
    while last > at and _opens_what_follows(weighed.hit, last):
        last -= 1
    sentences, text = weighed.hit.sentences, weighed.hit.post.text
    span = whole_block(text, Span(sentences[first].start, sentences[last].end), LONG)
    score = weighed.scores[at] * _trust(weighed.hit)
    return Candidate(score, weighed.hit, *span) if span else None


def _bounds(hit: Hit, at: int) -> tuple[int, int]:
    """Return the first and the last sentence of a quote of this one.

    A sentence that hangs on the one before ("He even tried…") is quoted with it, and a very
    short one with the one after.
    """
    first = last = at
    start, end = hit.sentences[at].start, hit.sentences[at].end
    if _HANGING.match(hit.post.text, start, end) and _may_join(hit, at - 1, last):
        first -= 1
    is_short = end - hit.sentences[first].start < SHORT
    if is_short and _may_join(hit, first, at + 1) and not _announces(hit, at + 1):
        last += 1
    return first, last


def _opens_what_follows(hit: Hit, at: int) -> bool:
    """Return whether a sentence is a question on a line of its own: a head, as in a form."""
    text, sentence = hit.post.text, hit.sentences[at]
    between = text[hit.sentences[at - 1].end : sentence.start]
    return "\n" in between and asks(text[sentence.start : sentence.end])


def _announces(hit: Hit, at: int) -> bool:
    return hit.post.text.endswith(":", 0, hit.sentences[at].end)


def _grown(weighed: _Weighed, first: int, last: int, least: float) -> tuple[int, int]:
    """Return a quote with its neighbours, as long as each might be quoted by itself.

    The words of the question often stand in one sentence, and its answer in the next.
    """
    hit, scores = weighed
    while True:
        neighbours = [
            (scores[at], at)
            for at in (first - 1, last + 1)
            if _may_join(hit, min(first, at), max(last, at), _SPACE) and scores[at] >= least
        ]
        if not neighbours:
            return first, last
        at = max(neighbours)[1]
        first, last = min(first, at), max(last, at)


def _may_join(hit: Hit, first: int, last: int, gap: int = _GAP) -> bool:
    """Return whether these sentences are one stretch of the post, and short enough."""
    sentences = hit.sentences
    return (
        first >= 0
        and last < len(sentences)
        and sentences[last].end - sentences[first].start <= LONG
        and all(_is_next(hit, at, gap) for at in range(first + 1, last + 1))
    )


def _is_next(hit: Hit, at: int, gap: int) -> bool:
    # Only white space may stand between: a list mark would be quoted along.
    end, start = hit.sentences[at - 1].end, hit.sentences[at].start
    text = hit.post.text
    is_near = 0 <= start - end <= gap and not text[end:start].strip()
    is_block = any(start == begin or end == stop for begin, stop in set_apart(text))
    goes_further = is_near and not is_block and goes_on(text, end, start)
    return goes_further and not signature_at(text, start)


def _weight(whole: str, start: int, end: int) -> float:
    """Return how likely a sentence says something: a question asks, a hashtag line does not."""
    text = whole[start:end]
    telling = [word for word in text.split() if not word.startswith(("#", "http", "@"))]
    if len(telling) < 2:  # noqa: PLR2004 - one word tells nothing
        return 0.3
    if len(signature_at(whole, start)) == 1:  # "Yours, Ada" tells no more, but a role would
        return 0.3
    if text.endswith(("?", "👇", ":")):
        return 0.6
    return NAMING if is_heading(whole, start, end) else 1.0


def _adds_to(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    same_post = [each for each in chosen if each.hit.post.id == candidate.hit.post.id]
    overlaps = any(each.start < candidate.end and candidate.start < each.end for each in same_post)
    is_repeat = any(repeats(_text(each), _text(candidate)) for each in chosen)
    return len(same_post) < OF_ONE_POST and not overlaps and not is_repeat


def _text(candidate: Candidate) -> str:
    return candidate.hit.post.text[candidate.start : candidate.end]


def _excerpt(number: int, candidate: Candidate) -> Excerpt:
    post, answered = candidate.hit.post, candidate.hit.answered
    return Excerpt(
        text=post.text[candidate.start : candidate.end],
        start=candidate.start,
        end=candidate.end,
        post_id=post.id,
        score=candidate.score,
        citation=citation(number, post, candidate.start),
        found_by=candidate.hit.found_by,
        covered=within(covered(post.text, post.id), candidate.start, candidate.end),
        asked=citation(number, answered.question) if answered else None,
        answered_by=answered.kind if answered else None,
    )
