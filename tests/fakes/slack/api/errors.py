"""What Slack answers where it refuses."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """An answer that is not ok.

    Attributes:
        code: Slack's word for the error.
        details: What the answer says beside it.
    """

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
