"""Tells whether a question lacks nothing, so that a name behind it is called; pure.

"How long is it brewed Ben?" is said to Ben; "who replaced Ben?" and "is it in Berlin?" need him.
"""

from __future__ import annotations

import re
from typing import Final

from index.text.words import folded

# All below is folded: small letters without accents. German is left out: there a capital at the
# end is a noun ("wann ist die naechste Versammlung").
_WHEN: Final = r"(?:when|how (?:long|much|many|often|far)|what time|why|quand)"
_IS: Final = r"(?:is|are|was|were)"
_IT: Final = r"(?:it|they|this|that|he|she)"
_DONE: Final = (
    r"(?!(?:re)?(?:call|nam|titl|label|consider|nicknam)+l?ed\b)"
    r"(?:\w{3,}ed|lit|kept|sold|done|open|given|written|taken|broken|eaten)"
)
"""What ends a question about what is done, and is no name that something was given."""

_COMPLETE: Final = re.compile(
    rf".*\b{_WHEN}(?:['’]s| {_IS}) {_IT}(?: {_DONE})?|"
    rf".*\b(?:is|are|was|were|gets?) (?:[\w-]+ ){{1,4}}?{_DONE}|"
    rf".*\b{_WHEN} (?:do|does|did|will|can) (?:the )?(?:\w+ ){{1,3}}?"
    r"(?:come|start|begin|end|open|close|happen|arrive|finish)|"
    r".+ (?:quand|combien|pourquoi)"
)


def is_complete(asked: str) -> bool:
    """Return whether a question is one without the word that follows it.

    Args:
        asked: It, without its last word.
    """
    return _COMPLETE.fullmatch(folded(asked).strip(" ¿¡\"'")) is not None
