"""What is asked of the web, and within which bounds."""

from __future__ import annotations

import asyncio
import gzip
import socket
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from adapters.sources.web.download import Bounds, Download, download
from index.errors import PostFormatError
from index.ingest.addresses import WebAddress
from tests.fakes.sites import Site, feed
from tests.unit.adapters.sources.conftest import Told

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOPBACK = Bounds(allows=lambda host: host in {"127.0.0.1", "::1"})


def got(url: str, bounds: Bounds = LOOPBACK, **known: str) -> Download:
    [answer] = asyncio.run(download([WebAddress(url, **known)], bounds))
    assert isinstance(answer, Download)
    return answer


def refused(url: str, bounds: Bounds = LOOPBACK) -> Told:
    [answer] = asyncio.run(download([WebAddress(url)], bounds))
    assert isinstance(answer, PostFormatError)
    return Told(answer)


@pytest.fixture
def other() -> Iterator[Site]:
    """A site on an address that is not allowed."""
    with Site("127.0.0.2") as opened:
        yield opened


def test_what_an_address_holds_is_had_with_its_marks(site: Site) -> None:
    date = "Sun, 01 Nov 2026 10:00:00 GMT"
    url = site.put("/feed", feed(a="Bees"), ETag='"v1"', Last_Modified=date)

    assert got(url) == Download(url, feed(a="Bees"), '"v1"', date)
    [(_, headers)] = site.asked
    assert headers["User-Agent"].startswith("Pullquote/")
    assert not {"If-None-Match", "If-Modified-Since", "Cookie", "Authorization"} & headers.keys()


def test_what_did_not_change_is_not_sent_again(site: Site) -> None:
    url = site.put("/feed", feed(a="Bees"), ETag='"v1"')

    assert got(url, etag='"v1"', modified="yesterday").data is None
    [(_, headers)] = site.asked
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"v1"', "yesterday")


def test_a_private_address_is_refused_before_anything_is_sent(site: Site) -> None:
    url = site.put("/feed", feed(a="Bees"))
    for each in (url, url.replace("127.0.0.1", "localhost")):
        assert "--allow-private" in refused(each, Bounds()).problem
    short = url.replace("127.0.0.1", "127.1")  # what some programs take for loopback
    assert "it is no address of the web" in refused(short, Bounds()).problem
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_refused(site: Site, other: Site) -> None:
    url = site.put("/feed", status=302, Location=other.put("/secret", feed(a="Bees")))

    assert refused(url).problem.startswith("127.0.0.2 is this machine or in its own network")
    assert (site.paths(), other.asked) == (["/feed"], [])
    assert got(url, replace(LOOPBACK, allows=lambda _: True)).place == f"{other.url}/secret"


def test_what_a_name_means_is_judged_where_it_is_connected_to(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that means something public at first does not lead elsewhere a moment later."""
    url = site.put("/feed", feed(a="Bees")).replace("127.0.0.1", "garden.example")
    judged: list[str] = []
    port = int(url.rpartition(":")[2].partition("/")[0])

    def looked_up(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    def allows(host: str) -> bool:
        judged.append(host)
        return False

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    assert (
        "garden.example is this machine" in refused(url, replace(LOOPBACK, allows=allows)).problem
    )
    assert (judged, site.asked) == (["127.0.0.1"], [])


def test_redirects_are_followed_so_many_times(site: Site) -> None:
    for number in range(9):
        site.put(f"/{number}", status=301, Location=f"/{number + 1}")
    site.put("/9", feed(a="Bees"))

    assert got(f"{site.url}/5").place == f"{site.url}/9"
    assert "more than 5 times" in refused(f"{site.url}/0").problem


@pytest.mark.parametrize("place", ["ftp://127.0.0.1/feed", "file:///etc/hostname", "data:,bees"])
def test_nothing_but_the_web_is_followed(site: Site, place: str) -> None:
    url = site.put("/feed", status=302, Location=place)
    assert "leads to what is no address of the web" in refused(url).problem


def test_no_more_than_so_much_is_taken_also_of_what_is_packed(site: Site) -> None:
    bounds, much = replace(LOOPBACK, size=2_000_000), b"bees " * 500_000
    packed = site.put("/packed", gzip.compress(much), Content_Encoding="gzip")
    whole = site.put("/whole", much[:2_000_000])

    assert "more than 2 MB" in refused(packed, bounds).problem
    assert len(got(whole, bounds).data or b"") == 2_000_000


def test_who_says_nothing_is_not_waited_for(site: Site) -> None:
    url = site.put("/feed", X_Silent="yes")
    assert "longer than 0.2 seconds" in refused(url, replace(LOOPBACK, seconds=0.2)).problem


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "nothing is there (status 404)"), (410, "nothing is there (status 410)"),
        (429, "asks to be asked less often"), (503, "asks to be asked less often"),
        (403, "gives nothing to us (status 403)"), (500, "gives nothing to us (status 500)"),
    ],
)  # fmt: skip
def test_what_gives_nothing_is_named_with_what_to_do(site: Site, status: int, said: str) -> None:
    assert said in refused(site.put("/feed", b"<html>No.</html>", status)).problem


def test_one_that_cannot_be_reached_costs_the_others_nothing(site: Site) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # nobody listens there
        dead = f"http://127.0.0.1:{free.getsockname()[1]}/feed"
        asked = [WebAddress(dead), WebAddress(site.put("/feed", feed(a="Bees")))]
        error, answer = asyncio.run(download(asked, LOOPBACK))
    assert isinstance(error, PostFormatError)
    assert "it cannot be reached (" in Told(error).problem
    assert isinstance(answer, Download)


def test_the_encoding_that_a_server_names_counts_more_than_that_of_the_page(site: Site) -> None:
    text = '<html><meta charset="utf-8"><p>Où est le rucher ?</p></html>'
    url = site.put("/a", text.encode("latin-1"), Content_Type="text/html; charset=ISO-8859-1")
    odd = site.put("/b", b"caf\xe9", Content_Type="text/html; charset=no-such")

    assert got(url).data == b"\xef\xbb\xbf" + text.encode()
    assert got(odd).data == b"caf\xe9"
