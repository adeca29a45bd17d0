"""Chooses the engine that keeps the posts: the part of the composition root that knows engines."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import ConfigError
from bot.settings.values import DATABASE
from index.error_sentences import Told
from index.errors import IndexMismatch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.settings.values import Settings
    from index.engine.storage import FileStorage, Storage


def storage(settings: Settings) -> Storage:
    """Return what keeps the posts.

    Raises:
        ConfigError: Its packages are not installed, or there is no such address.
    """
    return _at_address(settings.address) if settings.address else file_at(settings.database)


def storage_at(where: str) -> Storage:
    """Return what keeps posts at the address of a server, or in a data folder.

    Raises:
        ConfigError: Its packages are not installed, or that is no such address.
    """
    if "://" in where:
        return _at_address(where)
    return file_at(Path(where) / DATABASE)


def _at_address(address: str) -> Storage:
    with settings_errors():
        return _on_server(address)


@contextmanager
def settings_errors() -> Iterator[None]:
    """Turn what is wrong with the address of a server into an error of the settings."""
    try:
        yield
    except ModuleNotFoundError as missing:
        sentence = Told(
            "{package} is not installed: `pip install 'pullquote[postgres]'` brings it",
            package=missing.name,
        )
        raise ConfigError([sentence]) from missing
    except IndexMismatch as error:
        raise ConfigError([error.sentence]) from error


def file_at(path: Path) -> FileStorage:
    """Return what keeps posts in a file."""
    from index.clock import utc_now
    from index.sqlite.storage import SqliteStorage

    return SqliteStorage(path, utc_now)


def home(settings: Settings) -> str:
    """Return where the posts are: a whole path, or a database on a server."""
    return storage(settings).home if settings.address else str(settings.data.resolve())


@cache
def _on_server(address: str) -> Storage:
    """Return a database on a server, whose connections the whole process shares."""
    from index.clock import utc_now
    from index.postgres.storage import PostgresStorage

    return PostgresStorage(address, utc_now)
