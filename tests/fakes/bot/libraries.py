"""A library without a model, whose files are whatever a test puts on its shelf."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.posts.library import IndexOpener
from index.clock import utc_now
from index.given_posts import GivenPosts
from index.sqlite.store import Store
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from index.errors import PostFormatError
    from index.ingest.counts import Counts
    from index.ports import Encoder, PostSource
    from index.posts import Post


@dataclass
class Files:
    """What is in files, by their name; each post may have to wait for its turn."""

    found: dict[str, Sequence[PostSource | PostFormatError]] = field(default_factory=dict)
    names: list[str | None] = field(default_factory=list)
    waiting: Callable[[], None] = lambda: None

    def put(self, file: Path, *posts: Post | PostFormatError) -> GivenPosts:
        """Make a file hold these posts."""
        source = GivenPosts(posts, str(file.resolve()))
        self.found[file.name] = [source]
        return source

    @contextmanager
    def sources_in(
        self, file: Path, source: str | None, waiting: Callable[[], None]
    ) -> Iterator[Sequence[PostSource | PostFormatError]]:
        self.names.append(source)
        self.waiting = waiting
        yield self.found[file.name]


@dataclass
class GatedSource(GivenPosts):
    """Posts of which the last ones come when the test says so."""

    reached: threading.Event = field(default_factory=threading.Event)
    gate: threading.Event = field(default_factory=threading.Event)
    gated_at: int = 1

    def posts(self) -> Iterator[Post | PostFormatError]:
        for at, item in enumerate(self.items):
            if at == self.gated_at:
                self.reached.set()
                assert self.gate.wait(PATIENCE_SECONDS)
            self.position += 1
            yield item


def unheard(done: int, total: int, counts: Counts) -> None:
    """Take a report."""


def shelf(folder: Path, files: Files, encoder: Encoder | None = None) -> IndexOpener:
    """Return how posts in this folder are opened."""
    used = encoder or HashingEncoder()
    return IndexOpener(
        lambda: Store.open(folder / "pullquote.db", create=True, clock=utc_now),
        lambda _: used,
        used.name,
        folder / "pullquote.cache",
        files.sources_in,
    )
