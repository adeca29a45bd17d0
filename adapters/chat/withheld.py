"""Tells an asker alone that posts answer which not everybody in the channel may read."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.question_and_answer import Answer
    from bot.questions.service import QuestionService

_log: Final = logging.getLogger(__name__)


async def tell_withheld(
    questions: QuestionService,
    answer: Answer,
    own: Callable[[], Awaitable[frozenset[str]]],
    tell: Callable[[], Awaitable[object]],
) -> None:
    """Tell who asked, if posts that they may read answer what was answered to all in vain.

    The question leaves the list of the open ones once they were told. Where that fails, it stays
    there and the log has an error with an id: others are not to learn that there was anything.

    Args:
        questions: Looks for such posts.
        answer: What all were told.
        own: Returns what the asker may see.
        tell: Tells the asker where nobody else reads it; raises where that fails.
    """
    if answer.found:
        return
    try:
        with crashes_as_errors():
            if await questions.is_withheld(answer, await own()):
                await tell()
                questions.settle(answer)
    except Exception:  # noqa: BLE001 - the question is answered as it is
        _log.exception("error %s: an asker could not be told what is withheld", uuid4().hex[:8])
