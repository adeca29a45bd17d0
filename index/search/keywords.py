"""Finds passages by their words (BM25)."""

from __future__ import annotations

import math
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from index.text.language import language_of
from index.text.lexicon import translations
from index.text.terms import asked_terms, is_without_spaces
from index.text.words import stem_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from index.engine import Engine
    from index.ports import Totals
    from index.search_scope import Scope
    from index.text.language import Language


COMMON: Final = 0.2
"""A word in more than this share of all passages tells nothing."""

UNSEEN: Final = 300
"""So many passages more are thought of, which hold none of the words: few say little about which
words are rare, and what everybody says once would seem as rare as a name."""

AFFORDED: Final = 10_000
"""Word matches that one question may cost: its rarest words come first, one at least."""


class Matches(NamedTuple):
    """What the words of a question found.

    Attributes:
        scores: Passage ids with their BM25, best first.
        idf_weights: What each of the words that were looked up can bring at most, those that no
            passage has among them.
        sought: The stems by which each of these words is found, with what each counts against
            the word itself: its own stem, and its translations.
        asked: The question's telling words as they were asked, the common ones too, each with
            how much it tells.
    """

    scores: Mapping[int, float]
    idf_weights: Mapping[str, float]
    sought: Mapping[str, Mapping[str, float]]
    asked: Mapping[str, float]

    @property
    def max_score(self) -> float:
        """The most that a passage could score."""
        return sum(self.idf_weights.values())

    @property
    def is_unread(self) -> bool:
        """Whether all that was asked is in scripts that the bundled model does not know."""
        return bool(self.asked) and all(map(is_without_spaces, self.asked))

    def among(self, passages: Collection[int]) -> Matches:
        """Return the matches without any other passages."""
        return self._replace(
            scores={id_: score for id_, score in self.scores.items() if id_ in passages}
        )


def matches(
    store: Engine, text: str, scope: Scope, count: int, known: Totals | None = None
) -> Matches:
    """Return the passages in scope that share words with the question.

    The cost is bounded: the rarest words are looked up, as many as match 10,000 times together;
    a word in more than a fifth of all passages is passed over. How many hold a word is counted
    within the audience: what its readers may not see makes no word common.

    Args:
        store: The posts.
        text: The question; none of it reaches a query unquoted.
        scope: Which posts may be found.
        count: How many passages at most.
        known: How many there are; counted where nobody knows.
    """
    if scope.audience is not None and not scope.audience:
        return Matches({}, {}, {}, {})  # they may see nothing
    forms = _forms(text)
    known_as = {form for each in forms.values() for form in each.all}
    counts = _counted(store, known_as, scope.audience, known or store.totals(scope.audience))
    sought = _read_as_one(forms, counts)
    idf_weights = {
        word: _idf_weight(counts.of(sought[word]), counts.total)
        for word in _affordable(sought, counts)
    }
    wanted = [
        {stem: part * most for stem, part in sought[word].items() if counts.visible[stem]}
        for word, most in idf_weights.items()
    ]
    best = store.best_matches(wanted, scope, count)
    asked = {word: _surprise(counts.of(own), counts.total) for word, own in sought.items()}
    return Matches(best, idf_weights, {word: sought[word] for word in idf_weights}, asked)


class _Counts(NamedTuple):
    """How many passages hold each stem, of those the readers may see."""

    visible: Mapping[str, int]
    total: int

    def of(self, sought: Mapping[str, float]) -> float:
        """How many hold a word in one of its stems, as far as each says the same."""
        return sum(share * self.visible[stem] for stem, share in sought.items())

    def is_common(self, held: float) -> bool:
        """Whether what so many hold tells nothing."""
        return held > max(COMMON * self.total, 3)


def _counted(
    store: Engine,
    stems: Collection[str],
    audience: frozenset[str] | None,
    totals: Totals,
) -> _Counts:
    everywhere = store.count_holding(stems)
    # Where nothing is hidden, what they may see need not be counted again.
    is_all = totals.visible == totals.all
    visible = everywhere if is_all else store.count_holding_within(everywhere, audience)
    return _Counts(visible, totals.visible)


def _affordable(sought: Mapping[str, Mapping[str, float]], counts: _Counts) -> list[str]:
    """Return the words that tell something, the rarest first, as many as may be looked up."""
    costs = {word: sum(counts.visible[stem] for stem in own) for word, own in sought.items()}
    telling: list[str] = []
    spent = 0
    for word, cost in sorted(costs.items(), key=itemgetter(1)):
        is_known = any(sought[word] == sought[each] for each in telling)  # "bakers baking"
        is_too_much = spent > 0 and spent + cost > AFFORDED
        if not is_known and not is_too_much and not counts.is_common(counts.of(sought[word])):
            telling.append(word)
            spent += cost
    return telling


class _Forms(NamedTuple):
    """A question's term as both languages stem it, and what else says the same.

    Attributes:
        own: Its stem in the language of the question.
        other: Its stem in the other one.
        carried: Its translations.
        same: What says quite the same: the sign of a unit.
        joined: The stems of what it makes as one word with its neighbours, each with the word.
    """

    own: str
    other: str
    carried: Mapping[str, float]
    same: tuple[str, ...] = ()
    joined: Mapping[str, str] = MappingProxyType({})

    @property
    def all(self) -> set[str]:
        """Every stem by which the word might be found."""
        return {self.own, self.other, *self.carried, *self.same, *self.joined}


def _forms(text: str) -> dict[str, _Forms]:
    """Return the question's telling terms with their forms."""
    own = language_of(text)
    other: Language = "en" if own == "fr" else "fr"
    # Function words tell nothing; unknown in an index of the other language, they would seem
    # the rarest words of all.
    return {
        each.word: _Forms(
            (one := _stem(each.word, own)),
            _stem(each.word, other),
            translations(one, own),
            tuple(_stem(unit, own) for unit in each.same),
            {_stem(whole, own): whole for whole in each.joined},
        )
        for each in asked_terms(text)
    }


def _read_as_one(forms: Mapping[str, _Forms], counts: _Counts) -> dict[str, dict[str, float]]:
    """Return what to look for, a word apart from its part ("co-voiturage") as the posts have it.

    Where the parts are no words of theirs and what they make together is, that is looked for.
    """
    found: dict[str, dict[str, float]] = {}
    for word, each in forms.items():
        whole = [one for one in each.joined if counts.visible[one]]
        if whole and not counts.visible[each.own]:
            found[each.joined[whole[0]]] = {whole[0]: 1.0}
        else:
            found[word] = _sought(each, counts)
    return found


def _stem(term: str, language: Language) -> str:
    return stem_words([term], language)[0]


def _sought(forms: _Forms, counts: _Counts) -> dict[str, float]:
    """Return the stems by which to look for a word, each with what it counts."""
    visible = counts.visible
    # A word that no passage has in the question's own language is looked for as the other one
    # would stem it: names, numbers and words of both languages are found across them.
    chosen = forms.other if visible[forms.other] and not visible[forms.own] else forms.own
    carried = {
        stem: share
        for stem, share in forms.carried.items()
        if visible[stem] and not counts.is_common(visible[stem])
    }
    same = {stem: 1.0 for stem in (*forms.same, *forms.joined) if visible[stem]}
    return carried | same | {chosen: 1.0}


def _surprise(holding: float, total: int) -> float:
    # As below, but above zero for common words as well: among few posts all words are common.
    return math.log((total + UNSEEN + 1) / (holding + 0.5))


def _idf_weight(holding: float, total: int) -> float:
    # The inverse document frequency of BM25, times the most that repetition can add.
    return max(math.log((total - holding + 0.5) / (holding + 0.5)), 1e-6) * 2.2
