"""A Discord on loopback, for the unmodified discord.py."""

from __future__ import annotations

import inspect
import socket
from typing import TYPE_CHECKING, Self

from aiohttp import web

from tests.fakes.discord.api.calls import Changes, Refusal, Request
from tests.fakes.discord.api.events import Events
from tests.fakes.discord.api.faults import Faults, json_response
from tests.fakes.discord.api.gateway import PRIVILEGED, Gateway
from tests.fakes.discord.api.rest_guilds import GuildRoutes
from tests.fakes.discord.api.rest_messages import MessageRoutes
from tests.fakes.discord.api.rest_threads import ThreadRoutes
from tests.fakes.discord.asking import Asking
from tests.fakes.discord.interactions import Interactions
from tests.fakes.discord.world.access import Access
from tests.fakes.discord.world.people import People
from tests.fakes.discord.world.world import World

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType

    from tests.fakes.discord.api.calls import Answer, Found, Handler
    from tests.fakes.discord.api.faults import Fault


TOKEN = "a-token-for-tests"  # noqa: S105  # it opens nothing

_PREFIX = "/api/v10"
_NO_TOKEN = ("/interactions/", "/webhooks/", "/attachments/")


class FakeDiscord(People, Asking, Faults):
    """Serves a world of one's own making, and records what the bot does there.

    Attributes:
        token: The one token that opens it.
        world: Everything that exists.
        gateway: Sessions and connections; drops them on demand.
        requests: Everything that the bot asked over REST, in order.
        interactions: What people did with commands, buttons and modals.
        api_url: For `discord.http.Route.BASE`.
        gateway_url: For `discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY`.
    """

    def __init__(self, *, token: str = TOKEN, privileged: int = PRIVILEGED) -> None:
        super().__init__()
        self._socket = socket.create_server(("127.0.0.1", 0))
        place = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self.token = token
        self.api_url = f"http://{place}{_PREFIX}"
        self.gateway_url = f"ws://{place}/gateway"
        self.requests: list[Request] = []
        self.world = World()
        self.world.base_url = self.api_url
        self._changes = Changes()
        self.gateway = Gateway(token, privileged, self._changes)
        self.events = Events(self.world, self.gateway, self.gateway_url)
        self.interactions = Interactions(self.world, self.events)
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1)
        self._bugs: list[Exception] = []

    def _application(self) -> web.Application:
        application = web.Application(client_max_size=100 * 1024 * 1024)
        access = Access(self.world)
        parts = (
            GuildRoutes(self.world, access, self.gateway, self.gateway_url),
            MessageRoutes(self.world, access, self.events),
            ThreadRoutes(self.world, access, self.events),
            self.interactions,
        )
        for method, path, handler in (route for part in parts for route in part.routes()):
            application.router.add_route(method, _PREFIX + path, self._serve(handler))
        for path in ("/gateway", "/resume"):
            application.router.add_get(path, self._serve_gateway)
        application.router.add_route("*", "/{path:.*}", self._serve(_not_served))
        return application

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.SockSite(self._runner, self._socket).start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self.release_all()
        self.gateway.abort()
        await self._runner.cleanup()
        if error is None and self._bugs:
            raise self._bugs[0]

    def asked(self, method: str, path: str) -> list[Request]:
        """Return the requests for exactly this path, oldest first."""
        return [each for each in self.requests if (each.method, each.path) == (method, path)]

    async def until(self, find: Callable[[], Found | None]) -> Found:
        """Return what the function finds, as soon as it finds something.

        It looks again after every request and every word on the gateway.

        Raises:
            TimeoutError: Ten seconds were not enough; it names the last requests.
        """
        try:
            return await self._changes.until(find)
        except TimeoutError:
            last = [f"{each.method} {each.path} {each.status}" for each in self.requests[-9:]]
            raise TimeoutError(f"it never came; the last requests were {last}") from None

    async def _serve_gateway(self, received: web.Request) -> web.StreamResponse:
        try:
            return await self.gateway.serve(received)
        except Exception as bug:
            self._bugs.append(bug)  # the test is to fail by it, not only the connection
            raise

    def _serve(self, handler: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def serve(received: web.Request) -> web.StreamResponse:
            request = await Request.read(received, _PREFIX)
            self.requests.append(request)
            self._changes.tell()
            fault = self.take(request)
            response = await self._respond(request, handler, fault)
            request.status = response.status
            if fault and fault.cut and received.transport:
                received.transport.abort()
            self._changes.tell()
            return response

        return serve

    async def _respond(
        self, request: Request, handler: Handler, fault: Fault | None
    ) -> web.Response:
        if hold := self.hold(request):
            await hold.passed()
        if fault and not fault.stored:
            return fault.response()
        try:
            answer = await self._carry_out(request, handler)
        except Refusal as refusal:
            response = json_response(refusal.json, refusal.status)
        except Exception as bug:
            self._bugs.append(bug)
            raise
        else:
            response = _as_response(answer)
        return fault.response() if fault else response

    async def _carry_out(self, request: Request, handler: Handler) -> Answer:
        if not request.path.startswith(_NO_TOKEN) and request.token != f"Bot {self.token}":
            raise Refusal(401, 0, "401: Unauthorized")
        answer = handler(request)
        return await answer if inspect.isawaitable(answer) else answer


def _not_served(_: Request) -> Answer:
    raise Refusal(404, 0, "404: Not Found")


def _as_response(answer: Answer) -> web.Response:
    if answer is None:
        return web.Response(status=204)
    if isinstance(answer, bytes):
        return web.Response(body=answer)
    return json_response(answer)
