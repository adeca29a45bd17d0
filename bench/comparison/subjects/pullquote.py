"""Pullquote as a subject: through what the command line and the bot are made of."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from bench.comparison.subjects.worker import texts_of
from bench.embedding import timed
from bot.composition import app
from bot.settings.loading import load
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.answerer import Answerer
    from bot.services import Services


class Pullquote:
    """The whole program on one data folder, without a chat.

    Args:
        folder: The data folder.
    """

    def __init__(self, folder: Path) -> None:
        self._settings = load(Path("no .env"), {"PULLQUOTE_DATA": str(folder)})
        self._runner = asyncio.Runner()
        self._stack = AsyncExitStack()

    def build(self, posts: str, _: str = "") -> None:
        """Import a file, as `pullquote import` does."""
        found = app.find_posts([posts])
        with app.opened_index(self._settings, create=True) as index:
            counts = index.import_posts(found.sources, within=found.within, partial=found.partial)
        if counts.refused or found.refused:
            raise ValueError(f"{counts.refused:,} posts were refused: {counts.problems[:1]}")

    def open(self) -> None:
        """Load what is stored, and answer one question."""
        self._runner.run(self._answerer.warm_up())
        self.ask("Is it open?")

    def ask(self, question: str, audience: Sequence[str] | None = None) -> list[str]:
        """Return the excerpts that a reader of these labels gets; None may read everything."""
        asked = app.question(question, None if audience is None else frozenset(audience))
        answer = self._runner.run(self._answerer.ask(asked))
        return [excerpt.text for excerpt in answer.excerpts]

    def ask_together(self, questions: Sequence[str]) -> list[float]:
        """Ask all at once, and return after how many seconds each was answered."""
        return self._runner.run(self._together(questions))

    async def _together(self, questions: Sequence[str]) -> list[float]:
        begun = perf_counter()

        async def ask(question: str) -> float:
            await self._answerer.ask(app.question(question, None))
            return perf_counter() - begun

        return await asyncio.gather(*map(ask, questions))

    def store(self, number: int, text: str) -> None:
        """Store a live message, or its edit where the number is known."""
        post = Post(f"live:{number}", "live", text)
        counts = self._runner.run(self._services.library.save([post]))
        if counts.new + counts.changed != 1:
            raise ValueError(f"the message was not stored: {counts}")

    def embed(self, posts: str, most: int) -> float:
        """Return the milliseconds of the processor for 1,000 posts embedded, and no more."""
        encoder = app.load_model(self._settings)
        return timed(encoder.encode_passages, texts_of(posts)[:most])[1]

    def close(self) -> None:
        """Close what was opened."""
        self._runner.run(self._stack.aclose())
        self._runner.close()

    @cached_property
    def _answerer(self) -> Answerer:
        return self._stack.enter_context(app.answering(self._settings))

    @cached_property
    def _services(self) -> Services:
        from bot.composition import chat_app  # noqa: PLC0415 -- a bot's memory is not a question's

        opened = chat_app.opened_services(self._settings)
        return self._runner.run(self._stack.enter_async_context(opened))
