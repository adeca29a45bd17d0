"""What is fed: real files and payloads with something odd in them, and texts at their worst."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from tests.fakes import office, workbooks
from tests.fakes.archives import PAYLOADS
from tests.fakes.filled import archives, chats, copied, documents, messengers, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hypothesis.strategies import DrawFn

_ORCHARD: Final = b"Ada Quill\nPoet at Home\n3w\nThe mast is ash.\nLike\nReply\n"
_FORUMS: Final = PAYLOADS.parent / "forums"
_SOURCES: Final = PAYLOADS.parent / "sources"

SOURCES: Final[Mapping[str, Callable[[], Mapping[str, bytes]]]] = {
    "Slack export": chats.slack, "DiscordChatExporter": chats.discord,
    "DiscordChatExporter CSV": chats.discord_table, "DiscordChatExporter TXT": chats.discord_text,
    "Discord data package": chats.package, "Telegram": messengers.telegram,
    "WhatsApp": messengers.whatsapp, "Matrix": messengers.matrix,
    "Mattermost": messengers.mattermost, "Zulip": messengers.zulip,
    "LinkedIn archive": archives.linkedin, "Mastodon archive": archives.mastodon,
    "X archive": archives.twitter, "Twitter archive": archives.monthly_tweets,
    "RSS, Atom": texts.feed, "HTML": texts.page, "Markdown": texts.markdown, "JSONL": texts.rows,
    "Word": documents.of_word, "PowerPoint": documents.of_powerpoint,
    "OpenDocument": documents.of_open_document, "PDF": documents.of_pdf,
    "e-mails": texts.mails, "web archive": texts.web_archive, "slackdump": messengers.slackdump,
    "Discord page": chats.discord_page, "Telegram page": messengers.telegram_page,
    "Telegram account": messengers.telegram_account, "Reddit page": copied.reddit_page,
    "copied Reddit": copied.reddit, "copied Hacker News": copied.hacker_news,
    "copied LinkedIn": copied.linkedin, "copied page": copied.other_pages,
    "WhatsApp with pictures": lambda: {**messengers.whatsapp(), "a.jpg": b"\xff\xd8\xff"},
    "Excel": lambda: {"a.xlsx": workbooks.excel({"s": [["text", "date"], ["Ash.", "2024-01-02"]]})},
    "OpenDocument sheet": lambda: {"a.ods": workbooks.open_document({"s": [["text"], ["Ash."]]})},
    "subtitles": copied.subtitles,
    "CSV": lambda: {"a.csv": b"id,text,posted_at,author\n1,The mast is ash.,2024-01-02,Ada\n"},
    "JSON": lambda: {"a.json": b'[{"id": "1", "text": "Ash.", "posted_at": "2024-01-02"}]'},
    "LinkedIn text": lambda: {"a.txt": _ORCHARD},
    "plain text": lambda: {"a.txt": b"# Ash\n\nThe mast is *ash*.\n\n> It bends.\n"},
    "forums": lambda: {each.name: each.read_bytes() for each in sorted(_FORUMS.iterdir())},
    "pages and feeds": lambda: {each.name: each.read_bytes() for each in _SOURCES.iterdir()},
}  # fmt: skip
"""A small source of each kind, as files by their names."""

ODD: Final = (
    "\x1b]0;x\x07", "\u202e", "\u200b", "\U000e0041", "@everyone", "<@U1>", "<!channel>", "\0",
    "\ud800", "https://", "javascript:x", "[a](b)", "```", "||", "''", '"', "from:", "since:0",
    "9" * 400, "-1", "1e999", "NaN", "e\u0301" * 20, "\r", "\u2028", "<", "&#0;", "%", "{}", "\\",
)  # fmt: skip
"""What programs stumble over: each does nothing to anything outside."""

TEXTS: Final = st.lists(
    st.sampled_from(ODD) | st.text(max_size=30)
    | st.sampled_from("When is the oven lit? since:2024 from:ada in:x kind:post 3 août".split()),
    max_size=12,
).map(" ".join)  # fmt: skip

VALUES: Final = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@st.composite
def files(draw: DrawFn, kind: str) -> dict[str, bytes]:
    """Return the files of a source, one of them with something else in it."""
    made = dict(SOURCES[kind]())
    name = draw(st.sampled_from(sorted(made)))
    is_packed = made[name].startswith(b"PK") and draw(st.booleans())
    inner = office.unpacked(made[name]) if is_packed else made
    part = draw(st.sampled_from(sorted(inner))) if is_packed else name
    inner[part] = draw(_changed(part, inner[part]))
    return {**made, name: office.packed(inner)} if is_packed else inner


@st.composite
def _changed(draw: DrawFn, name: str, whole: bytes) -> bytes:
    """Return what a file holds with something else in it."""
    content = bytearray(whole)
    if name.endswith((".json", ".jsonl")) and draw(st.booleans()):
        return draw(_odd_json(whole))
    pieces = st.binary(max_size=20) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        end = draw(st.integers(at, min(len(content), at + 40)))
        content[at:end] = draw(pieces)
    return bytes(content[: draw(st.just(len(content)) | st.integers(0, len(content)))])


def _odd_json(content: bytes) -> st.SearchStrategy[bytes]:
    try:
        values = [json.loads(content)]
    except ValueError:
        values = [json.loads(line) for line in content.splitlines()]
    mixed = st.tuples(*(odd(each) for each in values))
    return mixed.map(lambda made: b"\n".join(json.dumps(each).encode() for each in made))


@st.composite
def odd(draw: DrawFn, value: Any) -> Any:
    """Return a JSON value of which some parts are others, or missing."""
    whole = json.loads(json.dumps(value))
    for _ in range(draw(st.integers(1, 3))):
        found = [*_places(whole)]
        if not found:
            return whole
        within, key = draw(st.sampled_from(found))
        if draw(st.booleans()):
            within[key] = draw(VALUES)
        else:
            del within[key]
    return whole


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Return everything inside a JSON value, as what holds it and its key there."""
    if not isinstance(value, dict | list):
        return []
    keys = list(value) if isinstance(value, dict) else range(len(value))
    inside = [(value, key) for key in keys]
    return inside + [place for key in keys for place in _places(value[key])]
