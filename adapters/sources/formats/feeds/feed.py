"""Reads RSS and Atom feeds: an entry is a post."""

from __future__ import annotations

import codecs
import io
import re
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

import feedparser

from adapters.sources.encodings import ROOT, decoded
from adapters.sources.file_defaults import host_of, source_name, text_mark
from adapters.sources.formats.feeds.boilerplate import written_text
from adapters.sources.formats.feeds.elements import Facts, facts_of
from adapters.sources.formats.pages.html_text import html_text
from adapters.sources.rows import to_posts
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from adapters.sources.file_defaults import Labels
    from index.posts import Post


# What the parser has been seen to raise, or may, when a feed is damaged.
_UNREADABLE: Final = (
    ValueError, LookupError, OverflowError, RecursionError, TypeError, AttributeError,
)  # fmt: skip
# Before the feed itself begins: in a post they are mere words.
_DECLARES: Final = re.compile(
    r"(?:(?!<(?:rss|feed|rdf:rdf)\b).){0,65536}?<!ENTITY\b", re.IGNORECASE | re.DOTALL
)
_END: Final = re.compile(r"</(?:rss|feed|rdf:rdf)\s*>", re.IGNORECASE)
MOST_TAGS: Final = 40_000
"""So many tags a feed may have, or one in so many characters as follow: each takes its time."""
CHARACTERS_A_TAG: Final = 25
LINES_A_TAG: Final = 8
"""So many lines, or references as `&amp;`, take as long as a tag: at each a text is parted."""
DAMAGED: Final = 2
"""A feed that is not well formed may have so many times less: it is parsed again, and slower."""
_HEAD: Final = 1_024
_ENCODING: Final = re.compile(rb"""\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_DECLARATION: Final = "<?xml version='1.0' encoding='utf-8'?>"
_WHOLE_IDS: Final = ("http://", "https://", "tag:", "urn:")


def feed_posts(data: bytes, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the entries of a feed, in its order."""
    try:
        text = decoded(data, _announced(data), "feed", labels.file)
    except PostFormatError as error:
        yield error
        return
    if _DECLARES.match(text):
        yield PostFormatError(labels.file, "declares_entities")
        return
    text = _from_root(text)
    if refusal := _too_long_to_parse(text, labels.file):
        yield refusal
        return
    try:
        # A stream, for a text might be taken as the name of a file or page to fetch. What its
        # posts are made of is text alone, so no markup needs to be made harmless here.
        found = feedparser.parse(
            io.BytesIO(f"{_DECLARATION}\n{text}".encode("utf-8", "replace")),
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except _UNREADABLE as error:
        yield PostFormatError(labels.file, "broken_feed", reason=str(error)[:80])
        return
    feed, entries = found.get("feed", {}), found.get("entries", [])
    if found.get("bozo"):
        reason = str(found.get("bozo_exception"))[:80]
        yield PostFormatError(labels.file, "malformed_feed", reason=reason)
        entries = _unbroken(entries, text)
    elif not entries:
        yield PostFormatError(labels.file, "empty_feed")
    rows = (
        (number, _row(entry, feed, facts, labels))
        for number, (entry, facts) in enumerate(_with_facts(entries, text), 1)
    )
    for each in to_posts(rows, labels):
        yield _by_entry(each)


def _too_long_to_parse(text: str, file: str) -> PostFormatError | None:
    """Return the refusal of a feed of hardly anything but tags, lines and references."""
    tags, lines = text.count("<"), text.count("\n") + text.count("&")
    cost, most = tags + lines // LINES_A_TAG, max(MOST_TAGS, len(text) // CHARACTERS_A_TAG)
    if cost > most:
        return PostFormatError(file, "too_many_tags", tags=tags, lines=lines)
    if cost > most // DAMAGED and is_damaged(text):
        return PostFormatError(file, "too_many_damaged_tags", tags=tags, lines=lines)
    return None


def is_damaged(text: str) -> bool:
    """Return whether a feed is not well formed, as its parser finds at first."""
    try:
        expat.ParserCreate("utf-8", " ").Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError:
        return True
    return False


def _unbroken(entries: list[Mapping[str, Any]], text: str) -> list[Mapping[str, Any]]:
    """Return the entries of a damaged feed that are no fragments."""
    if not _END.search(text):
        entries = entries[:-1]  # it breaks off in the last one
    return [
        entry
        for entry in entries
        if (entry.get("id") or entry.get("link")) and _content(entry).strip()
    ]


def _announced(data: bytes) -> str:
    found = _ENCODING.match(data.removeprefix(codecs.BOM_UTF8)[:_HEAD])
    return found[1].decode() if found else ""


def _from_root(text: str) -> str:
    """Return a feed from its outermost element on: what it declares before that is settled.

    The parser would look for another encoding in all of it.
    """
    root = ROOT.match(text)
    return text[root.start(1) - 1 :] if root else text


def _with_facts(
    entries: Sequence[Mapping[str, Any]], text: str
) -> list[tuple[Mapping[str, Any], Facts]]:
    """Return what the elements of each entry say; nothing where it is not clear which they are."""
    facts = facts_of(text)
    if len(facts) != len(entries):
        named = {each.name: each for each in facts if each.name}
        facts = [named.get(str(each.get("id") or ""), Facts()) for each in entries]
    return [*zip(entries, facts, strict=True)]


def _row(
    entry: Mapping[str, Any], feed: Mapping[str, Any], facts: Facts, labels: Labels
) -> dict[str, object]:
    title = html_text(str(entry.get("title") or ""))
    text = written_text(_content(entry), title, facts.link)
    facts.count(labels.left_out)
    labels.leave_out("summaries", _other_summaries(entry, text))
    link = str(entry.get("link") or "")
    return {
        "scope": "feed",
        "id": _name(entry, link, str(feed.get("link") or feed.get("id") or ""), title + text),
        "source": source_name(html_text(str(feed.get("title") or ""))) if feed.get("title") else "",
        "title": title if text else "",
        "text": text or title,
        "author": facts.authors,
        "url": facts.link,
        "posted_at": facts.date,
    }


def _content(entry: Mapping[str, Any]) -> str:
    """Return the fullest text there is: a summary where the whole is not given."""
    parts = [str(part.get("value") or "") for part in entry.get("content") or []]
    return max([*parts, str(entry.get("summary") or "")], key=len)


def _other_summaries(entry: Mapping[str, Any], text: str) -> int:
    """Count a summary beside the whole text that is no part of it."""
    if not entry.get("content"):
        return 0
    summary = "".join(html_text(str(entry.get("summary") or "")).rstrip("[.…] ").split())
    return int(bool(summary) and summary not in "".join(text.split()))


def _name(entry: Mapping[str, Any], link: str, home: str, text: str) -> str:
    own = str(entry.get("id") or "")
    if own.startswith(_WHOLE_IDS):
        return own
    # A short number is another post's in the next feed.
    host = host_of(link) or host_of(home)
    return f"{host}/{own or link or text_mark(text, 16)}"


def _by_entry(each: Post | PostFormatError) -> Post | PostFormatError:
    if isinstance(each, PostFormatError):
        # Entries are counted, for lines are not known.
        return PostFormatError(each.file, each.kind, each.line, "entry", **each.values)
    return each
