"""Tells what kind of answer a question asks for, and whether a sentence has it; pure."""

from __future__ import annotations

import re
from typing import Final

from index.words import folded, words

_REASON: Final = (
    r"\b(?:parce qu|car\b|puisqu|a cause d|en raison d|faute d|grace a|afin d|cause|raison|motif|"
    r"because|due to|since\b|owing to|reason|so that|"
    r"in order to|conflict|conflit|desaccord|disagree)"
)
_CLOCK: Final = (
    r"\b(?:\d{1,2} ?h\b|\d{1,2} ?h ?\d\d|\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m\b|noon|midi\b)"
)
_WEEKDAY: Final = (
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche)s?\b"
)
_MONTH: Final = (
    r"\b(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|"
    r"january|february|march|april|june|july|august|september|october|november|december)\b|"
    r"(?<=in )may\b|(?<=\d )may\b|\bmay(?= \d)"
)
_YEAR: Final = r"\b(?:1[5-9]|20)\d\d\b"
_NUMBER: Final = (
    rf"(?:(?!{_YEAR})\b\d[\d ,.]{{0,12}}|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"twenty|thirty|forty|fifty|hundred|thousand|half|dozen|deux|trois|quatre|cinq|sept|huit|neuf|"
    r"dix|onze|douze|vingt|trente|quarante|cinquante|cent|mille|moitie|douzaine)\b)"
)
_SPAN: Final = (
    r"(?:secondes?|seconds?|minutes?|min|hours?|heures?|h|days?|jours?|journees?|nights?|nuits?|weeks?|"
    r"semaines?|months?|mois|years?|ans?|annees?)"
)
_DURATION: Final = rf"{_NUMBER}[\w ]{{0,12}}\b{_SPAN}\b"
_MONEY: Final = (
    rf"[£€$] ?\d|{_NUMBER}[ \w]{{0,10}}(?:[£€$]|\b(?:eur|euros?|dollars?|pounds?|usd|mds?|"
    r"milliards?|billions?)\b)|\b(?:free of charge|for free|gratuit)"
)

_HOW_LONG: Final = rf"\b(?:how long|combien de temps|(?:how many |combien d[e’' ]+){_SPAN})\b"
_HOW_DEAR: Final = r"\b(?:how much|combien)\b.*\b(?:costs?|pa(?:y|id)|price|cout\w*|paye\w*|prix)\b"
_HOW_MANY: Final = (
    rf"^(?!.*(?:{_HOW_LONG}|{_HOW_DEAR})).*"
    r"\b(?:how (?:many|much|old|often)|combien|what share|quelle part)\b"
)
_YES_OR_NO: Final = (
    # "May I…", "Est-ce que…", "Can…", and "Mon employeur doit-il…" anywhere but after "pourquoi".
    r"^(?:can|could|may|must|should|do|does|did|is|are|was|were|will|would|has|have|am|est ce)\b|"
    r"^est-ce\b|"
    r"^(?!.*\b(?:pourquoi|quand|comment|combien|qui|quel\w*|quoi|que|ou)\b)"
    r".*\w-(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles)\b"
)
_YES: Final = (
    r"^\W*(?:(?:en principe|in principle),? )?"
    r"(?:oui|non|yes|no|yep|nope|cela depend|ca depend|it depends)\b"
)
_WHAT_IS: Final = (
    r"\bqu['’]est[- ]ce qu|\bc['’]est quoi\b|\bwhat (?:is|are) an?\b|\bwhat does\b.*\bmean\b"
)
_IT_IS: Final = (
    r"\b(?:est|sont|is|are) (?:une?|l[ae]|les|des|l['’]|an?|the)\b|"
    r"\b(?:consiste|designe|correspond|signifie|means|refers)\b"
)

# The question's own words, and what the answer then tends to hold. Where a duration or a price is
# asked for, another number is none.
_CUES: Final = tuple(
    (re.compile(asked), re.compile(held))
    for asked, held in (
        (r"\b(?:why|pourquoi|reasons?|raisons?|causes?)\b", _REASON),
        (r"\b(?:what time|hours|a quelle heure|horaires?)\b", rf"{_CLOCK}|{_WEEKDAY}"),
        (r"\b(?:when|quand|what (?:date|day))\b", rf"{_YEAR}|{_MONTH}|{_WEEKDAY}|{_CLOCK}"),
        (_HOW_LONG, _DURATION),
        (_HOW_DEAR, _MONEY),
        (_HOW_MANY, _NUMBER),
        (_YES_OR_NO, _YES),
        (_WHAT_IS, _IT_IS),
    )
)
_SOMEBODY: Final = re.compile(r"^\W*(?:\w+ )?(?:who|whom|whose|qui)\b")
# A capital in mid-sentence; one at its beginning says nothing. Capitals alone are no person's.
_NAME: Final = re.compile(r"(?<=[^\s.!?:] )([A-ZÀ-Þ]\w*[a-zß-ÿ]\w*)")
_PRONOUN: Final = re.compile(r"^(?:he|she|they|ils?|elles?)\b")


def fits(question: str, sentence: str) -> bool:
    """Says whether a sentence has what the question asks for.

    A reason, a time, a duration, a price, a number, a yes or no, what something is, or who.

    False where the question asks for nothing of the kind.
    """
    asked, held = folded(question), folded(sentence)
    if _SOMEBODY.search(asked) and _names_another(question, sentence):
        return True
    return any(cue.search(asked) and sign.search(held) for cue, sign in _CUES)


def _names_another(question: str, sentence: str) -> bool:
    """Says whether a sentence speaks of somebody whom the question does not name."""
    known = set(words(question))
    is_named = any(not known.issuperset(words(name)) for name in _NAME.findall(sentence))
    return is_named or _PRONOUN.match(folded(sentence)) is not None
