"""Turn PostgreSQL's errors into those of the index."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import psycopg
from psycopg import errors
from psycopg_pool import PoolTimeout

from index.errors import IndexLocked, IndexMismatch, IndexUnreachable

if TYPE_CHECKING:
    from collections.abc import Iterator

REMEDY: Final = "restore the server's own backup, or drop the schema `pullquote` and import again"

UNREACHABLE: Final = "see that the server runs and PULLQUOTE_DATABASE names it"

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
def translated(place: str, restore: str = REMEDY) -> Iterator[None]:
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
        raise IndexMismatch(f"{place} is damaged ({said(error)}): {restore}") from error
    except errors.InsufficientPrivilege as error:
        remedy = "make the role that PULLQUOTE_DATABASE names the owner of the database"
        raise IndexMismatch(f"{place} cannot be used ({said(error)}): {remedy}") from error
    except (psycopg.OperationalError, psycopg.InterfaceError, PoolTimeout) as error:
        # A full disk is told in the same way as a server that does not answer.
        raise IndexUnreachable(f"{place} cannot be used ({said(error)}): {UNREACHABLE}") from error
    except psycopg.DatabaseError as error:
        raise IndexMismatch(f"{place} cannot be used ({said(error)}): {restore}") from error


def said(error: psycopg.Error | PoolTimeout) -> str:
    """Return what went wrong in one line, without the values that the server quotes."""
    if isinstance(error, psycopg.Error) and error.diag.message_primary:
        return error.diag.message_primary
    return " ".join(str(error).split()) or type(error).__name__


def locked(place: str) -> IndexLocked:
    """Return the error that tells of another process at work."""
    return IndexLocked(f"another process is using {place}: try again later")
