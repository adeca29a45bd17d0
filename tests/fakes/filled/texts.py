"""Feeds, pages, texts and tables, with every field filled."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

from tests.fakes.archives import as_json
from tests.fakes.filled import word

if TYPE_CHECKING:
    from collections.abc import Mapping

_RSS = "{http://purl.org/rss/1.0/modules/slash/}department"
_COMMENT = "{http://wellformedweb.org/CommentAPI/}comment"
_PLACE = "{http://www.georss.org/georss}featurename"
_MEDIA_SPACE = "{http://search.yahoo.com/mrss/}"
_MEDIA = f"{_MEDIA_SPACE}description"
_PODCAST = "{https://podcastindex.org/namespace/1.0}"
_WORDPRESS = "{http://wordpress.org/export/1.2/"
_ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


def feed() -> Mapping[str, bytes]:
    """Return three feeds: what one kind calls one thing, another calls otherwise."""
    item = f"""<item><title>{word("title")}</title><link>https://a.example/{word("link")}</link>
<guid>{word("guid")}</guid><author>a@a.example ({word("author")})</author>
<description>{word("description")}
&lt;img alt="{word("img.alt")} of a cup"&gt; {"and more " * 9}
&lt;blockquote&gt;&lt;cite&gt;{word("blockquote.cite")}&lt;/cite&gt;&lt;/blockquote&gt;</description>
<pubDate>Fri, 01 Mar 2024 09:00:00 GMT</pubDate>
<media:description>{word(_MEDIA)}</media:description>
<media:title>{word(_MEDIA_SPACE + "title")}</media:title>
<media:text>{word(_MEDIA_SPACE + "text")}</media:text>
<podcast:soundbite>{word(_PODCAST + "soundbite")}</podcast:soundbite>
<itunes:title>{word(_ITUNES + "title")}</itunes:title>
<itunes:summary>{word(_ITUNES + "summary")}</itunes:summary>
<itunes:subtitle>{word(_ITUNES + "subtitle")}</itunes:subtitle>
<slash:department>{word(_RSS)}</slash:department>
<wfw:comment>{word(_COMMENT)}</wfw:comment>
<georss:featurename>{word(_PLACE)}</georss:featurename>
<excerpt:encoded>{word(_WORDPRESS + "excerpt/}encoded")}</excerpt:encoded>
<wp:comment><wp:comment_content>{word(_WORDPRESS + "}comment_content")}</wp:comment_content>
</wp:comment></item>
<item><guid>b</guid><dc:creator>{word("creator")}</dc:creator><dc:date>2024-03-01</dc:date>
<content:encoded>{word("encoded")}</content:encoded></item>"""
    spaces = (
        'xmlns:media="http://search.yahoo.com/mrss/" xmlns:georss="http://www.georss.org/georss"'
        ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
        ' xmlns:podcast="https://podcastindex.org/namespace/1.0"'
        ' xmlns:slash="http://purl.org/rss/1.0/modules/slash/"'
        ' xmlns:wfw="http://wellformedweb.org/CommentAPI/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        f' xmlns:wp="{_WORDPRESS[1:]}" xmlns:excerpt="{_WORDPRESS[1:]}excerpt/"'
    )
    rss = f'<rss version="2.0" {spaces}><channel><title>f</title>{item}</channel></rss>'
    entries = (
        f"<entry><id>{word('id')}</id><title>t</title><published>2024-03-01T09:00:00Z</published>"
        f"<summary>{word('summary')}</summary></entry>"
        "<entry><id>c</id><title>t</title><updated>2024-03-01T09:00:00Z</updated>"
        f"<content>{word('content')}</content></entry>"
    )
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>g</title>{entries}</feed>'
    return {"feed.rss": rss.encode(), "feed.atom": atom.encode()}


def mails() -> Mapping[str, bytes]:
    """Return two e-mails: one of plain words with a file on it, and one that is a page."""
    plain = EmailMessage()
    plain["From"], plain["To"] = f"{word('From')} <a@a.example>", "b@b.example"
    plain["Subject"], plain["Date"] = word("Subject"), "Fri, 01 Mar 2024 09:00:00 +0000"
    plain["Message-ID"], plain["In-Reply-To"] = "<2@a.example>", "<1@a.example>"
    plain["References"], plain["Archived-At"] = "<0@a.example>", "<https://a.example/2>"
    footer = f"{'_' * 47}\nmembers mailing list {word('list_notice')}\n"
    signed = f"-- \n{word('signature')}\n{footer}"
    plain.set_content(f"{word('text/plain')}\n\n> {word('quote')}\n\n{signed}")
    plain.add_attachment(word("attachment"), filename="a.txt")
    plain.set_boundary("parts")
    paged = EmailMessage()
    paged["From"], paged["To"] = "a@a.example", "b@b.example"
    paged.set_content(f"<p>{word('text/html')}</p><img alt='{word('img.alt')} of a cup'>", "html")
    return {"a.eml": plain.as_bytes(), "b.eml": paged.as_bytes()}


def web_archive() -> Mapping[str, bytes]:
    """Return a page that a browser saved as a single file, with a style of its own."""
    whole = EmailMessage()
    whole["From"], whole["Subject"] = "<Saved by Blink>", "Keels"
    whole["Snapshot-Content-Location"] = "https://page.example/keels"
    whole["MIME-Version"] = "1.0"
    words = f"{word('p')} and so on, until the keel of the boat is laid and holds. " * 8
    whole.add_related(f"<h1>Keels</h1><article><p>{words}</p></article>".encode(), "text", "html")
    whole.add_related(b"body { margin: 0 }", "text", "css", cid="<css@mhtml.blink>")
    whole.set_boundary("keels")
    return {"keels.mhtml": whole.as_bytes()}


def page() -> Mapping[str, bytes]:
    """Return pages of a forum, of a question, of a post with a headline, and of an article."""
    posts: dict[str, dict[str, object]] = {
        "a.html": {"@type": "DiscussionForumPosting", "headline": word("headline"),
                   "text": f"{word('text')} {'More words. ' * 30}",
                   "author": {"name": word("author")}, "datePublished": "2024-03-01",
                   "url": f"https://forum.example/{word('url')}",
                   "sharedContent": {"@type": "WebPage", "name": word("sharedContent")},
                   "comment": [{"@type": "Comment", "text": "Aye.", "author": {"name": "Per"}}]},
        "b.html": {"@type": "QAPage", "mainEntity": {
            "@type": "Question", "name": word("name"), "text": "Which? " * 30,
            "dateCreated": "2024-03-01", "author": {"name": "Ada"},
            "acceptedAnswer": {"@type": "Answer", "text": "This. " * 30,
                               "author": {"name": "Per"}}}},
        "c.html": {"@type": "SocialMediaPosting", "headline": "h", "author": {"name": "Ada"},
                   "articleBody": f"{word('articleBody')} {'More words. ' * 30}",
                   "comment": [{"@type": "Comment", "text": "Aye.", "author": {"name": "Per"}}]},
        "d.html": {"@type": "BlogPosting", "headline": "h", "author": {"name": "Ada"},
                   "review": {"@type": "Review", "author": {"name": "Per"},
                              "reviewBody": f"{word('reviewBody')} is a fine thing."}},
        "e.html": {"@type": "LiveBlogPosting", "headline": "h", "author": {"name": "Ada"},
                    "liveBlogUpdate": [
                        {"@type": "BlogPosting", "author": {"name": "Ada"},
                         "articleBody": f"{word('liveBlogUpdate')} {'More words. ' * 9}"},
                        {"@type": "BlogPosting", "author": {"name": "Per"},
                         "articleBody": "More words. " * 20}]},
    }  # fmt: skip
    cited = f"<cite>{word('blockquote.cite')}</cite>"
    review = f"<div>{word('reviewBody')} is a fine thing.</div>"
    article = f"<article>{'More words. ' * 30}<blockquote>{cited}</blockquote></article>{review}"
    others = f"<blockquote class='embed'>{word('blockquote.embed')}</blockquote>"
    picture = f"{others}<img alt='{word('img.alt')} of a cup'>"
    return {
        name: b'<html><head><script type="application/ld+json">'
        + as_json({"@context": "https://schema.org", **said})
        + f"</script></head><body>{article if name == 'd.html' else '<p>x</p>'}{picture}".encode()
        + b"</body></html>"
        for name, said in posts.items()
    }


def markdown() -> Mapping[str, bytes]:
    """Return texts with front matter."""
    matter = "\n".join(
        f"{name}: {word(name)}" for name in ("title", "author", "url", "summary", "tags")
    )
    said = {"date": "2024-03-01", "posted_at": "2024-03-02", "created": "2024-03-03"}
    beside = f"![{word('picture')}](a.png)\n\n%%{word('hidden')}%%\n"
    several = f"---\nauthors: [Ada Moss, {word('authors')}]\n---\nText.\n"
    return {"several.md": several.encode()} | {
        f"{name}.md": f"---\n{matter}\n{name}: {day}\n---\n{word('text')}\n\n{beside}".encode()
        for name, day in said.items()
    }


def rows() -> Mapping[str, bytes]:
    """Return a line of JSON."""
    names = ("text", "title", "author", "id", "parent_id", "source", "mood")
    line = {name: word(name) for name in names} | {
        "url": f"https://a.example/{word('url')}", "posted_at": "2024-03-01",
    }  # fmt: skip
    return {"a.jsonl": as_json(line) + b"\n"}
