"""Understands a question that leans on the one before; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from index.text.language import FUNCTION_WORDS
from index.text.words import words

if TYPE_CHECKING:
    from bot.question_and_answer import Question

# Words that stand for something said before, in the languages we speak; those that as often
# stand for nothing count only where hardly anything else is named.
_POINTING: Final = frozenset(
    words(
        "he she him her his hers they them their theirs it its this that these those there then "
        "il elle ils elles lui leur leurs eux celui celle ceux celles ça cela ceci y son sa ses"
    )
)

# Words that say how something is asked, and not about what.
_VAGUE: Final = frozenset(
    words(
        "about after again also another anything before else example exactly first further happen "
        "happened happens just last mean me more my next now one ones other others please really "
        "same second since so something still sure tell then third too true us "
        "ainsi après aussi autre autres autrement avant combien coup dernier dernière "
        "deuxième depuis dire en encore ensuite exactement exemple fait maintenant moi même passé "
        "peut peux pourquoi premier première quoi sinon suite te tu vrai vraiment être troisième"
    )
)

_GOING_ON: Final = re.compile(
    r"(?:and|but|so|or|also|(?:what|how) about|et|mais|donc|ou|puis|alors)\b", re.IGNORECASE
)

# A pronoun that only its neighbour tells from an article or a preposition: "l'a", "qu'en".
_ELIDED: Final = re.compile(
    r"\bl['’](?:a|as|ai|ont|avait|avaient|aura|est)\b|\b[a-z]+['’](?:en|y)\b", re.IGNORECASE
)

# Phrases in which such a word stands for nothing.
_IDLE: Final = re.compile(
    r"\b(?:(?:is|are|was|were|will) there|there(?:['’]s| (?:is|are|was|were))"
    r"|(?:is|was) it (?:true|possible|allowed|necessary)(?: that\b)?"
    r"|this (?:week|month|year|morning|evening)"
    r"|(?:qu['’])?(?:il )?y (?:a|avait|aura)(?:[- ]t[- ]il)?"
    r"|il (?:est|faut|faudra|faudrait)|(?:faut|faudra|faudrait|est)[- ]il"
    r"|est[- ]ce qu(?:e\b|['’]))(?! all[ée])",
    re.IGNORECASE,
)

# A name: a capital inside the sentence, a number, or anything quoted.
_NAMING: Final = re.compile(r"(?<=\s)[A-ZÀ-Þ]\w|\d|[\"«“]")

_FEW: Final = 2

_EMPTY: Final = frozenset(word for each in FUNCTION_WORDS for word in words(each)) | _VAGUE


def leans(text: str) -> bool:
    """Return whether a question names nothing, so that it needs the one before.

    "And who replaced him?" does; "and who replaced Ilya Sutskever?" does not; "why?" does.
    """
    text = text.strip()
    if _NAMING.search(text.lower() if text.isupper() else text):
        return False
    said, own = words(_IDLE.sub(" ", text)), telling(text)
    points = _POINTING.intersection(said) or _ELIDED.search(text) or _GOING_ON.match(text)
    return not own or (bool(points) and len(own) <= _FEW)


def telling(text: str) -> list[str]:
    """Return the words by which a question says what it is about, and not how it is asked."""
    said = words(_IDLE.sub(" ", text))
    return [word for word in said if word not in _EMPTY and word not in _POINTING]


def context_for(text: str, before: str) -> str:
    """Return what a question is to be read after: the question before, or "" for none."""
    return before if before and leans(text) else ""


def following(question: Question, before: Question | None) -> Question:
    """Return a question with what it leans on of the one before it in the conversation."""
    if before is None:
        return question
    # What leads up to a private question is not told where others read along.
    is_private = before.is_private and not question.is_private
    leading = before.text if is_private else before.context or before.text
    return replace(question, context=context_for(question.text, leading))
