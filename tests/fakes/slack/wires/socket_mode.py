"""Socket Mode: connections, envelopes and their acknowledgements."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from aiohttp import WSMsgType, web

from tests.fakes.slack.world import APP_ID

if TYPE_CHECKING:
    from tests.fakes.slack.wires.delivery import Delivery, Outbox
    from tests.fakes.slack.wires.journal import Journal
    from tests.fakes.slack.world import Json


MOST_CONNECTIONS = 10


@dataclass(slots=True, eq=False)
class Connection:
    """One open connection of the bot."""

    socket: web.WebSocketResponse
    request: web.Request
    number: int

    @property
    def is_open(self) -> bool:
        """Whether envelopes may go this way."""
        return not self.socket.closed and self.request.transport is not None

    async def say(self, message: Json) -> None:
        """Send one message as JSON."""
        await self.socket.send_str(json.dumps(message))


class SocketMode:
    """The far end of the bot's Socket Mode connections.

    Attributes:
        connections: Those that are open now.
        opened: How many were ever opened.
        acknowledgements: Every message from the bot, as it came, in order.
        says_hello: Whether a new connection is greeted; off, the bot waits.
        tried: How many were asked for, those that were never answered included.
        answers: Whether a new connection is answered at all.
        answers_pings: Whether a new connection shows that it lives; off, it stands and is silent.
    """

    def __init__(self, outbox: Outbox, journal: Journal) -> None:
        self.connections: list[Connection] = []
        self.opened = self.tried = 0
        self.acknowledgements: list[Json] = []
        self.says_hello = self.answers_pings = self.answers = True
        self._outbox = outbox
        self._journal = journal
        self._tickets: set[str] = set()
        self._turn = 0
        self._closing = asyncio.Event()

    def ticket(self) -> str:
        """A ticket for one connection, good once."""
        ticket = uuid4().hex
        self._tickets.add(ticket)
        return ticket

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection until it ends."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=403, text="the ticket was used or never given")
        self._tickets.discard(ticket)
        self.tried += 1
        self._journal.notify()
        if not self.answers:
            await self._closing.wait()
        socket = web.WebSocketResponse(timeout=0.5, autoping=self.answers_pings)
        await socket.prepare(request)
        self.opened += 1
        connection = Connection(socket, request, self.opened)
        if len(self.connections) >= MOST_CONNECTIONS:
            await self._disconnect(connection, "too_many_websockets")
            await socket.close()
            return socket
        self.connections.append(connection)
        try:
            await self._greet(connection)
            await self._listen(connection)
        finally:
            self.connections.remove(connection)
            self._journal.notify()
        return socket

    async def _greet(self, connection: Connection) -> None:
        if not self.says_hello:
            return
        await connection.say(
            {
                "type": "hello",
                "num_connections": len(self.connections),
                "connection_info": {"app_id": APP_ID},
                "debug_info": {
                    "host": f"applink-{connection.number}",
                    "build_number": 1,
                    "approximate_connection_time": 18060,
                },
            }
        )
        for delivery in self._outbox.deliveries:
            route = delivery.route
            lost = not (isinstance(route, Connection) and route.is_open)
            if delivery.is_due and delivery.attempts and lost:
                await self._write(connection, delivery)
        self._journal.notify()

    async def _listen(self, connection: Connection) -> None:
        async for message in connection.socket:
            if message.type is not WSMsgType.TEXT:
                continue
            told: Json = json.loads(message.data)
            self.acknowledgements.append(told)
            for delivery in self._outbox.deliveries:
                if told.get("envelope_id") in delivery.envelope_ids:
                    delivery.acknowledge(told.get("payload") or {})
            self._journal.notify()

    async def send(self, delivery: Delivery) -> None:
        """Send one envelope to one of the connections, each in its turn."""
        usable = [each for each in self.connections if each.is_open]
        if not usable:
            delivery.start()
            delivery.fail("no_connection")
            return
        self._turn += 1
        await self._write(usable[self._turn % len(usable)], delivery)

    async def _write(self, connection: Connection, delivery: Delivery) -> None:
        delivery.start()
        delivery.route = connection
        delivery.envelope_ids.append(str(uuid4()))
        envelope: Json = {
            "type": delivery.kind,
            "envelope_id": delivery.envelope_ids[-1],
            "payload": delivery.payload,
            "accepts_response_payload": delivery.accepts_payload,
        }
        if delivery.kind == "events_api":
            again = delivery.attempts - 1
            envelope |= {"retry_attempt": again, "retry_reason": "timeout" if again else ""}
        try:
            await connection.say(envelope)
        except ConnectionError:
            delivery.fail("connection_failed")

    async def ask_to_reconnect(self, reason: str) -> None:
        """Say `disconnect` on every connection: warning, refresh_requested, link_disabled."""
        for connection in list(self.connections):
            await self._disconnect(connection, reason)

    async def _disconnect(self, connection: Connection, reason: str) -> None:
        host = {"host": f"applink-{connection.number}"}
        await connection.say({"type": "disconnect", "reason": reason, "debug_info": host})

    def cut(self) -> None:
        """Drop every connection without a word."""
        for connection in list(self.connections):
            if connection.request.transport:
                connection.request.transport.abort()

    async def close(self) -> None:
        """Close every connection in due form."""
        self._closing.set()
        for connection in list(self.connections):
            await connection.socket.close(code=1001)
