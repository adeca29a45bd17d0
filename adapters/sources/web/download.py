"""Asks addresses of the web for what they hold, within bounds."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass
from http import HTTPStatus
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

import aiohttp

from adapters.sources.bytes.encodings import as_marked_utf8
from adapters.sources.bytes.reader import LARGEST_PAGE
from adapters.sources.web.reachable import is_public
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.ingest.addresses import WebAddress

_ACCEPTED: Final = "application/atom+xml, application/rss+xml, text/html;q=0.9, */*;q=0.5"
_AT_ONCE: Final = 8
_OF_A_HOST: Final = 2
_CHUNK: Final = 65_536
_GONE: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_BUSY: Final = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much an address may take of us.

    Attributes:
        seconds: How long its whole answer may take.
        connect_seconds: How long it may take to be reached.
        silent_seconds: How long it may say nothing in between.
        size: How many bytes it may hold, unpacked.
        redirects: How often it may lead elsewhere.
        allows: Tells whether a numeric address may be connected to.
    """

    seconds: float = 120.0
    connect_seconds: float = 10.0
    silent_seconds: float = 30.0
    size: int = LARGEST_PAGE
    redirects: int = 5
    allows: Callable[[str], bool] = is_public


@dataclass(frozen=True, slots=True)
class Download:
    """What an address holds.

    Attributes:
        place: Where it led to.
        data: All bytes, None where they are as they were when it was asked before.
        etag: Their mark, as the server gives it; "" for none.
        modified: When they were changed, as the server says it; "" where it does not.
    """

    place: str
    data: bytes | None
    etag: str = ""
    modified: str = ""


class PrivateAddress(OSError):
    """An address that may not be connected to.

    All say the same, so that of several numeric addresses of a host one error is left.
    """

    def __init__(self) -> None:
        super().__init__("not a public address")


async def download(asked: Sequence[WebAddress], bounds: Bounds) -> list[Download | PostFormatError]:
    """Return what each of these addresses holds, or why that cannot be had."""

    def open_socket(info: Any) -> socket.socket:
        # Here it is settled what is connected to: no name is looked up after that.
        family, kind, protocol, _, address = info
        if not bounds.allows(str(address[0])):
            raise PrivateAddress
        return socket.socket(family, kind, protocol)

    connector = aiohttp.TCPConnector(
        limit=_AT_ONCE, limit_per_host=_OF_A_HOST, socket_factory=open_socket
    )
    timeout = aiohttp.ClientTimeout(
        total=bounds.seconds, sock_connect=bounds.connect_seconds, sock_read=bounds.silent_seconds
    )
    headers = {"User-Agent": f"Pullquote/{version('pullquote')}", "Accept": _ACCEPTED}
    async with aiohttp.ClientSession(
        connector=connector, timeout=timeout, headers=headers
    ) as session:
        return await asyncio.gather(*(_one(session, each, bounds) for each in asked))


async def _one(
    session: aiohttp.ClientSession, asked: WebAddress, bounds: Bounds
) -> Download | PostFormatError:
    known = {"If-None-Match": asked.etag, "If-Modified-Since": asked.modified}
    headers = {name: value for name, value in known.items() if value}
    try:
        async with session.get(
            asked.url, headers=headers, max_redirects=bounds.redirects
        ) as response:
            return await _held(response, asked.url, bounds.size)
    except (aiohttp.ClientError, OSError, ValueError) as error:
        return _refusal(asked.url, error, bounds)


async def _held(
    response: aiohttp.ClientResponse, url: str, most: int
) -> Download | PostFormatError:
    place = str(response.url.with_fragment(None))
    if response.status == HTTPStatus.NOT_MODIFIED:
        return Download(place, None)
    if response.status in _GONE:
        return PostFormatError(url, "address_gone", status=response.status)
    if response.status in _BUSY:
        return PostFormatError(url, "address_busy", status=response.status)
    if not response.ok:
        return PostFormatError(url, "address_refuses", status=response.status)
    data = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK):
        data += chunk
        if len(data) > most:
            return PostFormatError(url, "address_too_large", most=most // 1_000_000)
    return Download(
        place,
        as_marked_utf8(bytes(data), response.charset or ""),
        response.headers.get("ETag", ""),
        response.headers.get("Last-Modified", ""),
    )


def _refusal(url: str, error: Exception, bounds: Bounds) -> PostFormatError:
    if isinstance(error, TimeoutError):
        return PostFormatError(url, "address_too_slow", seconds=bounds.seconds)
    if isinstance(error, aiohttp.TooManyRedirects):
        return PostFormatError(url, "too_many_redirects", most=bounds.redirects)
    if isinstance(error, aiohttp.RedirectClientError):
        return PostFormatError(url, "leads_nowhere")
    if isinstance(error, aiohttp.InvalidURL):
        return PostFormatError(url, "not_an_address")
    return _unreachable(url, error)


def _unreachable(url: str, error: Exception) -> PostFormatError:
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return PostFormatError(url, "bad_certificate")
    reason = str(error) or type(error).__name__
    if isinstance(error, aiohttp.ClientConnectorError):
        if isinstance(error.os_error, PrivateAddress):
            return PostFormatError(url, "private_address", host=error.host)
        reason = error.strerror or reason
    return PostFormatError(url, "unreachable", reason=reason)
