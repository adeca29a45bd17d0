"""Reads pages of messages: those of DiscordChatExporter, and those of Telegram Desktop."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from adapters.markup import discord_post_rules
from adapters.markup.post_rules import source_name
from adapters.sources.bytes.encodings import decoded
from adapters.sources.exports.channels_of_apps import ChannelsOfApps
from adapters.sources.exports.discord_messages import NO_NUMBER
from adapters.sources.file_defaults import text_mark
from adapters.sources.formats.pages.html_page import page_posts
from adapters.sources.formats.pages.html_text import is_cut_off, parsed, tree_text
from adapters.sources.rows import to_posts
from adapters.sources.transcripts.class_index import ClassIndex
from adapters.sources.transcripts.message_words import discord_words, telegram_words
from adapters.sources.transcripts.messages import channel_audience, is_direct
from adapters.sources.transcripts.times import moments_of
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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

_CLASSES: Final = (
    "chatlog chatlog__attachment chatlog__author chatlog__author-tag chatlog__embed"
    " chatlog__forwarded chatlog__markdown-preserve chatlog__message-container"
    " chatlog__message-group chatlog__reply chatlog__reply-link chatlog__sticker"
    " chatlog__system-notification-content date forwarded from_name media_poll media_wrap message"
    " page_header preamble__entry reply_to service signature text"
).split()

_FILES: Final = ("chatlog__attachment", "chatlog__sticker")
_WORDS: Final = "chatlog__markdown-preserve"
_OF_OTHERS: Final = ("chatlog__embed", "chatlog__forwarded", "chatlog__reply")
_OF_BOTS: Final = frozenset({"BOT", "APP"})
_NUMBERED: Final = re.compile(r"#\d{1,4}\Z")
_VIA: Final = re.compile(r" via @\w{3,40}$")
"""What Telegram puts behind the name of who sent something with a bot's help."""

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
    page = ClassIndex(tree, _CLASSES)
    is_discord = bool(page.within(tree, "chatlog__message-group") or page.within(tree, "chatlog"))
    entries = [*map(tree_text, page.outermost(tree, "preamble__entry")[:2])]
    if entries and is_direct(entries[0]):
        yield PostFormatError(labels.file, "direct_messages")
        return
    if not (is_discord or page.within(tree, "message")):
        # It only speaks of such pages.
        yield from page_posts(data, labels)
        return
    if is_discord:
        channels, name = ChannelsOfApps(labels), _channel_in(entries)
        rows = _discord_rows(page, tree, name, labels)
        yield from channels.watched(f"#{name}", to_posts(enumerate(rows, 1), labels))
        channels.tell()
    else:
        yield from to_posts(enumerate(_telegram_rows(page, tree, labels), 1), labels)
    if is_cut_off(tree):
        yield PostFormatError(labels.file, "nested_page")


def _channel_in(entries: Sequence[str]) -> str:
    """Return the name of the channel, which stands behind that of its category."""
    return entries[1].rpartition(" / ")[2] if len(entries) > 1 else ""


def _discord_rows(
    page: ClassIndex, tree: lxml.html.HtmlElement, channel: str, labels: Labels
) -> Iterator[Row]:
    audience = channel_audience(labels.name) or None
    for group in page.outermost(tree, "chatlog__message-group"):
        author = _discord_author(page, group)
        for message in page.outermost(group, "chatlog__message-container"):
            id_ = message.get("data-message-id") or message.get("id", "").rpartition("-")[2]
            files = sum(len(page.within(message, each)) for each in _FILES)
            labels.leave_out("attachments", files)
            labels.leave_out("link_previews", len(page.within(message, "chatlog__embed")))
            text = _discord_words(page, message)
            is_passed_on = bool(page.within(message, "chatlog__forwarded"))
            labels.leave_out("forwards", int(is_passed_on))
            if page.within(message, "chatlog__system-notification-content"):
                labels.leave_out("notices")
            elif author.is_app(is_spoken=bool(text or files)) and not labels.with_apps:
                labels.leave_out("bot_messages")
            elif not text:
                labels.leave_out("wordless", int(not is_passed_on))
            else:
                replies = page.outermost(message, "chatlog__reply-link")
                yield {
                    "scope": labels.source,
                    "id": f"{labels.name}#{id_ or text_mark(author.name + text, 16)}",
                    "source": source_name(channel) if channel else "",
                    "text": text,
                    "author": author.name,
                    "posted_at": _moment_of(id_),
                    "parent_id": _answered(replies, "onclick", labels),
                    "audience": audience,
                    "author_id": author.account and f"discord:{author.account}",
                }


def _discord_words(page: ClassIndex, message: lxml.html.HtmlElement) -> str:
    """Return what its sender wrote: pages behind links and forwarded messages look the same."""
    others = {
        each
        for around in _OF_OTHERS
        for part in page.outermost(message, around)
        for each in page.within(part, _WORDS)
    }
    own = (each for each in page.within(message, _WORDS) if each not in others)
    return next(map(discord_words, own), "")


@dataclass(frozen=True, slots=True)
class _Author:
    """Who wrote a group of messages.

    Attributes:
        name: The name that readers see.
        account: The account; "" where it is not told, or that of all who speak through a webhook.
        is_bot: Whether it is marked as no person's.
        by_webhook: Whether it is a webhook: it has no number, as the account of an app has.
    """

    name: str
    account: str
    is_bot: bool
    by_webhook: bool

    def is_app(self, *, is_spoken: bool) -> bool:
        """Return whether an app wrote a message.

        Args:
            is_spoken: It has text, files or stickers, and not embeds alone.
        """
        return discord_post_rules.is_by_app(
            is_bot=self.is_bot,
            by_webhook=self.by_webhook,
            answers_command=False,
            is_spoken=is_spoken,
        )


def _discord_author(page: ClassIndex, group: lxml.html.HtmlElement) -> _Author:
    named = page.within(group, "chatlog__author")
    tags = {*map(tree_text, page.outermost(group, "chatlog__author-tag"))}
    if not named:
        return _Author("", "", is_bot=bool(tags & _OF_BOTS), by_webhook=False)
    name, whole, is_bot = tree_text(named[0]), named[0].get("title", ""), bool(tags & _OF_BOTS)
    # The name of a webhook may itself end with a number.
    number = whole.rpartition("#")[2] if whole != name and _NUMBERED.search(whole) else ""
    return _Author(
        name,
        "" if is_bot else named[0].get("data-user-id", ""),
        is_bot=is_bot,
        by_webhook=is_bot and whole != "" and number in NO_NUMBER,
    )


def _moment_of(id_: str) -> str:
    """Return when a message was written, which Discord's ids tell to the millisecond."""
    if not _SNOWFLAKE.fullmatch(id_):
        return ""
    return (_BEGINNING + timedelta(milliseconds=int(id_) >> 22)).isoformat()


def _telegram_rows(page: ClassIndex, tree: lxml.html.HtmlElement, labels: Labels) -> Iterator[Row]:
    titles = page.within(tree, "page_header")
    chat = tree_text(titles[0]).partition("\n")[0] if titles else ""
    author = ""
    services = {*page.within(tree, "service")}
    for message in page.outermost(tree, "message"):
        if message in services:
            labels.leave_out("notices")
            continue
        # Whose words are passed on stands within.
        named = page.outside(message, "from_name", "forwarded")
        author = _VIA.sub("", tree_text(named[0])) if named else author
        # Who signs for a channel wrote this one message.
        signed = page.outside(message, "signature", "forwarded")
        parts = page.outside(message, "text", "forwarded")
        texts = [telegram_words(each, labels) for each in parts]
        dates = [each.get("title", "") for each in page.outside(message, "date", "forwarded")]
        polls = len(page.outermost(message, "media_poll"))
        labels.leave_out("polls", polls)
        labels.leave_out("attachments", len(page.within(message, "media_wrap")) - polls)
        is_passed_on = bool(page.within(message, "forwarded"))
        labels.leave_out("forwards", int(is_passed_on))
        if not any(texts):
            labels.leave_out("wordless", int(not is_passed_on))
            continue
        id_ = message.get("id", "").removeprefix("message")
        mark = id_ or text_mark("".join((author, *dates, *texts)), 16)
        yield {
            "scope": labels.source,
            "id": f"{labels.name}#{mark}",
            "source": chat,
            "text": "\n\n".join(filter(None, texts)),
            "author": (tree_text(signed[0]) if signed else "") or author,
            "posted_at": _telegram_moment(dates[0] if dates else "", labels),
            "parent_id": _answered(page.outermost(message, "reply_to"), "href", labels),
        }


def _telegram_moment(title: str, labels: Labels) -> str:
    if found := _ZONED.fullmatch(title.strip()):
        day, month, year, clock, zone = found.groups()
        return f"{year}-{month}-{day}T{clock}{zone}"
    moment = _moment_named(title)
    if moment is None:
        labels.leave_out("unclear_dates")
    return moment.isoformat() if moment else ""


@lru_cache(maxsize=256)
def _moment_named(title: str) -> datetime | None:
    [moment] = moments_of([title]) if title else [None]  # many messages are of one minute
    return moment


def _answered(
    replies: Iterable[lxml.html.HtmlElement], attribute: str, labels: Labels
) -> str | None:
    for each in replies:
        for element in each.iter():
            found = _ANSWERED.search(unquote(element.get(attribute) or ""))
            if found is not None:
                return f"{labels.name}#{found[1] or found[2]}"
    return None
