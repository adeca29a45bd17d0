"""Something between the bot and a database server that may fall silent: it takes all, and answers
nothing.
"""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Self

from tests.fakes.postgres_server import ROLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.postgres_server import PostgresServer


class SilentProxy:
    """Passes all on to a server, on a port of this machine, until it falls silent.

    Args:
        server: The server.
    """

    def __init__(self, server: PostgresServer) -> None:
        self._server = server
        self._talks = threading.Event()
        self._talks.set()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._far: list[socket.socket] = []
        self._near: list[socket.socket] = []

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for each in (self._listening, *self._near, *self._far):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        self._talks.set()

    def address(self, database: str) -> str:
        """Return how a database is reached through it."""
        return f"postgresql://{ROLE}@127.0.0.1:{self._listening.getsockname()[1]}/{database}"

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Pass nothing on meanwhile; what was sent arrives afterwards."""
        self._talks.clear()
        try:
            yield
        finally:
            self._talks.set()

    def forget_the_server(self) -> None:
        """End all connections to the server, and keep those to the bot, which hears nothing."""
        far, self._far = self._far, []
        for each in far:
            each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                self._near.append(near)
                threading.Thread(target=self._serve, args=(near,), daemon=True).start()

    def _serve(self, near: socket.socket) -> None:
        far = socket.socket(socket.AF_UNIX)
        far.connect(str(self._server.folder / ".s.PGSQL.5432"))
        self._far.append(far)
        threading.Thread(target=self._pass, args=(near, far), daemon=True).start()
        self._pass(far, near)

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while some := source.recv(65536):
                self._talks.wait()
                target.sendall(some)
            if source in self._near:  # the bot is gone; of the server nobody tells it
                target.shutdown(socket.SHUT_RDWR)
