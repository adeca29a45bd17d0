"""Places where answers stand that are corrected."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from adapters.sources.worker.parent import sources_apart
from bot.corrections import queue
from bot.corrections.corrector import Corrector
from bot.ledger.ledger import Ledger
from bot.posts.documents import Documents
from bot.posts.library import Library
from bot.posts.running_jobs import Jobs
from bot.questions.admission.rate_limit import RateLimit
from bot.services import Services
from tests.fakes.bot.answer_editors import FakeAnswerEditor
from tests.fakes.bot.answers import ScriptedCore, answered
from tests.fakes.bot.ledgers import ADA, asked, clock
from tests.fakes.bot.libraries import Files, shelf
from tests.fakes.bot.reports import reports_of
from tests.fakes.index.hits import hit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from index.posts import Hit
    from tests.fakes.bot.answer_editors import FakeAnswerEditor


DISCORD, SLACK = "discord:1/2", "slack:T1/C1/3.4"
OVEN = hit(("The village oven is lit on Fridays.", 0.9), name="oven", author_id=ADA.account)
DOUGH = hit(("Everybody brings a dough of their own to it.", 0.9), name="dough")


@dataclass
class Place:
    """What answers stand on, and what corrects them."""

    folder: Path
    services: Services
    core: ScriptedCore = field(default_factory=ScriptedCore)

    async def stores(self, *hits: Hit) -> None:
        self.core.hits = hits
        await self.services.library.save([each.post for each in hits])

    def answers(self, message: str, *hits: Hit, is_private: bool = False) -> None:
        """Let a message be the answer that quotes these."""
        answer = answered(asked(id_=f"q{message}", is_private=is_private), *hits)
        self.services.ledger.questions.keep(answer)
        self.services.corrections.posted(answer, message, names_asker=is_private)

    @asynccontextmanager
    async def serving(
        self, corrections: Corrector | None = None, **sides: FakeAnswerEditor
    ) -> AsyncIterator[None]:
        """Correct on these platforms."""
        used = corrections or self.services.corrections
        questions = self.services.question_service(self.core.ask)
        tasks = [
            asyncio.create_task(used.serve(name, questions, side)) for name, side in sides.items()
        ]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """A place without posts, where what failed is soon tried again."""
    monkeypatch.setattr(queue, "LOOK_SECONDS", 0.01)
    ledger = Ledger.open(tmp_path / "ledger.db", timedelta(days=1), clock)
    library = Library(shelf(tmp_path, Files()))
    corrections = Corrector(ledger, library)
    reports, documents = reports_of(library, ledger), Documents(sources_apart, reads_pdf=False)
    jobs, limits = Jobs(ledger.jobs), RateLimit(100)
    yield Place(tmp_path, Services(ledger, library, jobs, limits, corrections, reports, documents))
    library.close()
    ledger.close()
