"""Tells what kind of answer a question asks for, and whether a sentence has it; pure."""

from __future__ import annotations

import re
from typing import Final

from index.words import folded

_REASON: Final = (
    r"\b(?:parce qu|car\b|puisqu|a cause d|en raison d|faute d|grace a|afin d|cause|raison|motif|"
    r"because|due to|since\b|owing to|reason|so that|"
    r"in order to|conflict|conflit|desaccord|disagree)"
)
_TIME: Final = (
    r"\b(?:[12]\d{3}|\d{1,2} ?h|\d{1,2}:\d\d|\d{1,2} ?[ap]m|janvier|fevrier|mars|avril|mai|juin|"
    r"juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|"
    r"august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|"
    r"mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
)
_AMOUNT: Final = (
    r"\d|\b(?:deux|trois|quatre|cinq|six|dix|two|three|four|five|six|ten|half|moitie)\b"
)

# The question's own words, and what the answer then tends to hold.
_CUES: Final = tuple(
    (re.compile(asked), re.compile(held))
    for asked, held in (
        (r"\b(?:why|pourquoi|reasons?|raisons?|causes?)\b", _REASON),
        (r"\b(?:when|quand|what (?:date|day|time)|hours|horaires?)\b", _TIME),
        (r"\b(?:how (?:many|much|long|old|often)|combien|what share|quelle part)\b", _AMOUNT),
    )
)


def fits(question: str, sentence: str) -> bool:
    """Says whether a sentence has what the question asks for: a reason, a time, an amount.

    False where the question asks for nothing of the kind.
    """
    asked, held = folded(question), folded(sentence)
    return any(cue.search(asked) and sign.search(held) for cue, sign in _CUES)
