"""Tells what a sentence can be evidence of: one that asks, thanks or denies is not like others."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from index.text.kinds.signal_words import (
    ASKING,
    IMPERSONAL,
    NEGATIVE,
    NO_THANKING,
    NOT_NEGATIVE,
    ONESELF,
    PASSED_ON,
    POINTING,
    READERS,
    REOPENING,
    SEEKING,
    TALK,
    THANKING,
)
from index.text.language import FUNCTION_WORDS
from index.text.words import folded, words

_END: Final = re.compile(r"[?？¿؟][\s\W]*$")
_NAMING: Final = re.compile(r"(?<=[^\s.!?] )[A-ZÀ-Þ]\w|\d|https?://")
_COMMAND: Final = re.compile(r"\s*![^\W\d_][\w+.-]*(?:[ |>]+[^\s|>]+){0,5}\s*")
_ADDRESS: Final = re.compile(r"\A\s*@?[^\s:]{2,32}:\s+")
"""Who is spoken to, as chats without threads write it: "Ada: yes"."""

LONGEST_THANKS: Final = 200
"""Characters: a longer message tells something more."""

FEW: Final = 3
"""So many words beside a pronoun still name nothing."""


def asks(sentence: str) -> bool:
    """Say whether a sentence asks instead of stating."""
    return _END.search(sentence) is not None or ASKING.match(folded(sentence)) is not None


def asks_readers(sentence: str) -> bool:
    """Say whether a sentence asks whoever reads it: "Which paint do you use?"."""
    said = folded(sentence)
    return ASKING.match(said) is not None or (asks(sentence) and READERS.match(said) is not None)


def tells_of_oneself(sentence: str) -> bool:
    """Say whether a sentence is about whoever writes it: "Mine peeled off.", "J'ai essayé."."""
    return ONESELF.match(folded(sentence)) is not None


def seeks(text: str) -> bool:
    """Say whether a message tells of its writer's own wish or trouble: "I want to…", "I can't…"."""
    return SEEKING.search(folded(text)) is not None


def is_small_talk(sentence: str) -> bool:
    """Say whether a sentence only greets, thanks or agrees: "Thanks!", "Same here.", "+1"."""
    return all(
        word in TALK or word in FUNCTION_WORDS or word in POINTING or word == "1"
        for word in words(sentence)
    )


def answers_nothing(text: str) -> bool:
    """Say whether a message is no answer, whatever was asked: "Ada: thanks!", "!faq | Ada".

    It is small talk, also where that is said to somebody, or calls a bot.
    """
    said = _ADDRESS.sub("", text, count=1)
    return is_small_talk(said) or only_thanks(said) or _COMMAND.fullmatch(text) is not None


def only_thanks(sentence: str) -> bool:
    """Say whether a sentence thanks, and tells nothing else: "Thanks Bob, that worked!"."""
    said = words(sentence)
    telling = (word for word in said if not (word in FUNCTION_WORDS or word in TALK))
    is_short = len([*islice(telling, FEW)]) < FEW
    return is_short and not TALK.isdisjoint(said) and thanks(sentence)


def thanks(text: str) -> bool:
    """Say whether a message thanks for what helped: "That worked!", "Merci, ça marche !"."""
    said = folded(text)
    return (
        len(text) <= LONGEST_THANKS
        and THANKING.search(said) is not None
        and NO_THANKING.search(said) is None
        and not is_negative(text)
        and not asks(text)
    )


def reopens(text: str) -> bool:
    """Say whether a message says that what was thought solved is not: "It still fails."."""
    return REOPENING.search(folded(text)) is not None


def names_nothing(sentence: str) -> bool:
    """Say whether what a sentence is about stands before it: "It works now!", "C'est réparé."."""
    said = words(sentence)
    if not said or said[0] not in POINTING or _NAMING.search(sentence):
        return False
    if IMPERSONAL.match(folded(sentence)):
        return False
    telling = [
        word for word in said if not (word in FUNCTION_WORDS or word in TALK or word in POINTING)
    ]
    return len(telling) <= FEW


def is_negative(sentence: str) -> bool:
    """Say whether a sentence says what is not so."""
    return NEGATIVE.search(NOT_NEGATIVE.sub(" ", folded(sentence))) is not None


def is_passed_on(text: str) -> bool:
    """Say whether a text begins as what somebody else said does: "RT: …", "FYI: …"."""
    return bare(text) != text


def bare(text: str) -> str:
    """Return a text without what marks that it was posted before: "RT:", "FYI:"."""
    return PASSED_ON.sub("", text)
