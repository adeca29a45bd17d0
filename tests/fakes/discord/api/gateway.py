"""The gateway: sessions that outlive their connections."""

from __future__ import annotations

import asyncio
import json
import zlib
from dataclasses import dataclass, field
from enum import IntEnum, IntFlag
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.fakes.discord.api.calls import Changes
    from tests.fakes.discord.world.snowflakes import Json


class Op(IntEnum):
    """What a gateway message is."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    RECONNECT = 7
    REQUEST_GUILD_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


class Intent(IntFlag):
    """What a bot may ask to be told."""

    GUILDS = 1 << 0
    GUILD_MEMBERS = 1 << 1
    GUILD_PRESENCES = 1 << 8
    GUILD_MESSAGES = 1 << 9
    GUILD_MESSAGE_REACTIONS = 1 << 10
    DIRECT_MESSAGES = 1 << 12
    DIRECT_MESSAGE_REACTIONS = 1 << 13
    MESSAGE_CONTENT = 1 << 15


PRIVILEGED = Intent.GUILD_MEMBERS | Intent.GUILD_PRESENCES | Intent.MESSAGE_CONTENT

_CLOSED_BY_CLIENT_FOR_GOOD = (1000, 1001)


class Line:
    """One connection."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self.path = request.path
        self.session: Session | None = None
        self.dropped = False
        self._socket = socket
        self._request = request
        # Whoever asks for zstd takes plain text as well; Python 3.11 has no zstd of its own.
        zipped = request.query.get("compress") == "zlib-stream"
        self._zip = zlib.compressobj() if zipped else None
        self._turn = asyncio.Lock()

    async def send(self, op: Op, data: object, event: str | None = None, number: int = 0) -> None:
        """Send one message; nothing happens if nobody is there any more."""
        text = json.dumps({"op": op, "d": data, "s": number or None, "t": event})
        async with self._turn:  # the compressed stream and the numbers need their order
            try:
                if self._zip is None:
                    await self._socket.send_str(text)
                else:
                    data_sent = self._zip.compress(text.encode())
                    await self._socket.send_bytes(data_sent + self._zip.flush(zlib.Z_SYNC_FLUSH))
            except ConnectionError:
                self.dropped = True  # what was missed is sent again after a RESUME

    async def close(self, code: int) -> None:
        """Close the connection with a code."""
        self.dropped = True
        await self._socket.close(code=code)

    def abort(self) -> None:
        """Cut the connection without a word."""
        self.dropped = True
        if self._request.transport:
            self._request.transport.abort()


@dataclass(eq=False)
class Session:
    """What a bot has been told since it identified itself."""

    id: str
    intents: int
    log: list[tuple[str, Json]] = field(default_factory=list, repr=False)
    line: Line | None = None
    shard: tuple[int, int] = (0, 1)

    def has(self, guild_id: int) -> bool:
        """Return whether it is told of a guild; 0 stands for direct messages."""
        number, count = self.shard
        return (guild_id >> 22) % count == number


class Gateway:
    """Speaks to the bots that connect.

    Attributes:
        identifies: Every IDENTIFY, as it was sent.
        resumes: Every RESUME, as it was sent.
        heartbeats: How many there were.
        privileged: The privileged intents that the app may use.
        acknowledges: Whether heartbeats are answered.
        greets: Whether a connection is answered at all.
        refuses: How many connections are still to be refused.
    """

    def __init__(self, token: str, privileged: int, changes: Changes) -> None:
        self.identifies: list[Json] = []
        self.resumes: list[Json] = []
        self.heartbeats = 0
        self.privileged = privileged
        self.acknowledges = self.greets = True
        self.refuses = 0
        self.heartbeat_milliseconds = 41_250
        self.lines: list[Line] = []
        self.sessions: dict[str, Session] = {}
        self.greet: Callable[[Session], Awaitable[None]] | None = None
        self.list_members: Callable[[Session, Json], Awaitable[None]] | None = None
        self._token = token
        self._changes = changes

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection until it ends."""
        if self.refuses:
            self.refuses -= 1
            self._changes.tell()
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        line = Line(socket, request)
        self.lines.append(line)
        try:
            if self.greets:
                await line.send(Op.HELLO, {"heartbeat_interval": self.heartbeat_milliseconds})
            self._changes.tell()
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._take(line, json.loads(message.data))
                    self._changes.tell()
        finally:
            self._end(line, socket.close_code)
        return socket

    def _end(self, line: Line, code: int | None) -> None:
        self.lines.remove(line)
        if line.session and line.session.line is line:
            line.session.line = None
            if code in _CLOSED_BY_CLIENT_FOR_GOOD and not line.dropped:
                self.sessions.pop(line.session.id, None)
        self._changes.tell()

    async def _take(self, line: Line, message: Json) -> None:
        op, data = message["op"], message["d"]
        if op == Op.HEARTBEAT:
            self.heartbeats += 1
            if self.acknowledges:
                await line.send(Op.HEARTBEAT_ACK, None)
        elif op == Op.IDENTIFY:
            await self._identify(line, data)
        elif op == Op.RESUME:
            await self._resume(line, data)
        elif op == Op.REQUEST_GUILD_MEMBERS and line.session and self.list_members:
            await self.list_members(line.session, data)

    async def _identify(self, line: Line, data: Json) -> None:
        self.identifies.append(data)
        if data["token"].removeprefix("Bot ") != self._token:
            await line.close(4004)
        elif data["intents"] & PRIVILEGED & ~self.privileged:
            await line.close(4014)
        else:
            number, count = data.get("shard") or (0, 1)
            name = f"session-{len(self.identifies)}"
            session = Session(name, data["intents"], line=line, shard=(number, count))
            self.sessions[session.id] = session
            line.session = session
            if self.greet:
                await self.greet(session)

    async def _resume(self, line: Line, data: Json) -> None:
        self.resumes.append(data)
        session = self.sessions.get(data["session_id"])
        seen = data["seq"] or 0
        if data["token"].removeprefix("Bot ") != self._token:
            await line.close(4004)
        elif session is None:
            await line.send(Op.INVALID_SESSION, data=False)
        elif seen > len(session.log):
            await line.close(4007)
        else:
            session.line, line.session = None, session
            while seen < len(session.log):  # more may be said while this is told again
                event, told = session.log[seen]
                seen += 1
                await line.send(Op.DISPATCH, told, event, seen)
            session.line = line
            await self.tell(session, "RESUMED", {"_trace": []})

    async def tell(self, session: Session, event: str, data: Json) -> None:
        """Dispatch an event to one session, now or once it has resumed."""
        session.log.append((event, data))
        if session.line:
            await session.line.send(Op.DISPATCH, data, event, len(session.log))

    async def tell_all(
        self, event: str, payload: Callable[[Session], Json], needs: int = 0
    ) -> None:
        """Dispatch an event to every session that has one of these intents."""
        for session in list(self.sessions.values()):
            if not needs or session.intents & needs:
                told = payload(session)
                own = told.get("id") if event.startswith("GUILD_") else None
                if session.has(int(told.get("guild_id") or own or 0)):
                    await self.tell(session, event, told)
        self._changes.tell()

    async def drop(self, code: int = 4000) -> None:
        """Close every connection with this code; sessions can be resumed."""
        for line in list(self.lines):
            await line.close(code)

    def abort(self) -> None:
        """Cut every connection without a word; sessions can be resumed."""
        for line in list(self.lines):
            line.abort()

    async def ask_to_reconnect(self) -> None:
        """Send op 7."""
        for line in list(self.lines):
            await line.send(Op.RECONNECT, None)

    async def invalidate_session(self, *, resumable: bool) -> None:
        """Send op 9; what cannot be resumed is forgotten."""
        if not resumable:
            self.sessions.clear()
        for line in list(self.lines):
            await line.send(Op.INVALID_SESSION, resumable)
