"""Sets up logging: one line an event, with the question's id, to standard error."""

from __future__ import annotations

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from bot.raised import said, traced
from bot.text import plain, readable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from types import TracebackType

    ExcInfo = (
        tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    )

question_id: Final[ContextVar[str]] = ContextVar("question_id", default="-")
"""The question being answered in this task."""

FORMAT: Final = "%(asctime)s %(levelname)s %(name)s [%(question_id)s] %(message)s"


_TOKENS: Final = re.compile(
    r"\bxox[a-z]+-[\w-]+|\bxapp-[\w-]+|(?<=hooks\.slack\.com/)[^\s'\")]+"
    r"|(?P<kept>/(?:webhooks|interactions)/\d+/)[\w.-]+"
)
"""What speaks for somebody wherever it stands: Slack's tokens, and the addresses of replies."""

HIDDEN: Final = "[secret]"


def without_secrets(text: str, secrets: Collection[str]) -> str:
    """Return a text without these secrets, and without what looks like one of a platform."""
    for each in sorted(filter(None, secrets), key=len, reverse=True):
        text = text.replace(each, HIDDEN)
    return _TOKENS.sub(lambda found: f"{found['kept'] or ''}{HIDDEN}", text)


class _WithQuestion(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.question_id = question_id.get()
        return True


class _Telling(logging.Formatter):
    """Tells what is to be told of a record.

    Args:
        hidden: Takes secrets out of a text.
        tells_all: Whether the words of errors are told that are not ours.
    """

    def __init__(self, hidden: Callable[[str], str], *, tells_all: bool) -> None:
        super().__init__(FORMAT)
        self._hidden = hidden
        self._tells_all = tells_all

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the library's name
        """Return the line of a record."""
        record.message = self.said(record)
        return super().formatMessage(record)

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - the library's name
        """Return what was raised, and where."""
        error = ei[1]
        return super().formatException(ei) if self._tells_all or not error else traced(error)

    def said(self, record: logging.LogRecord) -> str:
        """Return the message."""
        return record.getMessage() if self._tells_all else said(record)


class _Text(_Telling):
    """Makes lines of a record, in which nothing acts on a terminal and no secret stands."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record; what was raised stands in the lines after it."""
        record.exc_text = None  # as another handler wrote it
        written = super().format(record)
        record.exc_text = None
        return plain(readable(self._hidden(written)))


class _Json(_Telling):
    """Makes one JSON object of a record: also a traceback stands in one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record with its time in UTC; `error` only where something was raised."""
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "question": question_id.get(),
            "message": self._hidden(self.said(record)),
        }
        if record.exc_info:
            told["error"] = self._hidden(self.formatException(record.exc_info))
        return json.dumps(told)


def configure(level: str, shape: str = "text", secrets: Collection[str] = ()) -> None:
    """Send records of this level and above to standard error, and no longer as said before.

    What takes records but writes no lines, such as what counts them, goes on with it.

    Args:
        level: `DEBUG`, `INFO`, `WARNING` or `ERROR`; at `DEBUG` all that errors say is told.
        shape: `text`, or `json` for an object a line.
        secrets: What stands in no line, whoever wrote it: a library's error may name it.
    """
    hidden, root = partial(without_secrets, secrets=secrets), logging.getLogger()
    handler = logging.StreamHandler()
    handler.addFilter(_WithQuestion())
    told = _Json if shape == "json" else _Text
    handler.setFormatter(told(hidden, tells_all=level == "DEBUG"))
    for each in [each for each in root.handlers if isinstance(each, logging.StreamHandler)]:
        root.removeHandler(each)
        each.close()
    root.addHandler(handler)
    root.setLevel(level)
    logging.captureWarnings(shape == "json")
    # What others say below a warning is about their insides.
    for name in (
        "sentence_transformers",
        "httpx",
        "urllib3",
        "faiss",
        "aiohttp",
        "discord",
        "slack_bolt",
        "slack_sdk",
        "mcp",
        "uvicorn",
    ):
        logging.getLogger(name).setLevel(logging.WARNING)
    # It warns of what it passes over because of a fault that is told anyway, and of each try.
    logging.getLogger("psycopg").setLevel(logging.ERROR)
