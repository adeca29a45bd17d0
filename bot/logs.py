"""Sets up logging: one line an event, with the question's id, to standard error."""

from __future__ import annotations

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from bot.text import plain, readable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

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


class _Text(logging.Formatter):
    """Makes lines of a record, in which nothing acts on a terminal and no secret stands."""

    def __init__(self, hidden: Callable[[str], str]) -> None:
        super().__init__(FORMAT)
        self._hidden = hidden

    def format(self, record: logging.LogRecord) -> str:
        """Return the record; what was raised stands in the lines after it."""
        return plain(readable(self._hidden(super().format(record))))


class _Json(logging.Formatter):
    """Makes one JSON object of a record: also a traceback stands in one line."""

    def __init__(self, hidden: Callable[[str], str]) -> None:
        super().__init__()
        self._hidden = hidden

    def format(self, record: logging.LogRecord) -> str:
        """Return the record with its time in UTC; `error` only where something was raised."""
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "question": question_id.get(),
            "message": self._hidden(record.getMessage()),
        }
        if record.exc_info:
            said["error"] = self._hidden(self.formatException(record.exc_info))
        return json.dumps(said)


def configure(level: str, shape: str = "text", secrets: Collection[str] = ()) -> None:
    """Send records of this level and above to standard error, and no longer as said before.

    What takes records but writes no lines, such as what counts them, goes on with it.

    Args:
        level: `DEBUG`, `INFO`, `WARNING` or `ERROR`.
        shape: `text`, or `json` for an object a line.
        secrets: What stands in no line, whoever wrote it: a library's error may name it.
    """
    hidden, root = partial(without_secrets, secrets=secrets), logging.getLogger()
    handler = logging.StreamHandler()
    handler.addFilter(_WithQuestion())
    handler.setFormatter(_Json(hidden) if shape == "json" else _Text(hidden))
    for each in [each for each in root.handlers if isinstance(each, logging.StreamHandler)]:
        root.removeHandler(each)
        each.close()
    root.addHandler(handler)
    root.setLevel(level)
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
    # It warns of what it passes over because of a fault that is told anyway.
    logging.getLogger("psycopg").setLevel(logging.ERROR)
    logging.getLogger("psycopg.pool").setLevel(logging.WARNING)
