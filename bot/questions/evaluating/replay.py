"""Tells how often a chat that is read again, message by message, has what it is asked; pure.

A question repeats where an earlier one shares its telling words and was answered; what answered
that one is what it wants.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import chain
from math import log
from statistics import fmean
from typing import TYPE_CHECKING, Final, Literal

from bot.questions.unasked import FEWEST, are_near, asked_by, asked_openly, telling_stems
from index.text.kinds.questions import is_question
from index.text.kinds.sentence_kinds import is_small_talk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bot.question_and_answer import Excerpt
    from index.posts import Hit, Post

SHARED: Final = 0.35
"""Two questions are one that share so much of the telling words of both, the rarer the more."""

COMMON: Final = 200
"""What so many questions hold leads to none of them."""

AMONG: Final = 5


@dataclass
class Record:
    """What was said so far: the questions, by their words, and what answered them."""

    _questions: dict[str, Post] = field(default_factory=dict)
    _stems: dict[str, frozenset[str]] = field(default_factory=dict)
    _holding: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _answers: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _asked: dict[frozenset[str], None] = field(default_factory=dict)
    _asking: defaultdict[str, list[frozenset[str]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, post: Post) -> None:
        """Take in the next message."""
        if is_question(post):
            self._questions[post.id] = post
            self._stems[post.id] = stems = telling_stems(post.text)
            self._note_asked(post)
            if len(stems) >= FEWEST:
                for each in stems:
                    self._holding[each].append(post.id)
            return
        asked = self._questions.get(post.parent_id or "")
        if asked and post.author != asked.author and not is_small_talk(post.text):
            self._answers[asked.id].append(post.id)

    def answers_to(self, post: Post) -> set[str]:
        """Return what answered earlier questions that ask the same; nothing for no question."""
        if post.parent_id is not None or not is_question(post):
            return set()
        stems = telling_stems(post.text)
        if len(stems) < FEWEST:
            return set()
        near = {
            id_
            for each in stems
            if len(self._holding.get(each, ())) <= COMMON
            for id_ in self._holding.get(each, ())
            if id_ in self._answers
        }
        same = (id_ for id_ in near if self._shared(stems, self._stems[id_]) >= SHARED)
        return {answer for id_ in same for answer in self._answers[id_]}

    def may_be_offered(self, post: Post) -> bool:
        """Return whether an earlier question was near enough that an answer may be offered."""
        return any(self._is_near(telling_stems(each)) for each in asked_openly(post))

    def _note_asked(self, post: Post) -> None:
        for stems in map(telling_stems, asked_by(post)):
            if stems not in self._asked:
                self._asked[stems] = None
                for each in stems:
                    self._asking[each].append(stems)

    def _is_near(self, stems: frozenset[str]) -> bool:
        held = Counter(chain.from_iterable(self._asking.get(each, ()) for each in stems))
        return any(are_near(stems, each) for each, shared in held.items() if shared >= FEWEST)

    def _shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        return self._weight(one & other) / self._weight(one | other)

    def _weight(self, stems: frozenset[str]) -> float:
        said = len(self._questions)
        return sum(log(1 + said / (1 + len(self._holding.get(each, ())))) for each in stems)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a repeated question was offered.

    Attributes:
        place: The place of the first message that answered before, from 1; None for none.
        is_quoted: Whether anything was surely quoted.
        is_right: Whether what was quoted first is of such a message.
    """

    place: int | None
    is_quoted: bool
    is_right: bool


def offer(hits: Sequence[Hit], excerpts: Sequence[Excerpt], right: Iterable[str]) -> Offer:
    """Return what was offered, of hits, the excerpts of them, and what would have been right."""
    wanted = set(right)
    place = next((at for at, hit in enumerate(hits, start=1) if hit.post.id in wanted), None)
    first = excerpts[0].post_id if excerpts else ""
    return Offer(place, bool(excerpts), first in wanted)


Told = Literal["right", "wrong", "untold"]
"""What replies tell of an offer: of a question that repeats no other they tell nothing."""


def told_of(offered: str, right: Collection[str]) -> Told:
    """Return what replies tell of an offer.

    Args:
        offered: The message that was offered.
        right: What answered earlier questions that ask the same.
    """
    if not right:
        return "untold"
    return "right" if offered in right else "wrong"


@dataclass(frozen=True, slots=True)
class Offers:
    """The shares of repeated questions; None where there was none.

    Attributes:
        first: With a message that answered before in the first place.
        among: With one among the first five.
        quoted: With anything surely quoted.
        right: Of those, with such a message quoted first.
    """

    first: float | None
    among: float | None
    quoted: float | None
    right: float | None


def offers(made: Sequence[Offer]) -> Offers:
    """Return the shares of all of them."""
    return Offers(
        _mean(each.place == 1 for each in made),
        _mean(each.place is not None and each.place <= AMONG for each in made),
        _mean(each.is_quoted for each in made),
        _mean(each.is_right for each in made if each.is_quoted),
    )


def _mean(values: Iterable[float]) -> float | None:
    found = list(values)
    return fmean(found) if found else None
