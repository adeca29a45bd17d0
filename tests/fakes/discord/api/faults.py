"""Faults that a test writes down beforehand."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.fakes.discord.api.calls import Request
    from tests.fakes.discord.world.snowflakes import Json


_VIA = "1.1 google"


@dataclass(eq=False)
class Fault:
    """A wrong answer, given instead of the right one.

    Attributes:
        left: How many times it is still to be given.
        stored: Whether what was asked is done before the answer goes wrong.
        cut: Whether the connection ends without an answer.
    """

    method: str
    pattern: re.Pattern[str]
    left: int
    status: int
    body: Json | None = None
    html: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    stored: bool = False
    cut: bool = False

    def concerns(self, request: Request) -> bool:
        return self.method == request.method and bool(self.pattern.fullmatch(request.path))

    def response(self) -> web.Response:
        headers = dict(self.headers)
        if self.html is not None:
            text, kind = self.html, "text/html"
            return web.Response(status=self.status, text=text, content_type=kind, headers=headers)
        return json_response(self.body, self.status, headers)


@dataclass(eq=False)
class Hold:
    """Requests that wait until they are let go."""

    method: str
    pattern: re.Pattern[str]
    waiting: int = 0
    _open: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        """Let all of them go, and those to come."""
        self._open.set()

    async def passed(self) -> None:
        """Wait until requests are let go."""
        await self._open.wait()


class Faults:
    """What is to go wrong, in the order in which it was written down."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._holds: list[Hold] = []

    def fails(
        self,
        method: str,
        path: str,
        *,
        status: int,
        code: int = 0,
        message: str = "",
        times: int = 1,
        body: Json | None = None,
        html: str | None = None,
        headers: Mapping[str, str] | None = None,
        stored: bool = False,
    ) -> Fault:
        """Let the next requests fail whose whole path matches the pattern.

        Args:
            method: GET, POST…
            path: A regular expression for what follows `/api/v10`.
            status: The answer's status.
            code: Discord's own code, if the answer is JSON.
            message: What Discord says with it.
            times: How many requests fail.
            body: The whole JSON, instead of code and message.
            html: A page, instead of JSON.
            headers: More headers.
            stored: Whether the request is carried out all the same (a lost answer).
        """
        json = body or {"message": message or f"{status}: it was scripted", "code": code}
        pattern = re.compile(path)
        fault = Fault(method, pattern, times, status, json, html, headers or {}, stored)
        self._faults.append(fault)
        return fault

    def limits_rate(
        self,
        method: str,
        path: str,
        *,
        retry_after: float = 0.05,
        everywhere: bool = False,
        via: str = _VIA,
        times: int = 1,
    ) -> Fault:
        """Answer the next requests with 429: of this route, or of all; without `via`, as a ban."""
        body = {
            "message": "You are being rate limited.",
            "retry_after": retry_after,
            "global": everywhere,
        }
        headers = {
            "Retry-After": str(retry_after),
            "X-RateLimit-Scope": "global" if everywhere else "user",
        }
        if everywhere:
            headers["X-RateLimit-Global"] = "true"
        else:
            headers |= {
                "X-RateLimit-Limit": "5",
                "X-RateLimit-Remaining": "0",
                "X-RateLimit-Reset-After": str(retry_after),
                "X-RateLimit-Bucket": "scripted",
            }
        if via:
            headers["Via"] = via
        return self.fails(method, path, status=429, times=times, body=body, headers=headers)

    def loses_answer(self, method: str, path: str, *, status: int = 500, times: int = 1) -> Fault:
        """Carry the next requests out, and answer with an error all the same."""
        return self.fails(method, path, status=status, times=times, stored=True)

    def breaks_down(self, method: str, path: str, *, times: int = 1) -> Fault:
        """Answer the next requests with 502 and a page of HTML."""
        page = "<html><head><title>502 Bad Gateway</title></head><body>cloudflare</body></html>"
        return self.fails(method, path, status=502, html=page, times=times)

    def cuts(self, method: str, path: str, *, times: int = 1, stored: bool = False) -> Fault:
        """Cut the connection of the next requests instead of answering."""
        fault = self.fails(method, path, status=499, times=times, stored=stored)
        fault.cut = True
        return fault

    def holds(self, method: str, path: str) -> Hold:
        """Keep requests waiting until the hold is released."""
        hold = Hold(method, re.compile(path))
        self._holds.append(hold)
        return hold

    def take(self, request: Request) -> Fault | None:
        """Return the fault that this request is to meet, if there is one."""
        for each in self._faults:
            if each.left and each.concerns(request):
                each.left -= 1
                return each
        return None

    def hold(self, request: Request) -> Hold | None:
        """Return the hold that this request is to wait for, if there is one."""
        for each in self._holds:
            if each.method == request.method and each.pattern.fullmatch(request.path):
                each.waiting += 1
                return each
        return None

    def release_all(self) -> None:
        """Let everything go."""
        for each in self._holds:
            each.release()


def json_response(
    body: object, status: int = 200, headers: Mapping[str, str] | None = None
) -> web.Response:
    """Return JSON with the one content type that discord.py reads as such."""
    response = web.json_response(body, status=status, headers=headers)
    response.headers["Content-Type"] = "application/json"  # without a charset
    return response
