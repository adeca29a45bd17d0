"""Decides whether a message is for us, once for all platforms; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.chat.mentioned import speaks_to_us
from bot.questions.parsing.intent import asks_for_more, intent_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from adapters.chat.wording import Wording
    from bot.question_and_answer import Answer
    from bot.questions.parsing.intent import Intent

EDITING_SECONDS: Final = 60
"""How long a question may be edited and is answered again in place."""

INSTEAD: Final[frozenset[Intent]] = frozenset({"help", "command"})
"""What is told how it is done, alone, in place of an answer."""

_ADDRESSED: Final = re.compile(
    r"\s*(?:<@[!&]?(?P<first>\w+)(?:\|[^<>]*)?>|(?P<all><!|@(?:everyone|here|channel)\b))"
    r"|.*[,;–—-]\s*<@[!&]?(?P<last>\w+)(?:\|[^<>]*)?>[\s.!?]*$",
    re.DOTALL,
)
"""Whom a message is said to: by its first word, or by its last, after a comma."""

_EMOJI: Final = re.compile(r"<a?:\w+:\d+>|(?<!\w):[\w+'-]+:(?!\w)")


def is_to_others(text: str, ours: Collection[str]) -> bool:
    """Return whether a message is addressed to somebody else than us, or to all.

    Args:
        text: The message as its platform sends it, with ids for names (`<@U1>`).
        ours: Our own ids.
    """
    match = _ADDRESSED.match(text)
    if match is None:
        return False
    return bool(match["all"]) or (match["first"] or match["last"]) not in ours


def intent_for(text: str, words: str, *, is_direct: bool, ours: Collection[str] = ()) -> Intent:
    """Return what the writer of a message wants of us.

    Args:
        text: The message as its platform sends it.
        words: What it says, without our mention and with names for ids.
        is_direct: It mentions us, or stands in a direct message.
        ours: Our own ids.
    """
    if is_direct and not words.strip():
        return "help"
    if is_direct and not speaks_to_us(text, ours):
        return "nothing"
    words = _EMOJI.sub(" ", words)
    if is_direct:
        return intent_of(words, is_direct=True)
    return "nothing" if is_to_others(text, ours) else intent_of(words, is_direct=False)


def asks_something(words: str) -> bool:
    """Return whether what a command or a form asks is more than a greeting or a call for help.

    Args:
        words: What was typed, with its filters.
    """
    return intent_for(words, words, is_direct=True) == "answer"


def said_instead(intent: Intent, wording: Wording) -> str:
    """Return what a message is told in place of an answer, alone; "" where it is answered."""
    match intent:
        case "help":
            return wording.how_to_ask
        case "command":
            return wording.how_to_command
        case _:
            return ""


def is_worth_saying(answer: Answer | None, intent: Intent) -> bool:
    """Return whether an answer is shown: where nobody named us, only one that says something.

    Args:
        answer: It; None where there was an error.
        intent: What its message wants.
    """
    if intent == "answer":
        return True
    if answer is None:
        return False
    if answer.is_said_back:
        return False
    return answer.found or (answer.is_all_said and asks_for_more(answer.question.text))
