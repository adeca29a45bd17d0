from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import EmptyQuestion, QuestionTooLong
from bot.question_and_answer import LONGEST_QUESTION
from index.search_scope import Filters, Scope
from tests.fakes.bot.questions import question

if TYPE_CHECKING:
    from datetime import datetime


def test_a_question_without_words_cannot_be_made(now: datetime) -> None:
    with pytest.raises(EmptyQuestion, match="write what you would like to know"):
        question(" \n", now)


def test_a_question_that_is_too_long_cannot_be_made(now: datetime) -> None:
    with pytest.raises(QuestionTooLong, match="2,001 characters: 2,000 are the most"):
        question("x" * (LONGEST_QUESTION + 1), now)


def test_its_scope_joins_audience_and_filters(now: datetime) -> None:
    asked = question("slugs?", now, audience=frozenset({"slack:C1"}), filters=Filters(author="jan"))

    assert asked.scope == Scope(frozenset({"slack:C1"}), Filters(author="jan"))
