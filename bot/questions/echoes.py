"""Tells a question that only says words of the answer back: "in the blue barrel?"; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.excerpt_counts import ON_A_PAGE
from bot.questions.parsing.followups import telling
from bot.questions.parsing.intent import is_fragment
from index.text.words import folded, words

if TYPE_CHECKING:
    from bot.question_and_answer import Answer

_ENOUGH: Final = 2
"""Telling words that nobody says in a row as they were quoted, but to say them back."""

# Each line is a language: English, French, Spanish, German.
_ARTICLES: Final = frozenset(
    "a an the this that le la les l un une des du au el los las una al del "
    "der die das den dem ein eine einen einem".split()
)


def may_say_back(answer: Answer) -> bool:
    """Return whether the question of an answer may say something back where others read it."""
    asked = answer.question
    return answer.found and not asked.is_private and is_fragment(asked.text)


def says_back(answer: Answer, before: Answer) -> bool:
    """Return whether a question has nothing but words that its readers have just read in a row.

    Fewer than two telling words may also ask what holds then ("in winter?"): they do where there
    is something new to quote for them.

    Args:
        answer: What answers it.
        before: The answer before it.
    """
    said = _bare(answer.question.text)
    read = before.excerpts[:ON_A_PAGE]
    if not said or not any(_holds(_bare(each.text), said) for each in read):
        return False
    return len(telling(answer.question.text)) >= _ENOUGH or not answer.beyond(before)


def _bare(text: str) -> list[str]:
    return [each for each in words(folded(text)) if each not in _ARTICLES]


def _holds(text: list[str], said: list[str]) -> bool:
    most = len(text) - len(said)
    return any(text[at : at + len(said)] == said for at in range(most + 1))
