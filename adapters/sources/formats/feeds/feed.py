"""Reads RSS and Atom feeds: an entry is a post."""

from __future__ import annotations

import codecs
import re
from html import escape
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from adapters.sources.bytes.encodings import ROOT, decoded
from adapters.sources.file_defaults import host_of, source_name, text_mark
from adapters.sources.formats.feeds.boilerplate import written_text
from adapters.sources.formats.feeds.elements import Facts, facts_of
from adapters.sources.formats.feeds.fields import KNOWN
from adapters.sources.formats.feeds.parser import parse
from adapters.sources.formats.feeds.unpublished import may_withhold
from adapters.sources.formats.pages.article.pictures import descriptions_of
from adapters.sources.formats.pages.html_text import html_text
from adapters.sources.formats.pages.threads.others_words.quotes import without_quotes
from adapters.sources.rows import to_posts
from adapters.sources.wrong_value import WrongValue
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from typing import Any

    from adapters.sources.file_defaults import Labels
    from adapters.sources.left_out_fields import LeftOut
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
"""So many lines, references as `&amp;`, or tags in CDATA take as long: at each a text is parted."""
DAMAGED: Final = 2
"""A feed that is not well formed may have so many times less: it is parsed again, and slower."""
_NO_TAGS: Final = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL
)
"""What in a feed that is well formed holds no tags, whatever stands there."""
_ATOM: Final = re.compile(r"<(?:\w+:)?feed\b", re.IGNORECASE)
_HEAD: Final = 1_024
_ENCODING: Final = re.compile(rb"""\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_WHOLE_IDS: Final = ("http://", "https://", "tag:", "urn:")
_STAND_INS: Final[Mapping[str, LeftOut]] = {
    "media_description": "alt_texts",
    "itunes_summary": "summaries",
    "itunes_subtitle": "summaries",
}
"""What is an entry's text where it has no other, and what it is beside one."""


def feed_posts(data: bytes, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the entries of a feed, in its order."""
    try:
        text = _bounded_text(data, labels.file)
        feed, entries, flaw = parse(text)
    except PostFormatError as error:
        yield error
        return
    except WrongValue as error:
        yield PostFormatError(labels.file, error.kind, **error.values)
        return
    except _UNREADABLE as error:
        yield PostFormatError(labels.file, "broken_feed", reason=str(error)[:80])
        return
    if flaw:
        yield PostFormatError(labels.file, "malformed_feed", reason=str(flaw)[:80])
        entries = _unbroken(entries, text)
    elif not entries:
        yield PostFormatError(labels.file, "empty_feed")
    of_feed = _of_feed(feed)
    if _ATOM.match(_from_root(text)):
        entries = [_with_plain_words_escaped(each) for each in entries]
    told = _with_facts(entries, text)
    names = {facts.name for _, facts in told if facts.withheld is None}
    rows = (
        (number, _below(_row(entry, of_feed, facts, labels), facts, names))
        for number, (entry, facts) in enumerate(told, 1)
        if not _is_withheld(facts, labels)
    )
    for each in to_posts(rows, labels):
        yield _by_entry(each)


def _bounded_text(data: bytes, file: str) -> str:
    """Return a feed that may be parsed, from its outermost element on; raise its refusal."""
    text = decoded(data, _announced(data), "feed", file)
    if _DECLARES.match(text):
        raise PostFormatError(file, "declares_entities")
    text = _from_root(text)
    if refusal := _too_long_to_parse(text, file):
        raise refusal
    return text


def _too_long_to_parse(text: str, file: str) -> PostFormatError | None:
    """Return the refusal of a feed of hardly anything but tags, lines and references."""
    tags, lines = text.count("<"), text.count("\n") + text.count("&")
    most = max(MOST_TAGS, len(text) // CHARACTERS_A_TAG)
    if tags + lines // LINES_A_TAG <= most // DAMAGED:
        return None
    if is_damaged(text):
        return PostFormatError(file, "too_many_damaged_tags", tags=tags, lines=lines)
    quoted = sum(each[0].count("<") for each in _NO_TAGS.finditer(text))
    if tags - quoted + (lines + quoted) // LINES_A_TAG > most:
        return PostFormatError(file, "too_many_tags", tags=tags - quoted, lines=lines + quoted)
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
        unclear = Facts(withheld="drafts" if may_withhold(text) else None)
        facts = [named.get(str(each.get("id") or ""), unclear) for each in entries]
    return [*zip(entries, facts, strict=True)]


def _is_withheld(facts: Facts, labels: Labels) -> bool:
    """Return whether an entry is no post for all, and count it then."""
    if facts.withheld is not None:
        labels.leave_out(facts.withheld)
    return facts.withheld is not None


def _row(
    entry: Mapping[str, Any], feed: Mapping[str, str], facts: Facts, labels: Labels
) -> dict[str, object]:
    title = html_text(str(entry.get("title") or ""))
    content, quotes = without_quotes(_content(entry))
    labels.leave_out("quotes", quotes)
    text = written_text(content, title, facts.link, _blogs(entry, feed))
    for name in facts.unknown:
        labels.leave_out_unknown(KNOWN.versions, name)
    facts.count(labels.left_out, but_for=_STAND_INS.get(_stand_in(entry)))
    labels.leave_out("summaries", _other_summaries(entry, text))
    labels.leave_out("alt_texts", len(descriptions_of(content)))
    link = str(entry.get("link") or "")
    return {
        "scope": "feed",
        "id": _name(entry, link, feed["host"], title + text),
        "source": feed["source"],
        "title": title if text else "",
        "text": text or title,
        "author": facts.authors,
        "url": facts.link,
        "posted_at": facts.date,
    }


def _below(row: dict[str, object], facts: Facts, names: Collection[str]) -> dict[str, object]:
    """Return the row of a comment below what it answers, where that is in the feed, too.

    What it is called is no title where that is only how it begins.
    """
    if facts.answers is None:
        return row
    is_there = facts.answers in names and facts.answers.startswith(_WHOLE_IDS)
    is_above = is_there and facts.answers != facts.name
    begin = "".join(str(row["title"]).rstrip(".… ").split())
    is_title = not "".join(str(row["text"]).split()).startswith(begin)
    title = row["title"] if is_title else ""
    return row | {"title": title, "parent_id": facts.answers if is_above else None}


def _with_plain_words_escaped(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an entry of Atom as markup: what it calls text is shown as it stands, `<` and all."""
    details = {name: entry.get(f"{name}_detail") or {} for name in ("title", "summary")}
    plain = {name: _markup(each) for name, each in details.items() if each.get("value")}
    parts = entry.get("content") or []
    content = [{**each, "value": _markup(each)} for each in parts]
    if "summary" not in plain:
        # The parser takes a copy of the content for the summary that is lacking.
        copies = (
            new["value"]
            for old, new in zip(parts, content, strict=True)
            if old.get("value") == entry.get("summary")
        )
        if copy := next(copies, ""):
            plain["summary"] = copy
    return {**entry, **plain, **({"content": content} if content else {})}


def _markup(detail: Mapping[str, Any]) -> str:
    value = str(detail.get("value") or "")
    return escape(value, quote=False) if detail.get("type") == "text/plain" else value


def _of_feed(feed: Mapping[str, Any]) -> dict[str, str]:
    """Return where a feed stands and what it is called, for all of its entries."""
    title = str(feed.get("title") or "")
    return {
        "title": html_text(title),
        "host": host_of(str(feed.get("link") or feed.get("id") or "")),
        "source": source_name(html_text(title)) if title else "",
    }


def _blogs(entry: Mapping[str, Any], feed: Mapping[str, str]) -> list[str]:
    """Return what the feed is called, and that from which it took an entry."""
    source = entry.get("source") or {}
    return [feed["title"], html_text(str(source.get("title") or ""))]


def _content(entry: Mapping[str, Any]) -> str:
    """Return the fullest text there is: a summary where the whole is not given."""
    parts = [str(part.get("value") or "") for part in entry.get("content") or []]
    whole = max([*parts, str(entry.get("summary") or "")], key=len)
    return whole or str(entry.get(_stand_in(entry)) or "")


def _stand_in(entry: Mapping[str, Any]) -> str:
    """Return what of an entry stands in for its words, where it has none of its own."""
    if entry.get("content") or entry.get("summary"):
        return ""
    return max(_STAND_INS, key=lambda name: len(str(entry.get(name) or "")))


def _other_summaries(entry: Mapping[str, Any], text: str) -> int:
    """Count a summary beside the whole text that is no part of it."""
    if not entry.get("content"):
        return 0
    # One is written with the signs of quotes, the other may be without.
    summary = "".join(html_text(str(entry.get("summary") or "")).rstrip("[.…] ").split())
    bare = summary.replace(">", "")
    return int(bool(bare) and bare not in "".join(text.split()).replace(">", ""))


def _name(entry: Mapping[str, Any], link: str, host: str, text: str) -> str:
    own = str(entry.get("id") or "")
    if own.startswith(_WHOLE_IDS):
        return own
    # A short number is another post's in the next feed.
    return f"{host_of(link) or host}/{own or link or text_mark(text, 16)}"


def _by_entry(each: Post | PostFormatError) -> Post | PostFormatError:
    if isinstance(each, PostFormatError):
        # Entries are counted, for lines are not known.
        return PostFormatError(each.file, each.kind, each.line, "entry", **each.values)
    return each
