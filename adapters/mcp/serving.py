"""Serves the tools: over standard input and output, or over HTTP on loopback."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from contextlib import contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

import uvicorn
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import CallToolResult, ListToolsResult

from adapters.mcp.results import QUOTATIONS
from adapters.mcp.tools import listed
from bot.errors import ConfigError
from index.error_sentences import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator

    from mcp.server.context import ServerRequestContext
    from mcp.types import CallToolRequestParams, PaginatedRequestParams
    from starlette.applications import Starlette

    from adapters.mcp.tools import Tools

LOOPBACK: Final = "127.0.0.1"
PATH: Final = "/mcp"

_PATIENCE_SECONDS: Final = 5
"""So long answers in flight are waited for at the end."""


@contextmanager
def _ending_well(server: uvicorn.Server) -> Iterator[None]:
    """Have SIGTERM end us as one who is done: uvicorn finishes its answers, and repeats it."""
    before = signal.signal(signal.SIGTERM, lambda *_: setattr(server, "should_exit", True))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class Assistants:
    """Answers other assistants.

    Args:
        tools: What they may call.
    """

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    async def serve_stdio(self) -> None:
        """Answer over standard input and output until the input ends."""
        # Ctrl-C ends the process: nothing else ends the SDK's wait for the next line.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        server = self.server()
        async with stdio_server() as (read, write):
            await _beside(
                self._tools.warm_up(),
                server.run(read, write, server.create_initialization_options()),
            )

    async def serve_http(self, port: int, begun: Callable[[str], None]) -> None:
        """Answer over HTTP on loopback until it is told to end.

        Args:
            port: Where; 0 takes a free one.
            begun: Hears the address when it can be asked.

        Raises:
            ConfigError: The port cannot be used.
        """
        with _listening(port) as listener:
            bound = listener.getsockname()[1]
            config = uvicorn.Config(
                self._app(bound),
                log_config=None,
                access_log=False,
                timeout_graceful_shutdown=_PATIENCE_SECONDS,
            )
            server = uvicorn.Server(config)
            with _ending_well(server):
                begun(f"http://{LOOPBACK}:{bound}{PATH}")
                await _beside(self._tools.warm_up(), server.serve(sockets=[listener]))

    def _app(self, port: int) -> Starlette:
        # A page in a browser that is led to this address is not answered.
        hosts = [f"{name}:{port}" for name in (LOOPBACK, "localhost")]
        security = TransportSecuritySettings(
            allowed_hosts=hosts, allowed_origins=[f"http://{host}" for host in hosts]
        )
        return self.server().streamable_http_app(
            streamable_http_path=PATH,
            json_response=True,
            stateless_http=True,
            transport_security=security,
        )

    def server(self) -> Server[Any]:
        """Return what knows the protocol, to be connected by any transport."""
        known = ListToolsResult(tools=listed())

        async def list_tools(
            _context: ServerRequestContext[Any], _params: PaginatedRequestParams | None
        ) -> ListToolsResult:
            return known

        async def call_tool(
            _context: ServerRequestContext[Any], params: CallToolRequestParams
        ) -> CallToolResult:
            return await self._tools.call(params.name, params.arguments or {})

        return Server(
            "pullquote",
            version=version("pullquote"),
            instructions=f"Finds what stored posts say, in their own words. {QUOTATIONS}",
            on_list_tools=list_tools,
            on_call_tool=call_tool,
        )


async def _beside(preparing: Coroutine[Any, Any, None], serving: Coroutine[Any, Any, None]) -> None:
    """Serve, and prepare meanwhile what the first question needs."""
    prepared = asyncio.create_task(preparing)
    try:
        await serving
    finally:
        prepared.cancel()


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    try:
        listener = socket.create_server((LOOPBACK, port))
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        problem = Told(
            "port {port} cannot be used ({reason}): name another, or 0 for a free one",
            port=port,
            reason=reason,
        )
        raise ConfigError([problem]) from error
    with listener:
        yield listener
