"""Tells which questions ask the same in other words, and rather none than two that differ; pure.

Two are one where their words of content are the same, whatever their form, and their vectors near.
What else may change the answer must be the same in both: numbers, letters, names, a negation, what
may and must be, what is asked for (who, when), from where or before what, and the order of the
words where that tells who does what to whom. Another word, however near, is mostly another thing:
"sells" is as near to "buys" as "fixes" to "repairs" (decision 0039).
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.errors import UnavailableError
from index.text.kinds.sentence_kinds import is_negative
from index.text.language import FUNCTION_WORDS, language_of
from index.text.words import folded, stem_words, words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Encode = Callable[[Sequence[str]], Awaitable[NDArray[np.float32]]]
    """Gives the unit vectors of texts."""

NEAR: Final = 0.7
"""How near the vectors of questions with the same words of content must be."""

_ASKING: Final = frozenset(
    "who whom whose what which when where why how many much long often"
    " qui que quoi quel quelle quels quelles quand ou pourquoi comment combien"
    " quien quienes cual cuales cuando donde como cuanto cuanta cuantos cuantas"
    " wer wem wen was welche welcher welches wann wo wohin woher warum wieso wie viel viele".split()
)
_WHEN_OR_HOW: Final = frozenset(
    "when where why how quand ou pourquoi comment combien"
    " cuando donde como wann wo warum wieso wie".split()
)
"""What is asked for by these is told by the words alone, in whatever order."""

_HOW_OR_WHERE: Final = frozenset("how where".split())
"""Where these alone are asked for, "can I" is as good as "do I"."""

_FROM: Final = frozenset(
    "from by before after without against avant apres sans contre depuis par vor nach von durch"
    " ohne gegen desde por hasta antes despues sin contra".split()
)
_POLITELY: Final = re.compile(
    r"\b(?:can|could|will|would|may|might) (?:you|i|any(?:one|body)|some(?:one|body))"
    r"(?: please| kindly)? (?:tell|explain|say|show|ask|know)\b"
    r"(?= (?:me|us|who|whom|whose|what|which|when|where|why|how|if|whether)\b)"
)
_MODALS: Final = {
    "can": re.compile(r"\b(?:can(?:no|['’]?)t|can|could(?:n['’]?t)?)\b"),
    "may": re.compile(r"\b(?:may|might)\b"),
    "must": re.compile(r"\b(?:must(?:n['’]?t)?|ha(?:ve|s|d) to)\b"),
    "should": re.compile(r"\b(?:should(?:n['’]?t)?|shall)\b"),
}
"""The English words that tell what may and what must be; those of other languages are content."""

_FILLING: Final = frozenset(
    "hello hi hey please thanks thank anyone anybody somebody someone know tell me us you my our"
    " any there does did do is are am they was were can could will would should may"
    " might must shall have has had been"
    " being"
    " bonjour salut merci plait svp quelqu un sait savez est ce qu il elle"
    " hola gracias favor alguien sabe hallo danke bitte weiss jemand".split()
)
_NAME: Final = re.compile(r"(?<=[^\s.!?¿¡:] )[A-ZÀ-Þ][\w’'-]*")
_OF: Final = re.compile(
    r"(?P<before>(?:(?:and|so|but|please) )*(?:who|what|where|when|which|how) \w+ (?:\w+ )?"
    r"(?:the|an?|our|my|your) )(?P<part>\w+) of (?:the|an?|our|my|your) (?P<whole>\w+(?: \w+)?)"
)
"""What is the same without "of": "the key of the pump house", "the pump house key".

Only a whole question that ends with it: "the mother of the child visits" is not "the child visits
the mother".
"""
_NUMBER: Final = re.compile(r"\w*\d\w*(?:[.,]\d\w*)*")
_LETTER: Final = re.compile(r"(?<![\w'’])(?![aeiouy])[a-z](?![\w'’])")
"""A letter that names something: "plan b", and not the rest of "it's"."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What of a question decides whether another asks the same."""

    content: tuple[str, ...]
    asking: frozenset[str]
    numbers: tuple[str, ...]
    names: tuple[str, ...]
    every: tuple[str, ...]
    is_negative: bool
    relations: frozenset[str]
    modals: frozenset[str]


async def grouped(texts: Sequence[str], encode: Encode) -> list[list[int]]:
    """Return the places of texts that ask the same, as `groups_of` does.

    Where the model cannot be used, only texts of the same words are the same.

    Args:
        texts: The questions.
        encode: Called with those alone that share their words of content with another.
    """
    vectors: dict[int, NDArray[np.float32]] = {}
    if places := worth_comparing(texts):
        with suppress(UnavailableError):
            rows = await encode([texts[at] for at in places])
            vectors = dict(zip(places, rows, strict=True))
    return groups_of(texts, vectors)


async def same_as(text: str, others: Sequence[str], encode: Encode) -> list[int]:
    """Return the places of the texts that ask the same as one, as `grouped` tells it."""
    asked = _read(text)
    alike = [at for at, other in enumerate(others) if _are_alike(asked, _read(other))]
    first = (await grouped([text, *(others[at] for at in alike)], encode))[0]
    return [alike[place - 1] for place in first[1:]]


def worth_comparing(texts: Sequence[str]) -> list[int]:
    """Return the places of questions that share their words of content with another."""
    contents = [frozenset(_read(each).content) for each in texts]
    times = Counter(contents)
    return [at for at, content in enumerate(contents) if content and times[content] > 1]


def groups_of(texts: Sequence[str], vectors: Mapping[int, NDArray[np.float32]]) -> list[list[int]]:
    """Return the places of texts that ask the same, each in one group, in their order.

    A question joins the first group whose first question it is like.

    Args:
        texts: The questions.
        vectors: The unit vectors of those worth comparing, by their places; without one a question
            is like those of the same words alone.
    """
    asked = [_read(each) for each in texts]
    groups: list[list[int]] = []
    by_words: dict[frozenset[str], list[list[int]]] = {}
    for at, one in enumerate(asked):
        like = by_words.setdefault(frozenset(one.content), [])
        for group in like:
            first = group[0]
            is_near = {first, at} <= vectors.keys() and vectors[first] @ vectors[at] >= NEAR
            if (is_near or one.every == asked[first].every) and _are_alike(asked[first], one):
                group.append(at)
                break
        else:
            groups.append([at])
            like.append(groups[-1])
    return groups


def _are_alike(one: _Asked, other: _Asked) -> bool:
    if not one.content or not _name_the_same(one, other):
        return False
    is_free = bool(one.asking) and one.asking <= _WHEN_OR_HOW
    return (is_free or one.content == other.content) and (
        one.asking == other.asking
        and one.numbers == other.numbers
        and one.relations == other.relations
        and one.is_negative == other.is_negative
        and one.modals == other.modals
    )


def _name_the_same(one: _Asked, other: _Asked) -> bool:
    if not (set(one.names) <= set(other.every) and set(other.names) <= set(one.every)):
        return False
    both = set(one.names) & set(other.names)
    return [each for each in one.names if each in both] == [
        each for each in other.names if each in both
    ]


def _read(text: str) -> _Asked:
    plain = folded(text)
    found = words(_without_of(_POLITELY.sub(" ", plain)))
    left = [
        each for each in found if len(each) > 1 and each not in FUNCTION_WORDS | _ASKING | _FILLING
    ]
    asking = _ASKING.intersection(found)
    return _Asked(
        content=tuple(stem_words(left, language_of(text))),
        asking=asking,
        numbers=(*sorted(_NUMBER.findall(plain)), *sorted(_LETTER.findall(plain))),
        names=tuple(word for name in _NAME.findall(text) for word in words(name)),
        every=tuple(words(text)),
        is_negative=is_negative(text),
        relations=_FROM.intersection(found),
        modals=_modals(plain, asking),
    )


def _without_of(plain: str) -> str:
    """Return an English question with a noun before the noun that it is of."""
    found = _OF.fullmatch(" ".join(words(plain)))
    return f"{found['before']}{found['whole']} {found['part']}" if found else plain


def _modals(plain: str, asking: frozenset[str]) -> frozenset[str]:
    """Return what a question says of what may and must be, as far as its answer hangs on it."""
    asked = _POLITELY.sub(" ", plain)
    found = frozenset(name for name, each in _MODALS.items() if each.search(asked))
    return found - {"can"} if asking and asking <= _HOW_OR_WHERE else found
