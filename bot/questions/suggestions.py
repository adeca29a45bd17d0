"""What somebody could ask to begin with: what was often asked and well answered, else titles."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from index.search_scope import Filters
from index.text.words import words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

    from bot.ledger.ledger import Ledger
    from bot.posts.library import Library
    from bot.question_and_answer import Question
    from bot.questions.service import QuestionService

OFTEN: Final = 2
"""Times that a question was asked to be offered to others."""

LOOKED_AT: Final = 500
"""Answered questions of a workspace that are looked at, the last first."""

TRIED: Final = 8
"""Questions of a kind that are tried, each by a search: those that find nothing now are left."""

_SIGNS: Final = frozenset("<>@")
"""What may call somebody where it is sent."""


async def suggestions(
    asked: Question,
    questions: QuestionService,
    ledger: Ledger,
    library: Library,
    may_see: Callable[[Question], Awaitable[bool]],
    *,
    made: Iterable[str],
    beside: str,
    most: int,
    longest: int,
) -> list[str]:
    """Return whole questions that posts answer now, for one reader.

    Args:
        asked: A private question of this reader, of which all but the text is taken.
        questions: Answers them.
        ledger: Holds what was asked.
        library: Knows of whom nothing is to be kept.
        may_see: Tells whether the reader may see where a question was openly asked.
        made: Questions made of titles, the best first; taken where others are lacking.
        beside: How the place begins that the reader looks at: what was asked there comes first.
        most: Questions at most.
        longest: Characters of one at most; none is cut.

    Raises:
        UnavailableError: The posts or the ledger cannot be used now.
    """
    often = [each async for each in _often_asked(asked, ledger, library, may_see, beside)]
    found: dict[str, str] = {}
    for each in (*often[:TRIED], *islice(made, TRIED)):
        if len(found) == most:
            break
        if len(each) > longest or not _SIGNS.isdisjoint(each) or _key(each) in found:
            continue
        answer = await questions.unasked(replace(asked, text=each))
        if answer is not None and answer.found:
            found[_key(each)] = each
    return list(found.values())


async def _often_asked(
    asked: Question,
    ledger: Ledger,
    library: Library,
    may_see: Callable[[Question], Awaitable[bool]],
    beside: str,
) -> AsyncIterator[str]:
    """Give what was asked most where the reader reads along, and was not disliked."""
    alike: dict[str, list[tuple[Question, int]]] = {}
    platform, workspace = asked.asker.platform, asked.workspace_id
    found = ledger.questions.found_openly(platform, workspace, LOOKED_AT)
    # Whom an admin had forgotten may have asked before.
    gone = await library.suppressed_among({each.asker.account for each, _ in found})
    for question, liked in found:
        if question.filters == Filters() and question.asker.account not in gone:
            alike.setdefault(_key(question.text), []).append((question, liked))
    often = [
        each
        for each in alike.values()
        if len(each) >= OFTEN and sum(liked for _, liked in each) >= 0
    ]
    often.sort(key=lambda each: (-len({one.asker for one, _ in each}), -len(each)))
    if beside:
        often.sort(key=lambda each: not any(_is_at(one, beside) for one, _ in each))
    for each in often:
        seen = [one for one, _ in each if await may_see(one)]
        if len(seen) >= OFTEN:
            yield seen[0].text


def _is_at(question: Question, place: str) -> bool:
    return f"{question.conversation}/".startswith(f"{place}/")


def _key(text: str) -> str:
    return " ".join(words(text))
