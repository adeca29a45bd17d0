"""Requests as they are recorded, and the ways in which they are refused."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from aiohttp import web

from tests.fakes.discord.world.snowflakes import Json
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Mapping


Found = TypeVar("Found")


@dataclass(eq=False)
class Request:
    """A request of the bot, and what became of it.

    Attributes:
        path: What follows `/api/v10`.
        json: The body, or the `payload_json` of a form.
        files: The files of a form, by name.
        status: The answer's status; 0 as long as there is none.
    """

    method: str
    path: str
    token: str = field(default="", repr=False)
    json: Any = None
    files: dict[str, bytes] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict, repr=False)
    status: int = 0

    def id(self, name: str) -> int:
        """Return an id out of the path."""
        return int(self.parts[name])

    def number(self, name: str, default: int) -> int:
        """Return a number out of the query."""
        return int(self.query.get(name, default))

    @classmethod
    async def read(cls, request: web.Request, prefix: str) -> Request:
        """Return the request, with its body read."""
        made = cls(
            request.method,
            request.path.removeprefix(prefix),
            request.headers.get("Authorization", ""),
            query=dict(request.query),
            parts=dict(request.match_info),
        )
        if request.content_type == "multipart/form-data":
            await made._read_form(request)
        elif request.can_read_body:
            made.json = await request.json()
        return made

    async def _read_form(self, request: web.Request) -> None:
        for part in (await request.post()).values():
            if isinstance(part, web.FileField):
                self.files[part.filename] = part.file.read()
            else:
                self.json = json.loads(str(part))


Answer = Json | list[Json] | bytes | None
"""What a request gets: JSON, a file, or no content."""

Handler = Callable[[Request], Answer | Awaitable[Answer]]
Routes = list[tuple[str, str, Handler]]


class Refusal(Exception):
    """Discord's answer to what it does not do."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.json: Json = {"message": message, "code": code}
        if errors:
            self.json["errors"] = errors


def unknown(code: int, what: str) -> Refusal:
    """Return the refusal of what does not exist."""
    return Refusal(404, code, f"Unknown {what}")


def invalid(errors: Json) -> Refusal:
    """Return the refusal of a body that breaks the rules."""
    return Refusal(400, 50035, "Invalid Form Body", errors)


def wrong(code: str, message: str) -> Json:
    """Return how one field breaks a rule."""
    return {"_errors": [{"code": code, "message": message}]}


class Changes:
    """Wakes whoever waits for something to become true."""

    def __init__(self) -> None:
        self._happened = asyncio.Event()

    def tell(self) -> None:
        """Say that something has changed."""
        self._happened.set()
        self._happened = asyncio.Event()

    async def until(self, find: Callable[[], Found | None]) -> Found:
        """Return what the function finds, once it finds something.

        Raises:
            TimeoutError: It found nothing for too long.
        """
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                happened = self._happened
                if found := find():
                    return found
                await happened.wait()
