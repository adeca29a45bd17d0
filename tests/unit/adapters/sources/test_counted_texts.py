"""What comes in with a text, a table or a page is a post, refused, or counted by what it is."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.examples import at_most
from tests.unit.adapters.sources.test_counted import BESIDE, counted

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = st.lists(
    st.sampled_from(["said", "notice", "file", "empty", "same"]), min_size=2, max_size=12
)
WORDS: Final = {"notice": "Pinned a message.", "file": "", "empty": "", "same": "Aye."}


def discord_text(kinds: list[str]) -> bytes:
    rule = "=" * 62
    said = "".join(
        f"[31/01/2026 08:00] a\n{WORDS.get(kind, f'b {at}')}\n\n"
        + ("{Attachments}\nhttps://a.example/a.png\n\n" if kind == "file" else "")
        for at, kind in enumerate(kinds)
    )
    return f"{rule}\nGuild: g\nChannel: c\n{rule}\n\n{said}".encode()


def discord_table(kinds: list[str]) -> bytes:
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(["AuthorID", "Author", "Date", "Content", "Attachments", "Reactions"])
    for at, kind in enumerate(kinds):
        file = "https://a.example/a.png" if kind == "file" else ""
        rows.writerow([1, "a", "2026-02-02", WORDS.get(kind, f"b {at}"), file, ""])
    return table.getvalue().encode()


def discord_page(kinds: list[str]) -> bytes:
    notice = '<span class="chatlog__system-notification-content">joined</span>'
    said = "".join(
        f'<div class="chatlog__message-container" data-message-id="{at}">'
        + (notice if kind == "notice" else "")
        + f'<div class="chatlog__markdown-preserve">{WORDS.get(kind, f"b {at}")}</div>'
        + ('<div class="chatlog__attachment">a.png</div>' if kind == "file" else "")
        + "</div>"
        for at, kind in enumerate(kinds)
    )
    group = (
        f'<div class="chatlog__message-group"><span class="chatlog__author">a</span>{said}</div>'
    )
    return f'<html><body><div class="chatlog">{group}</div></body></html>'.encode()


def telegram_page(kinds: list[str]) -> bytes:
    said = "".join(
        f'<div class="message {"service" if kind == "notice" else "default"}" id="message{at}">'
        '<div class="from_name">a</div>'
        f'<div class="text">{WORDS.get(kind, f"b {at}")}</div>'
        + ('<div class="media_wrap">a.png</div>' if kind == "file" else "")
        + "</div>"
        for at, kind in enumerate(kinds)
    )
    history = f'<div class="page_wrap"><div class="history">{said}</div></div>'
    return f"<html><body>{history}</body></html>".encode()


def whatsapp(kinds: list[str]) -> bytes:
    heads = {"notice": "Messages are encrypted. Tap to learn more.", "file": "a: <Media omitted>"}
    said = (heads.get(kind, f"a: {WORDS.get(kind, f'b {at}')}") for at, kind in enumerate(kinds))
    lines = ["31/01/2026, 07:59 - a: b", *(f"31/01/2026, 08:00 - {each}" for each in said)]
    return "\n".join(lines).encode()


def hacker_news(kinds: list[str]) -> bytes:
    words = {**WORDS, "notice": "[flagged]"}
    said = "".join(
        f"per_o {at + 1} hours ago | prev | next [–]\n\n{words.get(kind, f'b {at}')}\n\nreply\n\n"
        for at, kind in enumerate(kinds)
    )
    return f"a_b 9 hours ago | next [–]\n\nb\n\nreply\n\n{said}".encode()


def feed(kinds: list[str]) -> bytes:
    said = "".join(
        f"<item><guid>{at}</guid><title>{WORDS.get(kind, f'b {at}')}</title></item>"
        for at, kind in enumerate(kinds)
    )
    return f'<rss version="2.0"><channel><title>a</title>{said}</channel></rss>'.encode()


def linkedin(kinds: list[str]) -> bytes:
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(["Date", "ShareLink", "ShareCommentary", "SharedUrl", "MediaUrl", "Visibility"])
    for at, kind in enumerate(kinds):
        link = f"https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A70{at}"
        words = WORDS.get(kind, f"b {at}")
        rows.writerow(["2026-02-02 08:00:00", link, words, "", "", "MEMBER_NETWORK"])
    return table.getvalue().encode()


TABLES_AND_TEXTS: Final = {
    "a.txt": discord_text, "a.csv": discord_table, "a.html": discord_page,
    "messages.html": telegram_page, "WhatsApp Chat with a.txt": whatsapp,
    "hn.txt": hacker_news, "a.xml": feed, "Shares.csv": linkedin,
}  # fmt: skip
MORE: Final = {"WhatsApp Chat with a.txt": 1, "hn.txt": 1}
"""So many more messages stand at the beginning, by which the format is known."""

WITH_WORDS: Final = {"a.xml": "notice", "Shares.csv": "notice"}
"""What these have no notices of is a post like others."""


@pytest.mark.parametrize(("name", "make"), TABLES_AND_TEXTS.items(), ids=TABLES_AND_TEXTS)
@settings(max_examples=at_most(60))
@given(kinds=KINDS)
def test_every_message_of_a_transcript_is_a_post_or_counted(
    name: str, make: Callable[[list[str]], bytes], kinds: list[str]
) -> None:
    # Of a chat of WhatsApp's, a file is a message of its own.
    beside = BESIDE - {"attachments"} if name.startswith("WhatsApp") else BESIDE
    beside |= {"page_furniture"}  # the buttons below each message
    posts, others = counted({name: make(kinds)}, beside)

    said = kinds.count("said") + kinds.count("same") + kinds.count(WITH_WORDS.get(name, "none"))
    assert posts == said + MORE.get(name, 0)
    assert posts + others == len(kinds) + MORE.get(name, 0)
