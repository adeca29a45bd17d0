"""Sets up logging: one line an event, with the question's id, to standard error."""

from __future__ import annotations

import logging
from contextvars import ContextVar
from typing import Final

question_id: Final[ContextVar[str]] = ContextVar("question_id", default="-")
"""The question being answered in this task."""

FORMAT: Final = "%(asctime)s %(levelname)s %(name)s [%(question_id)s] %(message)s"


class _WithQuestion(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.question_id = question_id.get()
        return True


def configure(level: str) -> None:
    """Send records of this level and above to standard error; call once, at the start."""
    handler = logging.StreamHandler()
    handler.addFilter(_WithQuestion())
    handler.setFormatter(logging.Formatter(FORMAT))
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
