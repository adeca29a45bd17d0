from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import Found, ReadFile

SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    ' xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
)
EDITOR = "<managingEditor>chief@bees.example (Chief)</managingEditor>"
LINK = "<link>https://bees.example/</link>"


def rss(read_file: ReadFile, item: str, channel: str = LINK) -> Found:
    inner = (
        f"<channel><title>Bees</title>{channel}<item><title>Swarm</title>{item}</item></channel>"
    )
    text = "<description>They swarm in May.</description>"
    feed = f"<rss version='2.0' {SPACES}>{inner}</rss>".replace("</item>", f"{text}</item>")
    return read_file(feed, "feed.xml", "bees")


def atom(read_file: ReadFile, entry: str, head: str = "") -> Found:
    text = "<id>tag:bees.example,2026:1</id><title>Swarm</title><summary>In May.</summary>"
    feed = f"<title>Bees</title>{head}<entry>{text}{entry}</entry>"
    return read_file(f"<feed xmlns='http://www.w3.org/2005/Atom'>{feed}</feed>", "feed.xml", "bees")


@pytest.mark.parametrize(
    ("item", "author"),
    [
        ("<author>ada@bees.example (Ada Quill)</author>", "Ada Quill"),
        ("<author>Ada Quill &lt;ada@bees.example&gt;</author>", "Ada Quill"),
        ("<author>Ada Quill</author>", "Ada Quill"),
        ("<author>ada@bees.example (Ada) and ben@bees.example (Ben)</author>", "Ada, Ben"),
        ("<author>Ada Quill &lt;ada@bees.example&gt;, Ben</author>", "Ada Quill, Ben"),
        ("<author>Quill, Ada &lt;ada@bees.example&gt;</author>", "Quill, Ada"),
        ("<author>Ada and Ben</author>", "Ada and Ben"),
        ("<author>Smith &amp; Co &lt;info@bees.example&gt;</author>", "Smith & Co"),
        ("<author>R&amp;D &lt;rd@bees.example&gt; &amp; Ada</author>", "R&D, Ada"),
        ("<author>Ada (ada@bees.example)</author>", "Ada"),
        ("<author>Ada&lt;ada@bees.example&gt;</author>", "Ada"),
        ("<author>&lt;ada@bees.example&gt;</author>", "<ada@bees.example>"),
        ("<author>ada@bees.example (Ada) Quill</author>", "ada@bees.example (Ada) Quill"),
        ("<author>ada@bees.example ()</author>", "ada@bees.example ()"),
        ("<dc:creator>Ada</dc:creator><dc:creator>Ben</dc:creator>", "Ada, Ben"),
        ("<author>ada@bees.example</author><dc:creator>Ada</dc:creator>", "Ada"),
        ("<atom:author><atom:name>Ada</atom:name></atom:author>", "Ada"),
        ("<itunes:author>The show</itunes:author><author>Ada</author>", "Ada"),
        ("<itunes:author>Ada</itunes:author>", "Ada"),
        ("<dc:creator>&lt;b&gt;Ana Bell&lt;/b&gt;</dc:creator>", "Ana Bell"),
        ("<dc:creator><![CDATA[<a href='/ana'>Ana Bell</a>]]></dc:creator>", "Ana Bell"),
        ("<dc:creator>Ana &lt;3 bees</dc:creator>", "Ana <3 bees"),
        ("<dc:creator>&lt;Ana&gt;</dc:creator>", "<Ana>"),
        ("<dc:creator>Zo&eacute;</dc:creator>", "Zoé"),
        ("", None),
    ],
)
def test_an_entry_is_by_whom_its_elements_name(
    read_file: ReadFile, item: str, author: str | None
) -> None:
    found = rss(read_file, f"<guid>1</guid>{item}", LINK + EDITOR)
    assert [post.author for post in found.posts] == [author]


@pytest.mark.parametrize(
    ("entry", "author"),
    [
        (
            (
                "<author><name>Ada</name><email>ada@bees.example</email></author>"
                "<author><name>Ben</name></author>"
            ),
            "Ada, Ben",
        ),
        ("<source><author><name>Zoe</name></author></source>", "Zoe"),
        ("<author><email>ada@bees.example</email></author>", "ada@bees.example"),
        ("<contributor><name>Ben</name></contributor>", "The club"),
        ("", "The club"),
    ],
)
def test_an_entry_of_atom_without_an_author_is_by_its_feed_s(
    read_file: ReadFile, entry: str, author: str
) -> None:
    club = "<author><name>The club</name></author>"
    assert atom(read_file, entry, club).only.author == author


@pytest.mark.parametrize(
    ("item", "link"),
    [
        ("<guid>4711</guid>", None),
        ("<guid>tag:bees.example,2026:1</guid>", None),
        ("<guid isPermaLink='false'>https://bees.example/?p=1</guid>", None),
        ("<guid>https://bees.example/1</guid>", "https://bees.example/1"),
        ("<guid>https://bees.example/?p=1</guid><link>/1</link>", "https://bees.example/1"),
        ("<atom:link rel='self' href='https://bees.example/self'/>", None),
        ("<link>http://[</link>", None),
    ],
)
def test_an_id_becomes_no_link(read_file: ReadFile, item: str, link: str | None) -> None:
    assert rss(read_file, item).only.url == link


@pytest.mark.parametrize(
    ("entry", "link"),
    [
        ("", None),
        ("<link rel='enclosure' href='https://bees.example/a.mp3'/>", None),
        ("<link rel='replies' href='https://bees.example/re'/><link href='https://bees.example/1'/>",
         "https://bees.example/1"),
        ("<link xml:base='https://bees.example/blog/' href='1'/>", "https://bees.example/blog/1"),
    ],
)  # fmt: skip
def test_an_entry_of_atom_stands_where_its_link_says(
    read_file: ReadFile, entry: str, link: str | None
) -> None:
    assert atom(read_file, entry).only.url == link


def test_a_date_that_cannot_be_told_is_left_out_and_counted(read_file: ReadFile) -> None:
    dates = (
        "<pubDate>Mon, 30 Feb 2026 10:00:00 GMT</pubDate><atom:updated>2026-03-01</atom:updated>"
    )
    found = rss(read_file, dates)
    assert found.only.posted_at is None
    assert found.left_out == {"dates": 1}


def test_when_an_entry_was_published_counts_before_when_it_was_changed(read_file: ReadFile) -> None:
    entry = "<updated>2026-03-05T10:00:00Z</updated><published>2026-03-01T10:00:00Z</published>"
    assert str(atom(read_file, entry).only.posted_at) == "2026-03-01 10:00:00+00:00"


def test_what_an_entry_says_besides_is_counted(read_file: ReadFile) -> None:
    whole = "<content:encoded>&lt;p&gt;All of it, in full length.&lt;/p&gt;</content:encoded>"
    media = "<media:group><media:description>A swarm in a tree.</media:description></media:group>"
    found = rss(read_file, f"{whole}{media}<itunes:subtitle>Bees!</itunes:subtitle>")
    assert found.only.text == "All of it, in full length."
    # The description beside the whole text is another's words, or the same author's other ones.
    assert found.left_out == {"alt_texts": 1, "summaries": 2}


@pytest.mark.parametrize("kind", ["text", "text/plain", "html", "xhtml"])
def test_content_alone_has_no_summary_beside_it(read_file: ReadFile, kind: str) -> None:
    said = "If a &lt; b &amp;&amp; b &gt; c, then a &lt; c: List&lt;String&gt; holds them."
    content = said if kind != "xhtml" else f'<div xmlns="http://www.w3.org/1999/xhtml">{said}</div>'
    entry = f"<entry><id>tag:b,2026:1</id><content type='{kind}'>{content}</content></entry>"
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Bees</title>{entry}</feed>"
    found = read_file(feed, "feed.xml", "bees")
    assert found.left_out == {}
    assert "holds them." in found.only.text


def test_a_summary_of_other_words_beside_plain_content_is_counted(read_file: ReadFile) -> None:
    found = atom(read_file, '<content type="text">a &lt; b, as they say.</content>')
    assert found.only.text == "a < b, as they say."
    assert found.left_out == {"summaries": 1}


MEDIA = "<media:description>A swarm in a tree.</media:description>"
SUMMARY = "<itunes:summary>Of bees.</itunes:summary>"


@pytest.mark.parametrize("item", [MEDIA + SUMMARY, SUMMARY + MEDIA])
def test_an_entry_s_own_words_stay_whatever_else_it_is_described_by(
    read_file: ReadFile, item: str
) -> None:
    found = rss(read_file, item)
    assert found.only.text == "They swarm in May."
    assert found.left_out == {"alt_texts": 1, "summaries": 1}


@pytest.mark.parametrize(
    ("item", "text"),
    [(MEDIA + SUMMARY, "A swarm in a tree."), (SUMMARY, "Of bees."), (MEDIA, "A swarm in a tree.")],
)
def test_what_describes_an_entry_is_its_text_where_it_has_none(
    read_file: ReadFile, item: str, text: str
) -> None:
    feed = f"<rss version='2.0' {SPACES}><channel><item><guid>a</guid>{item}</item></channel></rss>"
    found = read_file(feed, "feed.xml", "bees")
    assert found.only.text == text
    assert sum(found.left_out.values()) == item.count("</") - 1


@pytest.mark.parametrize("element", ["<content type='text'>", "<summary type='text'>", "<summary>"])
def test_what_atom_calls_text_stands_as_it_is(read_file: ReadFile, element: str) -> None:
    words = "Use a List&lt;Bee&gt; &amp;amp; no hive&lt;int&gt;."
    name = element[1:].partition(" ")[0].rstrip(">")
    entry = f"<id>tag:bees.example,2026:2</id><title>A &lt;b&gt;</title>{element}{words}</{name}>"
    feed = (
        f"<feed xmlns='http://www.w3.org/2005/Atom'><title>B</title><entry>{entry}</entry></feed>"
    )
    only = read_file(feed, "feed.xml", "bees").only
    assert (only.title, only.text) == ("A <b>", "Use a List<Bee> &amp; no hive<int>.")


def test_an_entry_whose_author_has_an_address_alone_is_not_the_feed_s_owner_s(
    read_file: ReadFile,
) -> None:
    head = "<author><name>Owner</name></author>"
    guest = "<author><uri>https://guest.example/</uri></author>"

    assert atom(read_file, guest, head).only.author is None
    assert atom(read_file, "<author><name></name></author>", head).only.author == "Owner"
    assert atom(read_file, f"{guest}<author><name>Ada</name></author>", head).only.author == "Ada"
