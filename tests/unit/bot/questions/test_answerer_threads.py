"""The thread that owns the index: it begins, warms up and ends."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest

from bot.errors import UnavailableError
from bot.questions.answerer import Answerer
from index.clock import utc_now
from index.search.search import Search
from index.sqlite.store import Store
from tests.fakes.bot.questions import question
from tests.unit.bot.questions.test_answerer import GOATS, OPEN, OVEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from bot.question_and_answer import Answer
    from index.embedding.encoder import OpenEncoder
    from index.ports import Encoder


def test_one_thread_owns_the_index_whoever_asks(
    save: Callable[..., None], database: Path, open_bundled: OpenEncoder, now: datetime
) -> None:
    save(OVEN, GOATS)
    owners = []

    def open_retriever() -> Search:
        owners.append(threading.current_thread())
        return Search(
            Store.open(database, clock=utc_now), open_bundled, database.with_suffix(".cache")
        )

    answerer = Answerer(open_retriever)

    async def ask_all() -> list[Answer]:
        return await asyncio.gather(*(answerer.ask(question(OPEN, now)) for _ in range(5)))

    answers = asyncio.run(ask_all())
    answerer.close()

    (owner,) = owners
    assert owner is not threading.current_thread()
    assert owner.name.startswith("index")
    assert all(answer.found for answer in answers)


def test_closing_ends_the_thread_and_no_question_is_taken_any_more(
    save: Callable[..., None], ask: Callable[..., Answer], answerer: Answerer
) -> None:
    save(OVEN)
    before = threads_of_the_index()
    ask(OPEN)
    assert len(threads_of_the_index()) == len(before) + 1
    answerer.close()
    assert threads_of_the_index() == before
    with pytest.raises(RuntimeError, match="after shutdown"):
        ask(OPEN)


def threads_of_the_index() -> set[threading.Thread]:
    return {each for each in threading.enumerate() if each.name.startswith("index")}


def test_warming_up_opens_the_index_and_loads_model_and_vectors_before_the_first_question(
    save: Callable[..., None], database: Path, encoder: Encoder
) -> None:
    save(OVEN)
    opened: list[str] = []

    def open_encoder(name: str) -> Encoder:
        opened.append(name)
        return encoder

    answerer = Answerer(
        lambda: Search(
            Store.open(database, clock=utc_now), open_encoder, database.with_suffix(".cache")
        )
    )
    asyncio.run(answerer.warm_up())
    assert len(opened) == 1
    answerer.close()


def test_warming_up_where_there_is_nothing_yet_leaves_it_to_the_first_question_to_say_so(
    answerer: Answerer, ask: Callable[..., Answer]
) -> None:
    asyncio.run(answerer.warm_up())
    with pytest.raises(UnavailableError, match="there are no posts"):
        ask(OPEN)


def test_warming_up_an_empty_index_is_fine(answerer: Answerer, store: Store) -> None:
    assert store.active_model() is None
    asyncio.run(answerer.warm_up())
