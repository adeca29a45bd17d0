from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from xml import sax

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.sources.file_defaults import Labels
from adapters.sources.formats.feeds.feed import DAMAGED, MOST_TAGS, feed_posts
from index.errors import PostFormatError
from index.posts import Post

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


PAYLOADS = Path(__file__).parents[5] / "payloads" / "sources"
RSS = (PAYLOADS / "feed.rss").read_bytes()
ATOM = (PAYLOADS / "feed.atom").read_bytes()


def test_an_entry_of_rss_is_a_post_with_its_fullest_text(read_file: ReadFile) -> None:
    found = read_file(RSS, "feed.xml")

    assert found.posts[0] == Post(
        id="feed:garden.example/12",
        source="Garden & club",
        title="Compost in winter",
        text="The heap sleeps in winter.\n\nCover it with straw & wait.",
        author="Ada Quill",
        url="https://garden.example/compost",
        posted_at=datetime(2024, 3, 1, 8, tzinfo=UTC),
    )


def test_what_names_the_entry_and_its_feed_is_no_word_of_it_and_other_words_are(
    read_file: ReadFile,
) -> None:
    said = ["The well is open.", "Our story first appeared on page three of the Gazette. Drink!"]
    items = "".join(
        f"<item><guid>{each}</guid><title>The well</title><description>&lt;p&gt;{said[each]}"
        "&lt;/p&gt;&lt;p&gt;The post The well appeared first on Village &amp;amp; dale."
        "&lt;/p&gt;</description></item>"
        for each in range(2)
    )
    feed = f"<rss version='2.0'><channel><title>Village &amp; dale</title>{items}</channel></rss>"

    assert [each.text for each in read_file(feed.encode(), "feed.xml").posts] == said


def test_an_entry_with_only_a_title_is_that(read_file: ReadFile) -> None:
    post = read_file(RSS, "feed.xml").posts[1]

    assert (post.id, post.title, post.text) == (
        "feed:https://garden.example/title", "", "Only a title",
    )  # fmt: skip
    assert post.posted_at is None


def test_an_entry_with_nothing_is_refused_by_its_number(read_file: ReadFile) -> None:
    assert read_file(RSS, "feed.xml").error.problem.startswith("entry 3: the text is empty")


def test_an_entry_of_atom_is_a_post_by_the_author_of_its_feed(read_file: ReadFile) -> None:
    assert read_file(ATOM, "a.xml").only == Post(
        id="feed:tag:bees.example,2024:1",
        source="Les abeilles",
        title="L’essaim & la ruche",
        text="L’essaim part en mai.",
        author="Zoé Lambert",
        url="https://bees.example/1",
        posted_at=datetime(2024, 5, 2, 7, tzinfo=UTC),
    )


def test_the_encoding_that_a_feed_announces_counts(read_file: ReadFile) -> None:
    latin = ATOM.decode().replace("utf-8", "windows-1252").encode("cp1252")

    assert read_file(latin, "a.xml").only.author == "Zoé Lambert"


def test_a_feed_that_breaks_off_is_told_and_what_can_be_read_is_taken(
    read_file: ReadFile,
) -> None:
    found = read_file(RSS[: RSS.index(b"<title>Only")], "feed.xml")

    assert found.posts[0].id == "feed:garden.example/12"
    assert "the feed is not well formed" in found.errors[0].problem


def test_a_feed_without_entries_is_told(read_file: ReadFile) -> None:
    assert "the feed has no entries" in read_file("<rss></rss>", "a.xml").error.problem


def test_a_feed_cannot_read_files_or_unfold_without_end(read_file: ReadFile) -> None:
    names = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = (
        f'<!DOCTYPE r [<!ENTITY l0 "lol">{names}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        "<rss><channel><item><title>a &l9; &f;</title></item></channel></rss>"
    )
    found = read_file(bomb, "a.xml")

    assert "declares entities" in found.error.problem
    assert found.posts == []


def test_a_feed_that_cannot_be_read_at_all_is_named(read_file: ReadFile) -> None:
    broken = RSS.replace(b"The heap", b"&#99999999999;").replace(b"</rss>", b"")

    assert "the feed cannot be read" in read_file(broken, "a.xml").error.problem


def test_the_source_that_a_person_names_wins(read_file: ReadFile) -> None:
    assert read_file(ATOM, "a.xml", source="bees", audience="slack:C1").only.source == "bees"


@settings(deadline=None)
@given(st.sampled_from([RSS, ATOM]), st.integers(0, 900), st.integers(0, 200), st.binary())
def test_no_bytes_in_a_feed_raise(feed: bytes, start: int, length: int, other: bytes) -> None:
    data = feed[:start] + other + feed[start + length :]

    for each in feed_posts(data, Labels("a.xml", "a.xml", "a")):
        assert isinstance(each, Post | PostFormatError)


def test_a_feed_that_breaks_off_gives_no_fragment_of_an_entry(read_file: ReadFile) -> None:
    item = "<item><guid>{0}</guid><title>T{0}</title><description>Text {0}.</description></item>"
    whole = "".join(item.format(number) for number in (1, 2, 3))
    feed = f"<rss version='2.0'><channel><title>Bees</title>{whole}</channel></rss>"
    for end in (feed.index("Text 2") + 2, feed.index("T2") + 2):
        found = read_file(feed[:end], "feed.xml")
        assert [post.text for post in found.posts] == ["Text 1."]
        assert "not well formed" in found.errors[0].problem


def test_a_feed_that_declares_entities_is_refused_and_one_that_speaks_of_them_is_not(
    read_file: ReadFile,
) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    item = "<item><guid>1</guid><description>{0}</description></item>"
    feed = "<rss version='2.0'><channel><title>Bees</title>{0}</channel></rss>"
    found = read_file(bomb + feed.format(item.format("&b;")), "bomb.xml")
    assert found.posts == []
    assert "declares entities" in found.errors[0].problem
    said = "<![CDATA[How a &lt;!ENTITY and an <!ENTITY are written.]]>"
    assert read_file(feed.format(item.format(said)), "feed.xml").posts


def feed_of(entry: str, count: int) -> bytes:
    return f'<rss version="2.0"><channel>{entry * count}</channel></rss>'.encode()


def test_a_feed_of_hardly_anything_but_tags_is_refused_before_it_is_parsed(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsers: list[object] = []

    def make_parser() -> object:
        parsers.append(real())
        return parsers[-1]

    real = sax.make_parser
    monkeypatch.setattr(sax, "make_parser", make_parser)
    assert read_file(RSS, "feed.xml").posts
    assert len(parsers) == 1
    found = read_file(feed_of("<item><title>a</title></item>", MOST_TAGS // 4), "feed.xml")
    assert len(parsers) == 1
    assert found.error.problem == (
        "it has 40,004 tags and 0 lines and signs like &amp; around little text: save it with"
        " fewer entries"
    )


@pytest.mark.parametrize("mark", ["\n", "&amp;"])
def test_lines_and_references_count_as_tags_do(read_file: ReadFile, mark: str) -> None:
    entry = "<item><title>a</title></item>"
    found = read_file(feed_of(entry + mark, MOST_TAGS // 5), "feed.xml")
    assert len(found.posts) == 1
    found = read_file(feed_of(entry + mark * (8 * 2), MOST_TAGS // 5), "feed.xml")
    assert found.error.problem.startswith("it has 32,004 tags and 128,000 lines and signs")


def test_a_damaged_feed_may_have_half_as_many_tags(read_file: ReadFile) -> None:
    entry = "<item><title>a</title><link>http://a.example</link></item>"
    count = MOST_TAGS // DAMAGED // 6
    found = read_file(feed_of(entry, count - 9).replace(b"</rss>", b"<a></rss>"), "feed.xml")
    assert found.error.problem.startswith("the feed is not well formed")
    found = read_file(feed_of(entry, count + 9).replace(b"</rss>", b"<a></rss>"), "feed.xml")
    assert found.error.problem.startswith("it is not well formed, and has 20,057 tags and 0 lines")
    assert not found.posts
    assert not read_file(feed_of(entry, count + 9), "feed.xml").errors


def test_tags_in_cdata_count_as_lines_do(read_file: ReadFile) -> None:
    row = "<tr><td>The heap</td><td>12</td></tr>"
    entry = "<item><guid>%d</guid><title>a</title><description>%s</description></item>"
    cdata = f"<![CDATA[<p>The heap sleeps.</p><table>{row * 500}</table>]]>"
    found = read_file(feed_of("".join(entry % (n, cdata) for n in range(20)), 1), "feed.xml")
    assert len(found.posts) == 20
    assert not found.errors
    found = read_file(feed_of("<a/><!-- <![CDATA[ --><b/>" * (MOST_TAGS // 2), 1), "feed.xml")
    assert found.error.problem.startswith("it has 40,004 tags and 40,000 lines and signs")


@pytest.mark.slow
def test_a_large_feed_may_have_more_tags(read_file: ReadFile) -> None:
    text = "Cover the heap with straw. " * 10
    entry = f"<item><title>{text}</title>{'<a/>' * 6}</item>"
    found = read_file(feed_of(entry, MOST_TAGS // 10 + 1), "feed.xml")
    assert not found.errors


@pytest.mark.parametrize(
    ("link", "count"),
    [
        ("<link>javascript:alert(1)</link>", 1),
        ("<link>/posts/3</link>", 1),
        ("<link>https://boats.example/3</link>", 0),
        ("<guid>77</guid>", 0),
        ("", 0),
    ],
)
def test_a_link_that_is_no_address_of_the_web_is_counted(
    link: str, count: int, read_file: ReadFile
) -> None:
    item = f"<item><title>Keel</title>{link}<description>The keel is of oak.</description></item>"
    found = read_file(f"<rss version='2.0'><channel>{item}</channel></rss>", "feed.xml")

    assert found.only.text == "The keel is of oak."
    assert (found.only.url is None) is ("https" not in link)
    assert found.left_out["links"] == count
