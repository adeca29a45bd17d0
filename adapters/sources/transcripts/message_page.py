"""Reads pages of messages: those of DiscordChatExporter, and those of Telegram Desktop."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from adapters.markup.post_rules import source_name
from adapters.sources.encodings import decoded
from adapters.sources.formats.pages.html_page import page_posts
from adapters.sources.formats.pages.html_text import is_cut_off, parsed, tree_text
from adapters.sources.rows import to_posts
from adapters.sources.transcripts.messages import channel_audience, is_direct
from adapters.sources.transcripts.times import moments_of
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import lxml.html

    from adapters.sources.file_defaults import Labels
    from index.posts import Post

VERSIONS: Final = "DiscordChatExporter 2.34 to 2.47, HTML; Telegram Desktop 1.5 to 5.10, HTML"
"""What this was written for."""

_DISCORD: Final = re.compile(
    r"\.chatlog__message[\w-]*[^<>{}]{0,200}\{|class=[\"']?chatlog__message"
)
_TELEGRAM: Final = re.compile(r"<div class=\"(?:history|message )")
_SNOWFLAKE: Final = re.compile(r"\d{15,19}")
_BEGINNING: Final = datetime(2015, 1, 1, tzinfo=UTC)
_ANSWERED: Final = re.compile(r"(\d{15,20})|go_to_message(\d{1,19})")
_ZONED: Final = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d) UTC([+-]\d\d:\d\d)")

Row = dict[str, object]


def is_message_page(text: str) -> bool:
    """Return whether a page begins as one of the messages of a chat."""
    is_telegram = 'class="page_wrap' in text and _TELEGRAM.search(text) is not None
    return is_telegram or _DISCORD.search(text) is not None


def message_page_posts(data: bytes, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the messages of a page, with whom they answer."""
    try:
        tree = parsed(decoded(data, "", "page", labels.file))
    except PostFormatError as error:
        yield error
        return
    if tree is None:
        yield PostFormatError(labels.file, "empty_page")
        return
    is_discord = bool(_with_class(tree, "chatlog__message-group") or _with_class(tree, "chatlog"))
    if any(is_direct(_words(each)) for each in _with_class(tree, "preamble__entry")[:1]):
        yield PostFormatError(labels.file, "direct_messages")
        return
    if not (is_discord or _with_class(tree, "message")):
        # It only speaks of such pages.
        yield from page_posts(data, labels)
        return
    rows = _discord_rows(tree, labels) if is_discord else _telegram_rows(tree, labels)
    yield from to_posts(enumerate(rows, 1), labels)
    if is_cut_off(tree):
        yield PostFormatError(labels.file, "nested_page")


def _discord_rows(tree: lxml.html.HtmlElement, labels: Labels) -> Iterator[Row]:
    entries = [_words(each) for each in _with_class(tree, "preamble__entry")]
    channel = entries[1].rpartition(" / ")[2] if len(entries) > 1 else ""
    for group in _outermost(tree, "chatlog__message-group"):
        author, account, is_bot = _discord_author(group)
        for message in _outermost(group, "chatlog__message-container"):
            id_ = message.get("data-message-id") or message.get("id", "").rpartition("-")[2]
            labels.leave_out("attachments", len(_with_class(message, "chatlog__attachment")))
            labels.leave_out("link_previews", len(_with_class(message, "chatlog__embed")))
            text = "\n\n".join(
                _words(each) for each in _with_class(message, "chatlog__markdown-preserve")[:1]
            )
            if _with_class(message, "chatlog__system-notification-content"):
                labels.leave_out("notices")
            elif is_bot:
                labels.leave_out("bot_messages")
            elif not text:
                labels.leave_out("wordless")
            else:
                yield {
                    "scope": labels.source,
                    "id": f"{labels.name}#{id_}",
                    "source": source_name(channel) if channel else "",
                    "text": text,
                    "author": author,
                    "posted_at": _moment_of(id_),
                    "parent_id": _answered(message, "chatlog__reply-link", "onclick", labels),
                    "audience": channel_audience(labels.name) or None,
                    "author_id": f"discord:{account}" if account else "",
                }


def _discord_author(group: lxml.html.HtmlElement) -> tuple[str, str, bool]:
    named = _with_class(group, "chatlog__author")
    tags = [_words(each) for each in _with_class(group, "chatlog__author-tag")]
    author = _words(named[0]) if named else ""
    account = named[0].get("data-user-id", "") if named else ""
    return author, account, "BOT" in tags


def _moment_of(id_: str) -> str:
    """Return when a message was written, which Discord's ids tell to the millisecond."""
    if not _SNOWFLAKE.fullmatch(id_):
        return ""
    return (_BEGINNING + timedelta(milliseconds=int(id_) >> 22)).isoformat()


def _telegram_rows(tree: lxml.html.HtmlElement, labels: Labels) -> Iterator[Row]:
    titles = [_words(each) for each in _with_class(tree, "page_header")]
    chat = titles[0].partition("\n")[0] if titles else ""
    author = ""
    for message in _outermost(tree, "message"):
        if _has_class(message, "service"):
            labels.leave_out("notices")
            continue
        # Whose words are passed on stands within.
        within = {*_with_class(message, "forwarded")}
        outer = _outside(message, within)
        named = [each for each in outer if _has_class(each, "from_name")]
        author = _words(named[0]) if named else author
        texts = [_words(each) for each in outer if _has_class(each, "text")]
        dates = [each.get("title", "") for each in outer if _has_class(each, "date")]
        labels.leave_out("attachments", len(_with_class(message, "media_wrap")))
        if within:
            labels.leave_out("forwards")
        if not any(texts):
            labels.leave_out("wordless", int(not within))
            continue
        yield {
            "scope": labels.source,
            "id": f"{labels.name}#{message.get('id', '').removeprefix('message')}",
            "source": chat,
            "text": "\n\n".join(filter(None, texts)),
            "author": author,
            "posted_at": _telegram_moment(dates[0] if dates else "", labels),
            "parent_id": _answered(message, "reply_to", "href", labels),
        }


def _outside(
    message: lxml.html.HtmlElement, within: set[lxml.html.HtmlElement]
) -> list[lxml.html.HtmlElement]:
    """Return what is in a message and in none of these."""
    return [
        each
        for each in message.iterdescendants()
        if each not in within and not any(above in within for above in each.iterancestors())
    ]


def _telegram_moment(title: str, labels: Labels) -> str:
    if found := _ZONED.fullmatch(title.strip()):
        day, month, year, clock, zone = found.groups()
        return f"{year}-{month}-{day}T{clock}{zone}"
    [moment] = moments_of([title]) if title else [None]
    if moment is None:
        labels.leave_out("unclear_dates")
    return moment.isoformat() if moment else ""


def _answered(
    message: lxml.html.HtmlElement, name: str, attribute: str, labels: Labels
) -> str | None:
    for each in _with_class(message, name):
        for element in each.iter():
            found = _ANSWERED.search(unquote(element.get(attribute) or ""))
            if found is not None:
                return f"{labels.name}#{found[1] or found[2]}"
    return None


def _with_class(tree: lxml.html.HtmlElement, name: str) -> list[lxml.html.HtmlElement]:
    return [each for each in tree.iterdescendants() if _has_class(each, name)]


def _outermost(tree: lxml.html.HtmlElement, name: str) -> list[lxml.html.HtmlElement]:
    """Return those of a class that are in no other: what is in several is looked at once."""
    found: list[lxml.html.HtmlElement] = []
    for each in _with_class(tree, name):
        if not (found and found[-1] in each.iterancestors()):
            found.append(each)
    return found


def _has_class(element: lxml.html.HtmlElement, name: str) -> bool:
    return name in (element.get("class") or "").split()


def _words(element: lxml.html.HtmlElement) -> str:
    return tree_text(element)
