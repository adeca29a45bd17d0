"""A site of the web on loopback: real HTTP, and what it was asked."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Garden notes</title>
<link>https://garden.example/</link>{entries}</channel></rss>
"""
ENTRY = """<item><guid>{name}</guid><title>{name}</title>
<description>{text}</description></item>"""
PAGE = """<!doctype html><html><head><title>{title}</title>{head}</head>
<body><article><p>{text}</p></article></body></html>"""


def feed(**texts: str) -> bytes:
    """Return a feed with an entry for each text, by its name."""
    entries = "".join(ENTRY.format(name=name, text=text) for name, text in texts.items())
    return FEED.format(entries=entries).encode()


def page(text: str, title: str = "A page", head: str = "") -> bytes:
    """Return a page that is an article."""
    return PAGE.format(title=title, text=text, head=head).encode()


@dataclass(frozen=True)
class Held:
    """What stands under a path."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


class Site:
    """Serves what was put under its paths, and remembers what was asked.

    Attributes:
        held: What stands under each path; anything else is not found.
        asked: The paths that were asked for, in order, each with the headers.
        url: Where it begins, without a slash at the end.
    """

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.held: dict[str, Held] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.closing = threading.Event()
        self._server = ThreadingHTTPServer((host, 0), self._handler())
        self.url = f"http://{host}:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def put(self, path: str, body: bytes = b"", status: int = 200, **headers: str) -> str:
        """Put something under a path (`content_type` is a header), and return its address."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.held[path] = Held(body, status, named)
        return self.url + path

    def paths(self) -> list[str]:
        """Return what was asked for, in order."""
        return [path for path, _ in self.asked]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers)))
                held = site.held.get(self.path, Held(status=404))
                mark = held.headers.get("ETag")
                if mark and self.headers.get("If-None-Match") == mark:
                    held = Held(status=304)
                self.send_response(held.status)
                for name, value in held.headers.items():
                    self.send_header(name, value)
                if held.status == 200 and held.headers.get("X-Silent"):
                    self.send_header("Content-Length", "1000")
                    self.end_headers()
                    site.closing.wait()
                    return
                self.send_header("Content-Length", str(len(held.body)))
                self.end_headers()
                self.wfile.write(held.body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler
