from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot.questions.pinned import LONGEST, PinnedAnswers, PinnedFirst, _with_first
from index.search_scope import Filters
from tests.fakes.bot.answers import ScriptedCore, answered
from tests.fakes.bot.ledgers import ADA, BEN, asked
from tests.fakes.bot.questions import question
from tests.fakes.index.hits import hit
from tests.fakes.index.posts import post
from tests.unit.bot.questions.conftest import OVEN, opened_services

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.question_and_answer import Answer
    from bot.services import Services
    from index.ports import Encoder

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


WORDS = "who repairs the windmill?"


@pytest.fixture
def services(tmp_path: Path, encoder: Encoder) -> Iterator[Services]:
    """What a platform stands on, with a post that is pinned to a question."""
    with opened_services(tmp_path, encoder=encoder) as made:
        yield made


async def pin(services: Services, account: str = ADA.account) -> None:
    pins, library = PinnedAnswers(services.ledger), services.library
    assert await pins.pin("discord", "discord:42", WORDS, OVEN.id, account, library=library)


async def pinned_of(services: Services, text: str, **more: Any) -> list[str]:
    await pin(services)
    await services.library.save([OVEN])
    first = PinnedFirst(ScriptedCore().ask, services.ledger, services.library)
    answer = await first.ask(asked(text, **more))
    return [each.post_id for each in answer.excerpts if each.is_pinned]


async def test_what_is_pinned_answers_the_same_question_in_other_words(services: Services) -> None:
    assert await pinned_of(services, WORDS) == [OVEN.id]
    assert await pinned_of(services, "hello, who is repairing the windmill?") == [OVEN.id]
    assert await pinned_of(services, "who should repair the windmill?") == []


async def test_what_is_pinned_answers_no_question_that_some_posts_are_asked(
    services: Services,
) -> None:
    for filters in (
        Filters(author="ada"), Filters(source="square"), Filters(kind="comment"),
        Filters(since=NOON.date()), Filters(until=NOON.date()), Filters(channel="discord:10"),
    ):  # fmt: skip
        assert await pinned_of(services, WORDS, filters=filters) == []
    assert await pinned_of(services, WORDS, filters=Filters(is_read=False)) == [OVEN.id]


async def test_of_an_admin_who_was_forgotten_it_is_not_kept_that_they_pinned_something(
    services: Services,
) -> None:
    await services.library.suppress(ADA.account)
    await pin(services)
    [kept] = PinnedAnswers(services.ledger).of("discord", "discord:42")
    assert (kept.post_id, kept.account) == (OVEN.id, "")
    assert ADA.account not in str(services.ledger.notes("standing:"))
    await pin(services, BEN.account)
    [kept] = PinnedAnswers(services.ledger).of("discord", "discord:42")
    assert kept.account == BEN.account


def with_first(text: str, most: int = 9) -> Answer:
    found = answered(
        question("Goats?", NOON, limit=most), hit(("Goats graze behind the school.", 0.9))
    )
    return _with_first(found, post(text, "p"))


def test_the_pinned_post_stands_first_and_the_rest_after_it() -> None:
    answer = with_first("The boat house is green.")
    assert [each.post_id for each in answer.excerpts] == ["notes:p", "notes:1"]
    assert [each.citation.number for each in answer.excerpts] == [1, 2]
    assert [each.is_pinned for each in answer.excerpts] == [True, False]
    assert len(with_first("The boat house is green.", 1).excerpts) == 1


def test_of_a_long_post_whole_sentences_are_quoted_and_of_one_sentence_its_beginning() -> None:
    long = "The boat house is green. " * 60
    [first, _] = with_first(long).excerpts
    assert first.text == long[: first.end]
    assert first.text.endswith("green.")
    assert len(first.text) <= LONGEST
    [first, _] = with_first("green " * 200).excerpts
    assert LONGEST - 1 <= len(first.text) <= LONGEST
