"""What answers, over a database."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from adapters.sources.worker.parent import sources_apart
from bot.corrections.corrector import Corrector
from bot.ledger.ledger import Ledger
from bot.posts.documents import Documents
from bot.posts.library import Library
from bot.posts.running_jobs import Jobs
from bot.questions.admission.rate_limit import RateLimit
from bot.questions.answerer import Answerer
from bot.services import Services
from index.clock import utc_now
from index.search.search import Search
from index.sqlite.store import Store
from tests.fakes.bot.ledgers import clock
from tests.fakes.bot.libraries import Files, shelf
from tests.fakes.bot.questions import question
from tests.fakes.bot.reports import reports_of
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from bot.question_and_answer import Answer
    from bot.questions.service import QuestionService
    from index.embedding.encoder import OpenEncoder
    from index.ports import Encoder


OVEN = post("The village oven is lit on Fridays at six in the morning.", "oven", author="Ada")
SALE = post("The village oven will be sold to the brewery.", "sale", audience="discord:7")
PUBLIC = frozenset({"everyone"})
MEMBERS = PUBLIC | {"discord:7"}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the index is, once something was imported."""
    return tmp_path / "data" / "pullquote.db"


@pytest.fixture
def answerer(database: Path, open_bundled: OpenEncoder) -> Iterator[Answerer]:
    """The core over a real database, opened on its own thread."""

    def open_retriever() -> Search:
        return Search(
            Store.open(database, clock=utc_now), open_bundled, database.with_suffix(".cache")
        )

    opened = Answerer(open_retriever)
    yield opened
    opened.close()


@contextmanager
def opened_services(
    folder: Path, most: int = 1_000, encoder: Encoder | None = None
) -> Iterator[Services]:
    ledger = Ledger.open(folder / "ledger.db", timedelta(days=1), clock)
    library = Library(shelf(folder, Files(), encoder))
    try:
        yield Services(
            ledger,
            library,
            Jobs(ledger.jobs),
            RateLimit(most),
            Corrector(ledger, library),
            reports_of(library, ledger),
            Documents(sources_apart, reads_pdf=False),
        )
    finally:
        library.close()
        ledger.close()


@contextmanager
def core(folder: Path, encoder: Encoder | None = None) -> Iterator[Answerer]:
    used = shelf(folder, Files(), encoder)
    answerer = Answerer(lambda: Search(used.open_store(), used.open_encoder, used.cache_file))
    try:
        yield answerer
    finally:
        answerer.close()


@pytest.fixture
def services(tmp_path: Path, encoder: Encoder) -> Iterator[Services]:
    """What a platform stands on."""
    with opened_services(tmp_path, encoder=encoder) as made:
        yield made


@pytest.fixture
def questions(tmp_path: Path, services: Services, encoder: Encoder) -> Iterator[QuestionService]:
    """A desk over a real index, with the bundled model."""
    with core(tmp_path, encoder) as answerer:
        yield services.question_service(answerer.ask)


def ids(answer: Answer | None) -> set[str]:
    assert answer is not None
    return {each.post_id for each in answer.excerpts}


@pytest.fixture
def ask(answerer: Answerer, now: datetime) -> Callable[..., Answer]:
    """Ask from a loop of its own, as each command does."""

    def run(text: str, **more: object) -> Answer:
        return asyncio.run(answerer.ask(question(text, now, **more)))

    return run
