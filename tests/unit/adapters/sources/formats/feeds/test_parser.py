from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.sources.formats.feeds.parser import (
    DEEPEST_BASE,
    MOST_ATTRIBUTES,
    MOST_NAMESPACES,
    parse,
)
from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
)
DAMAGE = "<a>"


def rss(item: str, attributes: str = "") -> str:
    entry = f"<title>Swarm</title>{item}<description>They swarm in May.</description>"
    return f"<rss {SPACES} {attributes}><channel><item>{entry}</item></channel></rss>"


@pytest.mark.parametrize("damage", ["", DAMAGE], ids=["well formed", "damaged"])
@pytest.mark.parametrize(
    "item",
    [
        "<author>ada@bees.example (Ada)</author>",
        "<dc:creator>Ada</dc:creator>",
        "<managingEditor>ada@bees.example (Ada)</managingEditor>",
        "<itunes:owner><itunes:name>Ada</itunes:name></itunes:owner>",
        "<category>bees</category><category domain='a'>may</category>",
        "<itunes:keywords>bees,may</itunes:keywords>",
        "<media:keywords>bees,may</media:keywords>",
        "<pubDate>Mon, 04 May 2026 10:00:00 GMT</pubDate>",
        "<dc:date>2026-05-04</dc:date>",
    ],
)
def test_the_parser_finds_out_nothing_that_is_not_taken_from_it(item: str, damage: str) -> None:
    _, [entry], flaw = parse(rss(f"<guid>1</guid>{item}") + damage)
    assert (flaw is not None) == bool(damage)
    assert (entry["title"], entry["id"], entry["summary"]) == ("Swarm", "1", "They swarm in May.")
    found_out = "author_detail", "authors", "tags", "published_parsed", "updated_parsed"
    assert not [name for name in found_out if name in {**entry}]


def test_an_element_of_many_attributes_is_refused_by_name(read_file: ReadFile) -> None:
    attributes = " ".join(f"a{n}=''" for n in range(MOST_ATTRIBUTES))
    assert len(read_file(rss(f"<x {attributes}/>"), "a.xml").posts) == 1
    found = read_file(rss(f"<x b='' {attributes}/>"), "a.xml")
    assert found.error.problem == (
        "an element of the feed has more than 500 attributes: save it again without them"
    )


@pytest.mark.parametrize("damage", ["", DAMAGE], ids=["well formed", "damaged"])
def test_a_feed_of_many_namespaces_is_refused_by_name(read_file: ReadFile, damage: str) -> None:
    few, many = (
        rss("", " ".join(f"xmlns:n{n}='urn:{n}'" for n in range(MOST_NAMESPACES + more))) + damage
        for more in (-9, 9)
    )
    parse(few)
    with pytest.raises(WrongValue, match="too_many_namespaces"):
        parse(many)
    found = read_file(many, "a.xml")
    assert found.error.problem.startswith("the feed declares more than 100 namespaces: save it")


def test_links_are_not_relative_to_an_address_without_end(read_file: ReadFile) -> None:
    for folders, link in ((DEEPEST_BASE - 3, "https://bees.example/"), (DEEPEST_BASE, "1")):
        base = f"xml:base='https://bees.example{'/a' * folders}'"
        _, [entry], _ = parse(rss("<link>1</link>", base))
        assert entry["link"].startswith(link)
        post = read_file(rss("<link>1</link>", base), "a.xml").only
        assert (post.url or "1").startswith(link)
    nested = "<x xml:base='a/'>" * 99 + "<item><link>1</link></item>" + "</x>" * 99
    _, [entry], _ = parse(
        f"<rss xml:base='https://bees.example/'><channel>{nested}</channel></rss>"
    )
    assert entry["link"].count("/") <= DEEPEST_BASE + 1
