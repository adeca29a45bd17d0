"""Tells whether a question lacks nothing, so that a name behind it is called; pure.

"How long is it brewed Ben?" is said to Ben; "who replaced Ben?" and "is it in Berlin?" need him.
"""

from __future__ import annotations

import re
from typing import Final

from index.text.words import folded

# All below is folded: small letters without accents. Each line is a language: English, French,
# Spanish, German.
_WHEN: Final = (
    r"(?:when|how (?:long|much|many|often|far)|what time|why|"
    r"quand|cuando|donde|cuanto|wann|wo|wie (?:lange|viel|oft))"
)
_IS: Final = r"(?:is|are|was|were|ist|sind|war|wird|werden|est|sont|etait|es|son|esta|era)"
_IT: Final = r"(?:it|they|this|that|he|she|es|er|sie|das|ca)"
_NOUN: Final = (
    r"(?!(?:the|an?|our|my|your|of|in|at|to|for|by|from|with|on|near|called|named|"
    r"mit|bei|von|auf|an|nach|genannt|en|de|a|con|"
    r"the|le|la|les|un|une|el|los|las|der|die|das|den|dem)\b)\w+"
)
"""A word that needs no other behind it."""

_COMPLETE: Final = re.compile(
    rf".*\b{_WHEN}(?:['’]s| {_IS}) {_IT}(?: {_NOUN}){{0,3}}|"
    rf".*\b{_IS} {_IT}(?: \w+){{0,2}} {_NOUN}|"
    r".*\b(?:is|are|was|were|gets?) (?:[\w-]+ ){1,4}?"
    r"(?!(?:call|nam|titl|label|consider|nicknam)+l?ed\b)(?:\w{2,}ed|\w{3,}en|lit|kept|sold|done)|"
    rf".*\b(?:when|how often)(?:['’]s| {_IS}) (?:the )?(?:\w+ )?{_NOUN}|"
    rf".*\b(?:do|does|did|will|can) {_IT} "
    r"(?:come|start|begin|end|open|close|happen|arrive|work|go|finish|last|run)|"
    r".+ (?:quand|ou|comment|combien|pourquoi|quoi)|"
    r"(?:cuando|donde|cuanto|a que hora) \w+ (?:el|la|los|las) \w+|"
    r"(?:wann|wo|wie lange) \w+ (?:der|die|das) \w+"
)


def is_complete(asked: str) -> bool:
    """Return whether a question is one without the word that follows it.

    Args:
        asked: It, without its last word.
    """
    return _COMPLETE.fullmatch(folded(asked).strip(" ¿¡\"'")) is not None
