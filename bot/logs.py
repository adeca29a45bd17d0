"""Sets up logging: one line an event, with the question's id, to standard error."""

from __future__ import annotations

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Final

question_id: Final[ContextVar[str]] = ContextVar("question_id", default="-")
"""The question being answered in this task."""

FORMAT: Final = "%(asctime)s %(levelname)s %(name)s [%(question_id)s] %(message)s"


class _WithQuestion(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.question_id = question_id.get()
        return True


class _Json(logging.Formatter):
    """Makes one JSON object of a record: also a traceback stands in one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record with its time in UTC; `error` only where something was raised."""
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "question": question_id.get(),
            "message": record.getMessage(),
        }
        if record.exc_info:
            said["error"] = self.formatException(record.exc_info)
        return json.dumps(said)


def configure(level: str, shape: str = "text") -> None:
    """Send records of this level and above to standard error; call once, at the start.

    Args:
        level: `DEBUG`, `INFO`, `WARNING` or `ERROR`.
        shape: `text`, or `json` for an object a line.
    """
    handler = logging.StreamHandler()
    handler.addFilter(_WithQuestion())
    handler.setFormatter(_Json() if shape == "json" else logging.Formatter(FORMAT))
    logging.basicConfig(level=level, handlers=[handler], force=True)
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
