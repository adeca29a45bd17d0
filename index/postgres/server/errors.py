"""Turn PostgreSQL's errors into those of the index."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import psycopg
from psycopg import errors
from psycopg_pool import PoolTimeout

from index.error_sentences import Told
from index.errors import IndexAway, IndexLocked, IndexMismatch, IndexUnreachable
from index.postgres.server.reach import ServerAway
from index.system_errors import ROOM

if TYPE_CHECKING:
    from collections.abc import Iterator

REMEDY: Final = Told(
    "restore the server's own backup, or drop the schema `pullquote` and import again"
)

UNREACHABLE: Final = Told("see that the server runs and PULLQUOTE_DATABASE names it")

WRITABLE: Final = Told(
    "have PULLQUOTE_DATABASE name the server that may be written, or its role may write"
)

LIMITS: Final = Told("end others that use the server, or look at its limits")

_LIMITED: Final = (
    errors.OutOfMemory,
    errors.TooManyConnections,
    errors.ConfigurationLimitExceeded,
)
_AWAY: Final = (psycopg.OperationalError, psycopg.InterfaceError, PoolTimeout)
_BUSY: Final = (errors.LockNotAvailable, errors.DeadlockDetected, errors.QueryCanceled)
_DAMAGED: Final = (
    errors.UndefinedTable,
    errors.UndefinedColumn,
    errors.UndefinedFunction,
    errors.InvalidSchemaName,
    errors.DataCorrupted,
    errors.IndexCorrupted,
)


@contextmanager
def translated(place: str, restore: Told = REMEDY) -> Iterator[None]:
    """Turn what the server complains of into errors that name the database and the remedy.

    What the server says of values is left out: it quotes them.

    Args:
        place: What the database is called before people.
        restore: What helps where it is damaged.
    """
    try:
        yield
    except _BUSY as error:
        raise locked(place) from error
    except _DAMAGED as error:
        raise IndexMismatch(damaged(place, said(error), restore)) from error
    except errors.InsufficientPrivilege as error:
        remedy = Told("make the role that PULLQUOTE_DATABASE names the owner of the database")
        raise IndexMismatch(_unusable(place, error, remedy)) from error
    except ServerAway as error:
        raise IndexAway(_out_of_reach(place, error)) from error
    except (*_AWAY, errors.ReadOnlySqlTransaction) as error:
        raise IndexUnreachable(_out_of_reach(place, error)) from error
    except psycopg.DatabaseError as error:
        raise IndexMismatch(_unusable(place, error, restore)) from error


def said(error: psycopg.Error | PoolTimeout) -> str:
    """Return what went wrong in one line, without the values that the server quotes."""
    if isinstance(error, psycopg.Error) and error.diag.message_primary:
        return error.diag.message_primary
    return " ".join(str(error).split()) or type(error).__name__


def locked(place: str) -> IndexLocked:
    """Return the error that tells of another process at work."""
    return IndexLocked(Told("another process is using {path}: try again later", path=place))


def damaged(place: str, reason: str, remedy: Told = REMEDY) -> Told:
    """Return what is said of a database that is damaged."""
    return Told("{path} is damaged ({reason}): {remedy}", path=place, reason=reason, remedy=remedy)


def away(place: str, reason: str) -> Told:
    """Return what is said of a server that cannot be connected to."""
    return Told(
        "{path} cannot be used ({reason}): {remedy}",
        path=place,
        reason=reason,
        remedy=UNREACHABLE,
    )


def _out_of_reach(place: str, error: psycopg.Error | PoolTimeout) -> Told:
    """Return what is said of a server that does not answer, may not write, or lacks something."""
    if isinstance(error, errors.DiskFull):
        return Told("the disk of {path} is full: {remedy}", path=place, remedy=ROOM)
    if isinstance(error, errors.ReadOnlySqlTransaction):
        return _unusable(place, error, WRITABLE)
    return _unusable(place, error, LIMITS if isinstance(error, _LIMITED) else UNREACHABLE)


def _unusable(place: str, error: psycopg.Error | PoolTimeout, remedy: Told) -> Told:
    return Told(
        "{path} cannot be used ({reason}): {remedy}",
        path=place,
        reason=said(error),
        remedy=remedy,
    )
