"""What is said where a question cannot be answered."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from bot.errors import AskError, UnavailableError

if TYPE_CHECKING:
    from adapters.wording import Wording

_log: Final = logging.getLogger(__name__)


def sentence(error: Exception, wording: Wording) -> str:
    """Returns what to tell whoever met an error; a fault of ours is logged under its id."""
    if isinstance(error, AskError):
        known = wording.mend.get(type(error).__name__)
        return known.format(**error.values) if known else str(error)
    if isinstance(error, UnavailableError):
        return str(error)
    error_id = uuid4().hex[:8]
    _log.error("error %s", error_id, exc_info=error)
    return wording.failed.format(error_id=error_id)
