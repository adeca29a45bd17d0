"""Counts what the bot does, for whoever watches over it: numbers alone, no text and no name."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

from bot.errors import AskError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from bot.question_and_answer import Answer

SECONDS: Final = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Up to which an answer's time is counted; it is due within ten."""


class Asked:
    """A question that is being answered.

    Attributes:
        outcome: What became of it: `found`, `unsure` or `not_found`.
    """

    outcome = "not_found"

    def answered(self, answer: Answer) -> Answer:
        """Take it that this is the answer, and return it."""
        self.outcome = "found" if answer.found else "unsure" if answer.unsure else "not_found"
        return answer


class Metrics:
    """What one process counts; each has a registry of its own, so that two share nothing.

    Args:
        clock: Tells the time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._questions = Counter(
            "pullquote_questions", "Questions by what became of them.", ["platform", "outcome"],
            registry=registry,
        )  # fmt: skip
        self._seconds = Histogram(
            "pullquote_answer_seconds", "How long answers took, the wait included.", ["platform"],
            buckets=SECONDS, registry=registry,
        )  # fmt: skip
        self._errors = Counter(
            "pullquote_platform_errors", "Calls of a platform that failed, by kind.",
            ["platform", "kind"], registry=registry,
        )  # fmt: skip
        self._records = Counter(
            "pullquote_log_records", "Log lines from a warning on.", ["level"], registry=registry
        )
        self._lag = Gauge(
            "pullquote_sync_lag_seconds", "From writing to storing, of the last live message.",
            ["platform"], registry=registry,
        )  # fmt: skip
        self._watched = Gauge(
            "pullquote_watched_channels", "Watched channels, by whether they can be read.",
            ["platform", "state"], registry=registry,
        )  # fmt: skip
        self._in_hand = Gauge(
            "pullquote_questions_in_hand", "Questions that wait or are answered.", registry=registry
        )
        self._posts = Gauge("pullquote_posts", "Stored posts and comments.", registry=registry)
        self._bytes = Gauge("pullquote_index_bytes", "Size of the posts.", registry=registry)
        self._age = Gauge(
            "pullquote_index_age_seconds", "Since a post was last stored or removed.",
            registry=registry,
        )  # fmt: skip

    @contextmanager
    def question(self, platform: str) -> Iterator[Asked]:
        """Count a question and its time by what becomes of it inside, be it an error."""
        asked, began = Asked(), self._clock()
        with self.refusals(platform):
            try:
                yield asked
            except AskError:  # counted as refused
                raise
            except BaseException:
                self._questions.labels(platform, "failed").inc()
                raise
        self._questions.labels(platform, asked.outcome).inc()
        self._seconds.labels(platform).observe(self._clock() - began)

    @contextmanager
    def refusals(self, platform: str) -> Iterator[None]:
        """Count what is refused inside: too many, too fast, or nothing that can be asked."""
        try:
            yield
        except AskError:
            self._questions.labels(platform, "refused").inc()
            raise

    def failed_call(self, platform: str, kind: str) -> None:
        """Count a call of a platform that failed.

        Args:
            platform: Which.
            kind: `lost`, `rate_limited`, `refused` (4xx) or `failed` (5xx).
        """
        self._errors.labels(platform, kind).inc()

    def stored_live(self, platform: str, seconds: float) -> None:
        """Note how long a message took from being written to being stored."""
        self._lag.labels(platform).set(max(0.0, seconds))

    def set_channels(self, platform: str, readable: int, unreadable: int) -> None:
        """Note how many channels of a platform are watched."""
        self._watched.labels(platform, "readable").set(readable)
        self._watched.labels(platform, "unreadable").set(unreadable)

    def set_in_hand(self, questions: int) -> None:
        """Note how many questions wait or are answered."""
        self._in_hand.set(questions)

    def set_index(self, posts: int, size: int, changed: datetime | None, now: datetime) -> None:
        """Note how much is stored, in posts and bytes, and how long ago that changed."""
        self._posts.set(posts)
        self._bytes.set(size)
        self._age.set(max(0.0, (now - changed).total_seconds()) if changed else 0.0)

    def log_handler(self) -> logging.Handler:
        """Return what counts log records; it keeps nothing of them but their level."""
        return _Counting(self._records)

    def text(self) -> bytes:
        """Return all of it as Prometheus reads it."""
        return generate_latest(self._registry)


class _Counting(logging.Handler):
    def __init__(self, counter: Counter) -> None:
        super().__init__(logging.WARNING)
        self._counter = counter

    def emit(self, record: logging.LogRecord) -> None:
        self._counter.labels(record.levelname.lower()).inc()
