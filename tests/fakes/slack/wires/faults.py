"""What goes wrong, on demand, between the bot and Slack."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Literal

FaultKind = Literal["error", "ratelimited", "html", "lost", "held", "empty", "page"]


@dataclass(slots=True, eq=False)
class Fault:
    """One thing that goes wrong with one method.

    Attributes:
        code: Slack's word for the error, for the kind `error`.
        status: The HTTP status, for the kinds `html` and `page`.
        body: What stands on the page, for the kind `page`.
        content_type: What that is said to be.
        release: Lets a held call go on.
        arrived: Set once a call was met by it.
    """

    method: str
    kind: FaultKind
    times: int = 1
    code: str = ""
    status: int = 500
    body: bytes = b""
    content_type: str = ""
    retry_after: int = 1
    release: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)


class Faults:
    """The faults that wait for their method to be called."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def take(self, method: str) -> Fault | None:
        """The fault that meets this call, if any."""
        for fault in self._waiting:
            if fault.method == method:
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                fault.arrived.set()
                return fault
        return None

    def clear(self) -> None:
        """Let everything work again."""
        self._waiting.clear()

    def error(self, method: str, code: str, times: int = 1) -> Fault:
        """Answers with an error: `invalid_auth`, `token_revoked`, `fatal_error` and so on."""
        return self._add(Fault(method, "error", times, code=code))

    def ratelimited(self, method: str, retry_after: int = 1, times: int = 1) -> Fault:
        """Answer 429 with Retry-After."""
        return self._add(Fault(method, "ratelimited", times, retry_after=retry_after))

    def html(self, method: str, status: int = 500, times: int = 1) -> Fault:
        """Answers with an error page."""
        return self._add(Fault(method, "html", times, status=status))

    def page(
        self, method: str, body: bytes, content_type: str, status: int = 200, times: int = 1
    ) -> Fault:
        """Answers with what something between the bot and Slack would say."""
        fault = Fault(method, "page", times, status=status, body=body, content_type=content_type)
        return self._add(fault)

    def empty(self, method: str, times: int = 1) -> Fault:
        """Answer that all is well, and with nothing else."""
        return self._add(Fault(method, "empty", times))

    def lost(self, method: str, times: int = 1) -> Fault:
        """Do what was asked, then cut the connection instead of answering."""
        return self._add(Fault(method, "lost", times))

    def held(self, method: str, times: int = 1) -> Fault:
        """Wait with everything until the fault's `release` is set."""
        return self._add(Fault(method, "held", times))

    def _add(self, fault: Fault) -> Fault:
        self._waiting.append(fault)
        return fault
