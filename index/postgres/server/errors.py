"""Turn PostgreSQL's errors into those of the index."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import psycopg
from psycopg import errors
from psycopg_pool import PoolTimeout

from index.error_sentences import Told
from index.errors import IndexLocked, IndexMismatch, IndexUnreachable

if TYPE_CHECKING:
    from collections.abc import Iterator

REMEDY: Final = Told(
    "restore the server's own backup, or drop the schema `pullquote` and import again"
)

UNREACHABLE: Final = Told("see that the server runs and PULLQUOTE_DATABASE names it")

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
    except (psycopg.OperationalError, psycopg.InterfaceError, PoolTimeout) as error:
        # A full disk is told in the same way as a server that does not answer.
        raise IndexUnreachable(_unusable(place, error, UNREACHABLE)) from error
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


def _unusable(place: str, error: psycopg.Error | PoolTimeout, remedy: Told) -> Told:
    return Told(
        "{path} cannot be used ({reason}): {remedy}",
        path=place,
        reason=said(error),
        remedy=remedy,
    )
