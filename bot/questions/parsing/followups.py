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
        "il elle ils elles lui leur leurs eux celui celle ceux celles ça cela ceci y son sa ses "
        "lequel laquelle lesquels lesquelles duquel auquel"
    )
)

# Words that say how something is asked, and not about what.
_VAGUE: Final = frozenset(
    words(
        "about after again also another anything before detail details else example exactly "
        "explain first further happen happened happens just last mean me more my next now one "
        "ones other others otherwise please really same second since so something still sure "
        "tell then third too true until us "
        "ainsi après aujourd aussi autre autres autrement avant certain certaine combien "
        "continue coup dernier dernière es suis êtes détail détails deuxième depuis dire en "
        "encore ensuite exactement exemple explique expliquer expliquez fait jusqu maintenant "
        "moi même pareil passé peut peux pourquoi précise précisez précision précisions premier "
        "première quoi sinon suite sûr sûre te tu vrai vraiment être troisième "
    )
)

_GOING_ON: Final = re.compile(
    r"(?:and|but|so|or|also|(?:what|how) about|(?:the )?same (?:for|in|with)"
    r"|et|mais|donc|ou|puis|alors|pareil|idem|de même)\b",
    re.IGNORECASE,
)

# A pronoun that only its neighbour tells from an article or a preposition: "l'a", "qu'en",
# "c'est" where nothing is named behind "c'est quoi", "le faire" after a verb or at the end.
_ELIDED: Final = re.compile(
    r"\bl['’](?:a|as|ai|ont|avait|avaient|aura|est)\b|\b[a-z]+['’](?:en|y)\b"
    r"|\bc['’](?:est|était|sera)\b(?! (?:quoi|qui|où|quand|comment|combien|quel\w*)\b\s*[^\s?!.])"
    r"|\best[- ]ce\b(?! qu)(?! (?:le|la|les|un|une|des|du)\b| l['’])"
    r"|\b(?:peut|peux|puis|pouvez|pouvons|faut|dois|doit|devons|veux|veut|vais|va|sait|sais)"
    r"(?:[- ](?:on|je|tu|vous|nous|il|elle))? (?:le |la |les |l['’])\w+(?:er|ir|re|oir)\b"
    r"|\b(?:comment|où|quand) (?:le |la |les |l['’])\w+(?:er|ir|re|oir)\s*[?!.]*$"
    r"|\bqui (?:le|la|les) \w+\s*[?!.]*$",
    re.IGNORECASE,
)

# Phrases in which such a word stands for nothing.
_IDLE: Final = re.compile(
    r"\b(?:(?:is|are|was|were|will) there|there(?:['’]s| (?:is|are|was|were))"
    r"|(?:is|was) it (?:true|possible|allowed|necessary)(?: that\b)?"
    r"|this (?:week|month|year|morning|evening)"
    r"|how (?:much|many|long|often|far)|(?:at |from |until |since )?what time"
    r"|combien de (?:temps|fois)|(?:à|à partir de|jusqu['’]à|vers|depuis) quelle heure"
    r"|^go on\b|s['’]il (?:vous|te) pla[iî]t"
    r"|c['’]est (?:vrai|possible|permis) (?:que\b|qu['’]|d[e'’])"
    r"|(?:qu['’])?(?:il )?y (?:a|avait|aura)\b(?:[- ]t[- ]il)?"
    r"|il (?:est|faut|faudra|faudrait)|(?:faut|faudra|faudrait|est)[- ]il"
    r"|est[- ]ce qu(?:e\b|['’]))(?! all[ée])",
    re.IGNORECASE,
)

# When, after what goes on: "and in 2024?" is the question before about another time.
_DAYS: Final = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december winter spring summer autumn weekend week"
    " month year today tomorrow yesterday tonight"
    " lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin"
    " juillet août septembre octobre novembre décembre hiver printemps été automne semaine mois an"
    " année aujourd['’]hui demain hier soir matin"
).replace(" ", "|")
_WHEN: Final = re.compile(
    rf"(?<!\w)(?:\d{{1,2}}(?:st|nd|rd|th|er)? )?(?:(?:19|20)\d\d|(?:{_DAYS})s?)(?!\w)",
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
    goes_on = _GOING_ON.match(text)
    without_day = _WHEN.sub(" ", text) if goes_on else text
    if _NAMING.search(without_day.lower() if text.isupper() else without_day):
        return False
    asked, own = _IDLE.sub(" ", text), telling(without_day)
    points = _POINTING.intersection(words(asked)) or _ELIDED.search(asked) or goes_on
    # What names a day besides says more.
    few = _FEW if without_day == text else _FEW - 1
    return not own or (bool(points) and len(own) <= few)


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
