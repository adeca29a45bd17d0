"""Times what is done with 1 MB from outside before it is embedded: `python -m bench.parsing`.

It prints the seconds of processor time that each reader of `adapters/sources`, and each step of
`index/text`, takes for each shape of input, the best of some rounds. A word as argument keeps the
lines that have it.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from functools import partial
from itertools import chain
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Final

from adapters.sources.discovery import sources
from index.text.answer_types import answer_type_of
from index.text.language import language_of
from index.text.passages import split
from index.text.words import stems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

SIZE: Final = 1_000_000
ROUNDS: Final = 3
QUESTION: Final = "who said how long it takes, and why does it cost so much?"

TEXTS: Final[Mapping[str, str]] = {
    "sentences": "The library opens at nine on Mondays. Bring your card, please. ",
    "paragraphs": "The library opens at nine on Mondays. Bring your card, please.\n\n",
    "short sentences": "Yes. No! Why? ",
    "French": "La bibliothèque ouvre à neuf heures, dit-on. Où est-elle ? « Ici. » ",
    "capitals": "Ada Byron met M. Jean. Dr. No U.S. A.B. ",
    "one word": "a",
    "long words": "abcdefghij" * 100 + " ",
    "spaces": "a" + " " * 99,
    "tabs": "a" + "\t" * 9,
    "blank lines": "a\n\n",
    "lines of a letter": "a\n",
    "lines without a letter": "\n",
    "lines of a digit": "1\n",
    "headings": "# A\n",
    "bullets": "- a\n",
    "pointers": "👉 a ",
    "pictographs": "A. 🚀 B. ",
    "dots": ". ",
    "stops": ".",
    "marks": "?! ",
    "quotes": "« a » ",
    "brackets": "(a) [b] ",
    "links": "https://example.org/a?b=c ",
    "mentions": "@ada <@U12345> ",
    "hashtags": "hashtag #a #b ",
    "numbers": "12.5 1,000 3h30 ",
    "abbreviations": "e.g. i.e. etc. ",
    "accents": "éàüœ ",
    "combining": "e\u0301 ",
    "Chinese": "图书馆九点开门。请带上卡片。",
    "Arabic": "تفتح المكتبة في التاسعة. ",
    "Hindi": "पुस्तकालय नौ बजे खुलता है। ",
    "Thai": "ห้องสมุดเปิดเวลาเก้าโมง ",
    "emoji": "😀👍🏽 ",
    "buttons": "Like\nReply\n",
    "ages": "Ada Byron\n2 mois\nA word.\n",
    "names": "Ada Byron\nPoet | Mother | Friend\n",
    "counts": "12\n",
    "dashes": "---\n",
    "fences": "```\na\n```\n",
    "tags": "<p>a</p>",
    "entities": "&amp; ",
}
MARKUP: Final[Mapping[str, str]] = {
    "paragraphs": "<p>The library opens at nine on Mondays, and the café at ten.</p>\n",
    "short paragraphs": "<p>a</p>",
    "lines": "a<br>",
    "bold": "<b>a</b> ",
    "spans": "<span>a</span>",
    "divisions": "<div>a</div>",
    "empty divisions": "<div></div>",
    "links": '<a href="/a">a</a> ',
    "list items": "<li>a</li>",
    "rows": "<tr><td>a</td><td>b</td></tr>",
    "headings": "<h2>a</h2>",
    "open paragraphs": "<p>a",
    "open divisions": "<div>a",
    "open bold": "<b>a",
    "attributes": '<p class="comment sidebar" id="a">a</p>',
    "menus": "<nav>a</nav><article>b</article>",
    "scripts": "<script>a</script>",
    "comments": "<!-- a -->",
    "entities": "&amp;&eacute; ",
    "images": '<img src="a.png">',
    "tables": "<table><tr><td>a</td></tr></table>",
    "text": "The library opens at nine on Mondays, and the café at ten. ",
    "letters": "a",
    "spaces": "a" + " " * 9,
    "blank lines": "a\n\n",
    "metas": '<meta name="a" content="b">',
    "times": '<time datetime="2024-01-01">a</time>',
    "pre": "<pre>a\n b</pre>",
}


def seconds(act: Callable[[], object], rounds: int) -> float:
    """Return the least processor time that this took."""
    times = []
    for _ in range(rounds):
        begun = process_time()
        act()
        times.append(process_time() - begun)
    return min(times)


def filled(piece: str, begins: str = "", ends: str = "") -> str:
    """Return a text of 1 MB in UTF-8 that repeats a piece, between a beginning and an end."""
    room = SIZE - len(f"{begins}{ends}".encode())
    return begins + piece * (room // len(piece.encode())) + ends


def listed(record: object, begins: str = "[", ends: str = "]") -> str:
    """Return a JSON array of 1 MB that repeats a record, within what stands around it."""
    piece = json.dumps(record) + ","
    return filled(piece, begins, json.dumps(record) + ends)


def files() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield the kind and shape of what is read, and its files by name."""
    for shape, piece in TEXTS.items():
        yield "plain text", shape, {"a.txt": filled(piece)}
        yield "Markdown", shape, {"a.md": filled(piece, "---\ntitle: A\n---\n")}
        yield "LinkedIn", shape, {"a.txt": filled(piece, "Ada Byron\n2 mois\n", "\nReply\n")}
        yield "JSONL, a line", shape, {"a.jsonl": _row_of(piece)}
        quoted = piece.replace('"', '""')
        yield "CSV, a row", shape, {"a.csv": filled(quoted, 'id,text\n1,"', '"\n')}
    for shape, piece in MARKUP.items():
        yield "page", shape, {"a.html": filled(piece, "<html><body>", "</body></html>")}
        yield "feed, an entry", shape, {"a.xml": _feed_of(piece)}
        yield "Mastodon, a note", shape, _mastodon(filled(piece)[: SIZE // 2], 1)
    yield from _many_records()


def _row_of(piece: str) -> str:
    row = json.dumps(piece, ensure_ascii=False)[1:-1]
    return filled(row, '{"text": "', '"}\n')


def _feed_of(piece: str) -> str:
    begins = (
        '<rss version="2.0"><channel><title>A</title><item><link>http://a.b</link><description>'
    )
    escaped = piece.replace("&", "&amp;").replace("<", "&lt;")
    return filled(escaped, begins, "</description></item></channel></rss>")


def _feed(piece: str, *, begins: str = "<channel>", ends: str = "</channel></rss>") -> str:
    return filled(piece, f'<rss version="2.0">{begins}', ends)


def _many_records() -> Iterator[tuple[str, str, dict[str, str]]]:
    for shape, line in {
        "tiny records": '{"text":"a"}\n',
        "tiny records apart": '{"text":"%d"}\n',
        "numbers": "1\n",
        "blank lines": "\n",
        "broken lines": "{\n",
        "empty objects": "{}\n",
        "arrays": "[]\n",
        "many columns": '{"text":"a","id":"%d","title":"b","author":"c","source":"d"}\n',
    }.items():
        yield "JSONL", shape, {"a.jsonl": '{"text":"first"}\n' + _numbered(line)}
    for shape, line in {
        "tiny rows": "a\n",
        "tiny rows apart": "%d\n",
        "blank lines": "\n",
        "empty cells": ",\n",
        "many cells": "a,b,c,d,e,f\n",
        "open quotes": '"\n',
        "wrong quotes": '"a"b\n',
        "wide rows": "a" + ",a" * 1000 + "\n",
        "empty wide rows": "," * 1000 + "\n",
    }.items():
        yield "CSV", shape, {"a.csv": "text,id,title,author\n" + _numbered(line)}
    item = "<item><title>a</title><link>http://a.b/%d</link></item>"
    for shape, piece in {
        "tiny entries": "<item><title>a</title></item>",
        "entries": item,
        "empty entries": "<item/>",
        "unknown elements": "<a>b</a>",
        "empty elements": "<a/>",
        "namespaces": '<a:b xmlns:a="urn:a">c</a:b>',
        "text": "a ",
        "blank lines": "\n",
        "dates": "<item><pubDate>Mon, 02 Jan 2023 10:00:00 GMT</pubDate><title>a</title></item>",
        "XHTML": '<item><body xmlns="http://www.w3.org/1999/xhtml"><p>a</p></body></item>',
        "categories": "<category>a</category>",
        "authors": "<author>a@b.c (d)</author>",
    }.items():
        yield "feed", shape, {"a.xml": _feed(_numbered(piece, SIZE - 100), ends="</channel></rss>")}
    wild = "<item><title>a</title><description>%s</description></item>"
    for shape, piece in MARKUP.items():
        escaped = piece.replace("&", "&amp;").replace("<", "&lt;")
        yield "feed, many entries", shape, {"a.xml": _feed(wild % (escaped * 20))}
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a:b</id><content type="xhtml"><div>'
    )
    for shape, piece in MARKUP.items():
        text = filled(piece, atom, "</div></content></entry></feed>")
        yield "Atom, XHTML", shape, {"a.xml": text}
    for count in (1, 10, 100, 1000, 20_000):
        yield from _exports(count)


def _numbered(line: str, size: int = SIZE - 100) -> str:
    if "%d" not in line:
        return line * (size // len(line))
    width = len(line) + 3
    return "".join(line % number for number in range(size // width))


def _exports(count: int) -> Iterator[tuple[str, str, dict[str, str]]]:
    shape = f"{count:,} records"
    words = ("a <@U1> <#C1|b> :smile: <https://a.b|c> &amp; " * 20_000)[
        : max(1, SIZE // count - 300)
    ]
    yield "Mastodon", shape, _mastodon(f"<p>{words}</p>", count)
    messages = [
        {"type": "message", "user": "U1", "ts": f"17{n:08}.000100", "text": words}
        for n in range(count)
    ]
    yield (
        "Slack",
        shape,
        {
            "users.json": json.dumps([{"id": "U1", "name": "ada", "team_id": "T1"}]),
            "channels.json": json.dumps([{"id": "C1", "name": "general"}]),
            "general/2024-01-01.json": json.dumps(messages),
        },
    )
    guild = {
        "guild": {"id": "1", "name": "g"},
        "channel": {"id": "2", "type": "GuildTextChat", "name": "c"},
        "messages": [
            {
                "id": str(10**17 + n),
                "type": "Default",
                "timestamp": "2024-01-01T00:00:00+00:00",
                "content": words,
                "author": {"id": "3", "name": "ada"},
            }
            for n in range(count)
        ],
    }
    yield "Discord", shape, {"a.json": json.dumps(guild)}
    tweets = [{"tweet": {"id_str": str(n), "full_text": words}} for n in range(count)]
    yield "X", shape, {"data/tweets.js": "window.YTD.tweets.part0 = " + json.dumps(tweets)}
    rows = "".join(f'2024-01-01 10:00:00,https://a.b/{n},"{words}"\n' for n in range(count))
    yield "LinkedIn archive", shape, {"Shares.csv": "Date,ShareLink,ShareCommentary\n" + rows}


def _mastodon(content: str, count: int) -> dict[str, str]:
    public = ["https://www.w3.org/ns/activitystreams#Public"]
    notes = [
        {"type": "Create", "object": {"id": f"https://a.b/{n}", "to": public, "content": content}}
        for n in range(count)
    ]
    outbox = {"type": "OrderedCollection", "orderedItems": notes}
    return {"outbox.json": json.dumps(outbox), "actor.json": "{}"}


def readings() -> Iterator[tuple[str, str, Callable[[], object]]]:
    """Yield the reading of each kind and shape of files, which are there until the next."""
    for kind, shape, held in files():
        with tempfile.TemporaryDirectory() as folder:
            for name, text in held.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
            yield kind, shape, partial(_read, path if len(held) == 1 else Path(folder))


def _read(place: Path) -> list[object]:
    return [post for found in sources([str(place)]) for post in getattr(found, "posts", list)()]


def steps() -> Iterator[tuple[str, str, Callable[[], object]]]:
    """Yield the steps from a post to its passages, and from a passage to its quotes."""
    asked = answer_type_of(QUESTION)
    for shape, piece in TEXTS.items():
        text = filled(piece)[:SIZE]
        yield "split", shape, partial(split, text)

        yield "stems", shape, partial(_stems, text)
        yield "is_in", shape, partial(asked.is_in, text)


def _stems(text: str) -> list[str]:
    return stems(text, language_of(text))


def main() -> None:
    """Print the seconds for each reader and step, and each shape."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("word", nargs="?", default="")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    for kind, shape, act in chain(readings(), steps()):
        if options.word in (name := f"{kind}: {shape}"):
            print(f"{seconds(act, options.rounds):6.2f} s  {name}", flush=True)


if __name__ == "__main__":
    main()
