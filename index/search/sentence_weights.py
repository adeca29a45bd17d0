"""Weighs what a sentence says as evidence for a question, by how both are put; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.text.kinds.sentence_kinds import (
    asks,
    is_negative,
    is_small_talk,
    names_nothing,
    only_thanks,
)
from index.text.kinds.signal_words import CHOOSING
from index.text.terms import versions
from index.text.words import folded

ASKED: Final = 0.5
"""What a sentence counts that asks: it says what somebody wanted to know."""

IDLE: Final = 0.3
"""What one counts that only thanks, or is about something that is not named."""

CONTRARY: Final = 0.7
"""What one counts that says so where it is asked what is not so."""

DENIED: Final = 0.85
"""What one counts that says what is not so where it is asked what is."""

ASKERS: Final = 0.85
"""What one counts of a post that asks and was answered: it tells what the trouble is."""

OTHER: Final = 0.8
"""What one counts that has another version than the one that is asked for."""


_RANGE: Final = re.compile(
    r"\b(?:since|until|till|before|after|from|up to|as of|at least|(?:old|new|lat|earli)er"
    r"|above|below"
    r"|depuis|jusqu|avant|apres|a partir|des (?:la|le)|(?:anteri|posteri|ulteri)eur\w*"
    r"|seit|bis|vor|nach|ab|(?:alt|neu|spat|fruh)er\w*|mindestens"
    r"|desde|hasta|antes|despues|(?:post|ant)erior\w*|al menos)\b|[<>≥≤+]"
)
"""What says that something holds for more than the version that is named."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a question is put.

    Attributes:
        is_negative: It asks for what is not so.
        chooses: It asks which of several, so that what is denied of one is not its answer.
        versions: The version numbers that it names.
    """

    is_negative: bool
    chooses: bool
    versions: frozenset[str]

    def weight(self, sentence: str, *, is_led: bool) -> float:
        """Return what a sentence counts as evidence, 0 to 1.

        Args:
            sentence: The sentence.
            is_led: Something stands before it that its pronouns may point at.
        """
        weight = 1.0
        if asks(sentence):
            weight *= ASKED
        is_idle = is_small_talk(sentence) or only_thanks(sentence)
        if is_idle or (not is_led and names_nothing(sentence)):
            weight *= IDLE
        if self.chooses and is_negative(sentence) != self.is_negative:
            weight *= CONTRARY if self.is_negative else DENIED
        if self._names_another(sentence):
            weight *= OTHER
        return weight

    def is_of_another(self, sentence: str, around: str) -> bool:
        """Say whether a sentence tells of other versions than the one that is asked for.

        What holds since or until one may hold for the one that is asked for, too.

        Args:
            sentence: The sentence.
            around: What stands around it, which may name the version.
        """
        is_single = _RANGE.search(folded(sentence)) is None
        return is_single and self._names_another(sentence) and not versions(around) & self.versions

    def _names_another(self, sentence: str) -> bool:
        held = versions(sentence) if self.versions else frozenset()
        return bool(held) and not held & self.versions


def wanted(question: str) -> Wanted:
    """Return how a question is put."""
    chooses = re.search(CHOOSING, folded(question)) is not None
    return Wanted(is_negative(question), chooses, versions(question))
