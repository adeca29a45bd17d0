"""Other assistants reach the tools over standard input and output, and over HTTP on loopback."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, TextIO

import pytest

from tests.e2e.assistants.conftest import PRIVATE, SWARM, client
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from mcp import Client

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

ROOT = Path(__file__).parents[3]
PIPE = asyncio.subprocess.PIPE
HELLO = (
    b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",'
    b'"capabilities":{},"clientInfo":{"name":"test","version":"1"}}}'
)


def environment() -> dict[str, str]:
    found = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, found))}


@pytest.fixture
def errors() -> Iterator[TextIO]:
    """What the process says aside."""
    with TemporaryFile("w+") as file:
        yield file


@asynccontextmanager
async def process(*arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Start `pullquote mcp`, and kill it if it still runs at the end."""
    started = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "mcp", *arguments, env=environment(),
        stdin=PIPE, stdout=PIPE, stderr=PIPE,
    )  # fmt: skip
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.communicate()


@asynccontextmanager
async def served(*arguments: str) -> AsyncIterator[str]:
    """Serve on a free port, and give the address."""
    async with process("--http", "0", *arguments) as started:
        assert started.stderr is not None
        line = await asyncio.wait_for(started.stderr.readline(), PATIENCE_SECONDS)
        yield line.decode().split()[1].rstrip(".")


async def check(connected: Client) -> None:
    """Check what every transport has to give: a citation, nothing private, two at once."""
    listed = (await connected.list_tools()).tools
    asked = [
        connected.call_tool("ask", {"question": "when do the bees swarm?"}),
        connected.call_tool("ask", {"question": "who bought the bees?"}),
    ]
    swarm, bought = await asyncio.gather(*asked)
    wrong = await connected.call_tool("ask", {"question": "bees", "since": "soon"})

    assert [each.name for each in listed] == ["ask", "search"]
    found: Any = swarm.structured_content
    (quote,) = found["excerpts"]
    assert (quote["text"], quote["author"], quote["url"]) == (SWARM, "Ada Moss", "https://e.org/1")
    assert not bought.is_error
    assert PRIVATE not in str(bought)
    (said,) = wrong.content
    assert wrong.is_error
    assert getattr(said, "text", "").startswith("since:soon is not a day: write it as since:2024")


@pytest.mark.usefixtures("village")
@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_it_answers_over_standard_input_and_output(mode: str, errors: TextIO) -> None:
    from mcp import Client, StdioServerParameters, stdio_client  # noqa: PLC0415 - it takes a second

    command = StdioServerParameters(
        command=sys.executable, args=["-m", "bot", "mcp"], env=environment()
    )
    async with Client(stdio_client(command, errlog=errors), mode=mode) as connected:
        await check(connected)
    errors.seek(0)
    assert errors.read() == ""


@pytest.mark.usefixtures("village")
@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_it_answers_over_http(mode: str) -> None:
    from mcp import Client  # noqa: PLC0415 - it takes a second

    async with served() as url, Client(url, mode=mode) as connected:
        await check(connected)
    assert url.startswith("http://127.0.0.1:")


async def test_who_comes_by_another_name_or_from_a_page_is_not_answered() -> None:
    from httpx2 import AsyncClient  # noqa: PLC0415 - it takes a second

    async with served() as url, AsyncClient() as connected:

        async def status(**headers: str) -> int:
            wanted = {"Accept": "application/json, text/event-stream"}
            sent = {**wanted, "Content-Type": "application/json", **headers}
            return (await connected.post(url, content=HELLO, headers=sent)).status_code

        own = url.removesuffix("/mcp")
        assert await status() == 200
        assert await status(Origin=own) == 200
        assert await status(Origin="https://pages.example") == 403
        assert await status(Origin="http://localhost:1") == 403
        assert await status(Host="pages.example") == 421


async def test_ctrl_c_ends_it_though_the_input_does_not_end() -> None:
    async with process() as started:
        assert started.stdin is not None
        assert started.stdout is not None
        started.stdin.write(HELLO + b"\n")
        await asyncio.wait_for(started.stdout.readline(), PATIENCE_SECONDS)
        started.send_signal(signal.SIGINT)
        assert await asyncio.wait_for(started.wait(), PATIENCE_SECONDS) == -signal.SIGINT


async def test_a_supervisor_that_ends_it_over_http_sees_that_all_went_well() -> None:
    async with process("--http", "0") as started:
        assert started.stderr is not None
        await asyncio.wait_for(started.stderr.readline(), PATIENCE_SECONDS)
        started.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(started.wait(), PATIENCE_SECONDS) == 0


async def test_an_assistant_that_comes_before_any_post_is_told_the_remedy() -> None:
    async with client() as connected:
        result = await connected.call_tool("ask", {"question": "when do the bees swarm?"})
    (said,) = result.content
    assert result.is_error
    assert getattr(said, "text", "") == (
        "There are no posts yet: `pullquote import` brings some in."
    )


async def test_it_ends_with_its_input() -> None:
    async with process() as started:
        out, err = await asyncio.wait_for(started.communicate(b""), PATIENCE_SECONDS)
    assert (started.returncode, out, err) == (0, b"", b"")


def test_a_port_that_is_taken_is_told_with_the_remedy(pullquote: Pullquote) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = pullquote("mcp", "--http", str(port))
    assert refused.code == 3
    assert f"port {port} cannot be used (Address already in use): name another" in refused.err


def test_what_is_not_installed_is_told_with_the_remedy(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("adapters.mcp.serving", "mcp", "uvicorn"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    refused = pullquote("mcp")
    assert refused.code == 3
    assert refused.err == "uvicorn is not installed: `pip install 'pullquote[mcp]'` brings it\n"


def test_an_empty_audience_is_refused(pullquote: Pullquote) -> None:
    refused = pullquote("mcp", "--audience", "")
    assert (refused.code, "it is empty" in refused.err) == (2, True)
