"""Tells where "we" and "our" stand for all who read along, and posts are asked for facts; pure.

"Do we have a staging server?" is asked of posts, "where do we meet for lunch?" of people. The words
alone tell: what is ours, what we have, and what we do again and again; no plan for a meal, or for a
day that is soon. Each pattern is a language: English, French, Spanish, German.
"""

from __future__ import annotations

import re
from typing import Final

_OURS: Final = re.compile(
    r"(?:what|who|where|which|when|how)\b.*\bour \w|"
    r"(?:quel|quels|quelle|quelles|qui|ou|quand|comment|combien)\b.*\b(?:notre|nos) \w|"
    r"(?:que|cual|cuales|quien|quienes|donde|cuando|como|cuant[oa]s?)\b.*\bnuestr[oa]s? \w|"
    r"(?:was|wer|wo|wann|wie|welche[rsnm]?)\b.*\bunser(?:e[rsnm]?)? \w"
)
"""What is ours: "what is our wifi password?"."""

_HAVE: Final = re.compile(
    r"do we (?:still |already |also )?(?:have|own|use|support|offer|accept|run) "
    r"(?:(?:an?|any|the|our) \w|(?!this\b|us\b)\w+s\b)|"
    r"(?:which|what) \w+(?: \w+)? do we "
    r"(?:have|own|use|support|offer|accept|run|need|pay)\b|"
    r"(?:avons[- ]nous|est-ce que nous avons) (?:une?|des|le|la|les|l['’]|notre|nos)\b|"
    r"tenemos (?:una?|algun\w*|el|la|los|las|nuestr\w+)\b|"
    r"haben wir (?:(?:noch|schon|auch) )?(?:ein\w*|den|die|das|unser\w*)\b"
)
"""What we have or use: "do we have a staging server?"."""

_AGAIN_AND_AGAIN: Final = re.compile(
    r"(?:when|how often|on which day|at what time) do we "
    r"(?:meet|deploy|release|publish|ship|pay|invoice|open|close|vote|get paid)\b|"
    r"where do we (?:keep|store|host|document|report|publish|deploy)\b|"
    r"how do we (?:deploy|release|publish|ship|invoice|vote)\b|"
    r"(?:quand|quel jour|a quelle heure) (?:est-ce que )?nous (?:nous )?reunissons\b|"
    r"(?:cuando|que dia|a que hora) nos reunimos\b|"
    r"(?:wann|an welchem tag|wie oft) (?:treffen wir uns|tagen wir)\b"
)
"""What we do again and again: "when do we meet?"."""

_MEALS: Final = re.compile(
    r"\b(?:lunch|dinner|breakfast|supper|coffee|tea|beers?|drinks?|pizza|party|ride|table|"
    r"dejeuner|diner|petit-dejeuner|cafe|biere|apero|verre|pizza|fete|"
    r"comida|almuerzo|cena|desayuno|cafe|cervezas?|copas?|fiesta|"
    r"mittag\w*|abendessen|essen|fruhstuck|kaffee|biere?|feier|tisch)\b"
)
"""What people meet for who speak with each other."""

_WE: Final = re.compile(
    r"\b(?:we|ours?|us|nous|notre|nos|nuestr[oa]s?|tenemos|reunimos|wir|uns|unser\w*)\b"
)


def without_us(asked: str) -> str:
    """Return a question without the words for "we" where these stand for all who read along.

    Where they do not, or may stand for those who speak with each other, it is left as it is.

    Args:
        asked: It, folded, without what stands before a question.
    """
    is_of_us = any(each.match(asked) for each in (_OURS, _HAVE, _AGAIN_AND_AGAIN))
    return _WE.sub(" ", asked) if is_of_us and not _MEALS.search(asked) else asked
