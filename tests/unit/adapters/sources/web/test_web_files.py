"""What addresses hold, read as files are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.sources.web.web_files import ANYWHERE, found_at
from index.ingest.addresses import WebAddress
from index.posts import Post
from tests.fakes.sites import feed, page
from tests.unit.adapters.sources.conftest import Told

if TYPE_CHECKING:
    from bot.ports import FoundSources
    from tests.fakes.sites import Site


def posts(found: FoundSources) -> list[Post]:
    assert found.refused == []
    return [each for source in found.sources for each in source.posts() if isinstance(each, Post)]


def read(url: str, **known: str) -> Post:
    [post] = posts(found_at([WebAddress(url, **known)], ANYWHERE))
    return post


def refused(url: str) -> str:
    [error] = found_at([WebAddress(url)], ANYWHERE).refused
    return str(Told(error))


def test_an_entry_of_a_feed_is_a_post_of_the_feeds_source(site: Site) -> None:
    post = read(site.put("/feed", feed(swarm="Bees swarm in May.")))
    assert (post.source, post.title, post.text) == ("Garden notes", "swarm", "Bees swarm in May.")


def test_the_address_of_a_feed_which_may_hold_a_key_is_no_link(site: Site) -> None:
    linked = feed(a="Bees").replace(b"<guid>", b"<link>https://garden.example/a</link><guid>")
    assert read(site.put("/feed?key=hunter2", feed(a="Bees swarm."))).url is None
    assert read(site.put("/linked?key=hunter2", linked)).url == "https://garden.example/a"


def test_a_page_is_a_post_of_its_host_and_stands_where_it_was_read(site: Site) -> None:
    site.put("/old", status=301, Location="/new")
    site.put("/new", page("Bees swarm in May."))
    head = '<meta property="og:site_name" content="Some Other">'
    assert read(f"{site.url}/old#top").url == f"{site.url}/new"
    assert read(site.put("/named", page("Wax melts.", head=head))).source == "127.0.0.1"


def test_a_page_names_its_own_address_but_none_of_another_host(site: Site) -> None:
    own = f'<link rel="canonical" href="{site.url}/bees">'
    others = '<link rel="canonical" href="https://garden.example/bees">'
    assert read(site.put("/a?from=mail", page("Bees swarm.", head=own))).url == f"{site.url}/bees"
    post = read(site.put("/b", page("Bees swarm.", head=others)))
    assert (post.url, post.id) == (f"{site.url}/b", f"page:{site.url}/b")


def test_a_text_at_an_address_is_read_as_its_ending_says(site: Site) -> None:
    post = read(site.put("/bees.md", b"# Bees\n\nThey swarm in May."))
    assert (post.title, post.url) == ("Bees", f"{site.url}/bees.md")


def test_what_a_person_says_of_source_and_audience_holds(site: Site) -> None:
    url = site.put("/feed", feed(a="Bees swarm."))
    post = read(url, source="garden", audience="slack:C1")
    assert (post.source, post.audience) == ("garden", "slack:C1")


def test_it_can_be_read_twice_as_a_file_can(site: Site) -> None:
    [source] = found_at([WebAddress(site.put("/f", feed(a="Bees")))], ANYWHERE).sources
    assert [*source.posts()] == [*source.posts()]


def test_nothing_is_dropped_because_an_address_holds_it_no_more(site: Site) -> None:
    url = site.put("/feed", feed(a="Bees"), ETag='"v1"')
    found = found_at([WebAddress(url, "garden")], ANYWHERE)
    assert (found.within, found.partial) == ([url], [url])
    assert found.addresses == [WebAddress(url, "garden", etag='"v1"')]


@pytest.mark.parametrize("text", ["https://", "http:///feed", "https://[bees", "http://a:b:c/"])
def test_what_is_no_address_is_refused_unasked(text: str) -> None:
    assert "write it as https://example.org/feed.xml" in refused(text)


def test_a_password_is_neither_stored_nor_shown() -> None:
    said = refused("https://mira:hunter2@127.0.0.1/feed")
    assert "a name or a password" in said
    assert "hunter2" not in said
