"""Makes the files that `bench.parsing` reads, of 1 MB each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.feeds.feed import DAMAGED, LINES_A_TAG, MOST_TAGS, is_damaged
from bench.chats import chats
from bench.shapes import CSV, ENTRIES, JSONL, LONG_VALUES, MARKUP, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE: Final = 1_000_000
_RSS: Final = ('<rss version="2.0"><channel>', "</channel></rss>")
_ITEM: Final = ("<item><link>http://a.b</link><description>", "</description></item>")
_ATOM: Final = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a:b</id><content type="xhtml"><div>',
    "</div></content></entry></feed>",
)

Input = tuple[str, str, dict[str, str]]
"""What kind it is of, its shape, and its files by name."""


def inputs() -> Iterator[Input]:
    """Yield every input there is."""
    for shape, piece in TEXTS.items():
        yield "plain text", shape, {"a.txt": filled(piece)}
        yield "Markdown", shape, {"a.md": filled(piece, "---\ntitle: A\n---\n")}
        yield "copied page", shape, {"a.txt": filled(piece, "Skip to content\nSign in\nPrivacy\n")}
        yield "LinkedIn", shape, {"a.txt": filled(piece, "Ada Byron\n2 mois\n", "\nReply\n")}
        line = json.dumps(piece, ensure_ascii=False)[1:-1]
        yield "JSONL, a line", shape, {"a.jsonl": filled(line, '{"text": "', '"}\n')}
        yield "CSV, a row", shape, {"a.csv": filled(piece, 'id,text\n1,"', '"\n')}
    for shape, piece in JSONL.items():
        yield "JSONL", shape, {"a.jsonl": filled(piece, '{"text":"first"}\n')}
    for shape, piece in CSV.items():
        yield "CSV", shape, {"a.csv": filled(piece, "text,id,title,author\n")}
        yield "any table", shape, {"a.csv": filled(piece, "comment,date,title,name\n")}
    dates = '"The kiln number 12 is hot now",1/2/2025,Ada,7\n'
    yield "any table", "dates in doubt", {"a.csv": filled(dates, "comment,date,name,score\n")}
    yield "any table", "one row of many columns", {"a.csv": filled("a b,", "comment," * 99_999)}
    yield from _markup()
    yield from chats()
    for count in (1, 100, 4_000):
        yield from _exports(count)


def _markup() -> Iterator[Input]:
    begins, ends = _RSS
    for shape, piece in MARKUP.items():
        escaped = piece.replace("&", "&amp;").replace("<", "&lt;")
        whole = (begins + _ITEM[0], _ITEM[1] + ends)
        yield "page", shape, {"a.html": filled(piece, "<html><body>", "</body></html>")}
        yield "feed, an entry", shape, {"a.xml": _tagged(escaped, *whole)}
        yield "feed, entries", shape, {"a.xml": _tagged((escaped * 20).join(_ITEM), *_RSS)}
        yield "feed, XHTML", shape, {"a.xml": _tagged(piece, *_ATOM)}
        yield "Mastodon, a note", shape, _mastodon(filled(piece), 1)
    for shape, piece in ENTRIES.items():
        yield "feed", shape, {"a.xml": _tagged(piece, *_RSS)}

    for shape, (opens, piece, closes) in LONG_VALUES.items():
        feed = (f"{begins}<item><title>a</title>{opens}", f"{closes}</item>{ends}")
        yield "feed", shape, {"a.xml": filled(piece, *feed)}
    bases = (f"{begins}<link>http://a{'/b' * 250_000}</link>", ends)
    link = "<item><title>a</title><link>%d</link></item>"
    yield "feed", "a long address", {"a.xml": filled(link, *bases, most=6_000)}


def filled(piece: str, begins: str = "", ends: str = "", most: int = SIZE) -> str:
    """Return a text of 1 MB in UTF-8 that repeats a piece, between a beginning and an end."""
    room = SIZE - len(f"{begins}{ends}".encode())
    if "%d" not in piece:
        return begins + piece * min(most, room // len(piece.encode())) + ends
    count = min(most, room // (len(piece) + 4))
    return begins + "".join(piece.replace("%d", str(number)) for number in range(count)) + ends


def _tagged(piece: str, begins: str, ends: str) -> str:
    """Return a feed at the bound of what it may have; what room is left is filled with words."""
    cost = piece.count("<") + (piece.count("&") + piece.count("\n")) / LINES_A_TAG
    for most in (MOST_TAGS, MOST_TAGS // DAMAGED):
        body = filled(piece, begins, most=int((most - 100) / cost) if cost else SIZE)
        feed = body + "a " * ((SIZE - len(body.encode()) - len(ends)) // 2) + ends
        if not is_damaged(feed):
            break
    return feed


def _mastodon(content: str, count: int) -> dict[str, str]:
    public = ["https://www.w3.org/ns/activitystreams#Public"]
    notes = [
        {"type": "Create", "object": {"id": f"https://a.b/{n}", "to": public, "content": content}}
        for n in range(count)
    ]
    outbox = {"type": "OrderedCollection", "orderedItems": notes}
    return {"outbox.json": json.dumps(outbox), "actor.json": "{}"}


def _exports(count: int) -> Iterator[Input]:
    shape = f"{count:,} records"
    words = ("a <@U1> <#C1|b> :smile: <https://a.b|c> &amp; " * 20_000)[
        : max(1, SIZE // count - 300)
    ]
    yield "Mastodon", shape, _mastodon(f"<p>{words}</p>", count)
    yield "Slack", shape, _slack(words, count)
    yield "Discord", shape, {"a.json": _discord(words, count)}
    tweets = [{"tweet": {"id_str": str(n), "full_text": words}} for n in range(count)]
    yield "X", shape, {"data/tweets.js": "window.YTD.tweets.part0 = " + json.dumps(tweets)}
    rows = "".join(f'2024-01-01 10:00:00,https://a.b/{n},"{words}"\n' for n in range(count))
    yield "LinkedIn archive", shape, {"Shares.csv": "Date,ShareLink,ShareCommentary\n" + rows}
    lines = 50 * count
    torn = "\n".join(["b" * (SIZE // lines)] * lines)
    comments = f"Date,Link,Message\n2024-01-01 10:00:00,https://a.b/1,{torn}\n"
    yield "LinkedIn archive", f"{lines:,} lines without dates", {"Comments.csv": comments}


def _slack(words: str, count: int) -> dict[str, str]:
    messages = [
        {"type": "message", "user": "U1", "ts": f"17{n:08}.000100", "text": words}
        for n in range(count)
    ]
    return {
        "users.json": json.dumps([{"id": "U1", "name": "ada", "team_id": "T1"}]),
        "channels.json": json.dumps([{"id": "C1", "name": "general"}]),
        "general/2024-01-01.json": json.dumps(messages),
    }


def _discord(words: str, count: int) -> str:
    author = {"id": "3", "name": "ada"}
    first, when = 10**17, "2024-01-01T00:00:00+00:00"
    messages = [
        {"id": str(first + n), "type": "Default", "timestamp": when, "content": words}
        | {"author": author}
        for n in range(count)
    ]
    guild = {"id": "1", "name": "g"}
    channel = {"id": "2", "type": "GuildTextChat", "name": "c"}
    return json.dumps({"guild": guild, "channel": channel, "messages": messages})
