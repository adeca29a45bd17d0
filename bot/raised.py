"""Tells of errors in a log without what they say: a library's error may quote what people wrote."""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING, Final

from bot.errors import BotError
from index.error_sentences import Told
from index.errors import IndexingError

if TYPE_CHECKING:
    import logging
    from collections.abc import Iterator

UNTOLD: Final = "[what it says is told at DEBUG]"
_NUMBERS: Final = ("sqlite_errorname", "sqlstate", "status", "code")
"""How SQLite, PostgreSQL and the platforms number their errors: it tells what happened to whom
knows them, and no more."""
_SHORTEST: Final = 4
"""Characters; what is shorter than that may be a part of any other word."""


def traced(error: BaseException) -> str:
    """Return a traceback with the kind of each error, and its words where they are ours."""
    return "".join(_lines(error, set())).rstrip("\n")


def said(record: logging.LogRecord) -> str:
    """Return the message of a record, without the words of the error that it is about."""
    text = record.getMessage()
    error = record.exc_info[1] if record.exc_info else sys.exc_info()[1]
    for each in _with_those_before(error, set()):
        if not _is_ours(each):
            for words in (repr(each), str(each)):
                if len(words) >= _SHORTEST:
                    text = text.replace(words, type(each).__name__)
    return text


def _lines(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = _before(error)
    if before is not None and id(before) not in seen:
        yield from _lines(before, seen)
        is_cause = before is error.__cause__
        yield "\nwhich was the cause of\n\n" if is_cause else "\nand while that was handled\n\n"
    yield "Traceback (most recent call last):\n"
    yield from traceback.format_tb(error.__traceback__)
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    yield f"{name}: {_words(error)}\n"
    for each in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield from _lines(each, seen)


def _words(error: BaseException) -> str:
    if _is_ours(error):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"[Errno {error.errno}] {error.strerror}"
    numbers = (f"{name}={value}" for name in _NUMBERS if (value := _number(error, name)))
    return " ".join((*numbers, UNTOLD))


def _number(error: BaseException, name: str) -> str:
    value = getattr(error, name, None)
    return str(value) if isinstance(value, int) or (name.startswith("sql") and value) else ""


def _is_ours(error: BaseException) -> bool:
    is_sentence = bool(error.args) and isinstance(error.args[0], Told)
    return is_sentence or isinstance(error, BotError | IndexingError)


def _before(error: BaseException) -> BaseException | None:
    return error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _with_those_before(error: BaseException | None, seen: set[int]) -> Iterator[BaseException]:
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        for each in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
            yield from _with_those_before(each, seen)
        error = _before(error)
