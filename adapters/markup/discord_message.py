"""All that a message of Discord's says, live as in an export: its words, its links', its poll."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from adapters.markup.discord import plain_text
from adapters.markup.others_words import Enclosure, Fields, Said
from bot.text import one_line, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from adapters.markup.others_words import LeftOut

FIELDS: Final[Fields] = {
    "content": "text",
    "author.name": "author",
    "author.nickname": "author",
    "attachments.description": "text",
    "attachments.content": "text",
    "attachments.filename": "file_contents",
    "poll.question": "text",
    "poll.answers": "text",
    "poll.results": "text",
    "stickers.name": "text",
    "components.content": "text",
    "embeds.author.name": "author",
    "embeds.title": "page",
    "embeds.description": "page",
    "embeds.fields": "page",
    "embeds.footer": "page",
    "message_snapshots.content": "forwarded",
    "message_snapshots.embeds": "page",
    "message_snapshots.stickers": "forwarded",
    "message_snapshots.attachments.description": "forwarded",
    "message_snapshots.attachments.filename": "file_contents",
}
"""What people can write into a message. An embed is a page's where a person sent the message or
its address stands in it, and the app's own words else."""


@dataclass(frozen=True, slots=True)
class Embed:
    """What a link unfolds to, or what an app says.

    Attributes:
        title: Its title.
        description: Its text.
        fields: Names with their values.
        author: Who wrote the page.
        url: Its address.
        footer: What stands below it.
        posted_at: When the page was written; None where that is not told.
    """

    title: str = ""
    description: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    author: str = ""
    url: str = ""
    footer: str = ""
    posted_at: datetime | None = None

    @property
    def body(self) -> str:
        """All but the title and what stands below."""
        fields = (": ".join(filter(None, each)) for each in self.fields)
        return "\n\n".join(filter(None, [self.description, *fields]))


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll.

    Attributes:
        question: What it asks.
        answers: What can be chosen, with how many did; None before it ended.
    """

    question: str
    answers: tuple[tuple[str, int | None], ...]

    @property
    def text(self) -> str:
        """The question, and an answer a line."""
        worded = ((text, n) for text, n in self.answers if text.strip())  # others are a sign alone
        answers = (f"• {text}" if n is None else f"• {text}: {n}" for text, n in worded)
        return "\n".join([self.question, *answers])


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A message that was passed on, of which nobody tells who wrote it.

    Attributes:
        content: Its text.
        embeds: What its links unfold to.
        stickers: Their names.
        alt_texts: What its pictures show.
        unread: How many files it has that hold words.
        posted_at: When it was written; None where that is not told.
    """

    content: str
    embeds: tuple[Embed, ...] = ()
    stickers: tuple[str, ...] = ()
    alt_texts: tuple[str, ...] = ()
    unread: int = 0
    posted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """What a message carries, in Discord's markup.

    Its files that hold words are counted in `unread`, as far as nobody reads them.
    """

    content: str
    embeds: tuple[Embed, ...] = ()
    alt_texts: tuple[str, ...] = ()
    stickers: tuple[str, ...] = ()
    displays: tuple[str, ...] = ()
    poll: Poll | None = None
    snapshots: tuple[Snapshot, ...] = ()
    unread: int = 0


def said_by(parts: Parts, *, is_by_app: bool = False) -> Said:
    """Return what a message says.

    Args:
        parts: What it carries.
        is_by_app: An app sent it: its embeds are the app's words.
    """
    own = [parts.content, *parts.displays]
    enclosures: list[Enclosure] = []
    for embed in parts.embeds:
        if is_by_app and not (embed.url and embed.url in parts.content):
            own.append("\n\n".join(filter(None, [embed.title, embed.body, embed.footer])))
        else:
            enclosures.append(_page(embed))
    own += [parts.poll.text if parts.poll else "", *parts.alt_texts, _named(parts.stickers)]
    for each in parts.snapshots:
        text = "\n\n".join(filter(None, [each.content, *each.alt_texts, _named(each.stickers)]))
        enclosures.append(Enclosure("forwarded", text, posted_at=each.posted_at))
        pages = map(_page, each.embeds)
        # A page that names no day was linked to when the message was written.
        enclosures += (replace(it, posted_at=it.posted_at or each.posted_at) for it in pages)
    said = (each for each in enclosures if each.text.strip())
    unread = parts.unread + sum(each.unread for each in parts.snapshots)
    left_out: list[LeftOut] = ["file_contents"] * unread
    return Said(tuple(filter(None, own)), tuple(said), tuple(left_out))


def shown(
    said: Said,
    people: Mapping[str, str],
    channels: Mapping[str, str],
    roles: Mapping[str, str] = MappingProxyType({}),
) -> Said:
    """Return what a message says as its readers see it: names stand for ids.

    Args:
        said: What it says, in Discord's markup.
        people: The shown names by user id.
        channels: The names of channels that every reader may know, by id.
        roles: The names of the server's roles, by id.
    """

    def words(text: str) -> str:
        return plain(plain_text(text, people, channels, roles)).strip()

    enclosures = (
        replace(
            each, text=words(each.text), title=one_line(words(each.title)),
            author=one_line(each.author),
        )
        for each in said.enclosures
    )  # fmt: skip
    own = tuple(filter(None, map(words, said.own)))
    return Said(own, tuple(each for each in enclosures if each.text), said.left_out)


def texts(values: Iterable[object]) -> tuple[str, ...]:
    """Return the texts among values."""
    return tuple(each for each in values if isinstance(each, str) and each)


def _page(embed: Embed) -> Enclosure:
    text = "\n\n".join(filter(None, [embed.body or embed.title, embed.footer]))
    title = embed.title if embed.body and embed.body != embed.title else ""
    return Enclosure("page", text, title, embed.author, embed.url, posted_at=embed.posted_at)


def _named(stickers: Sequence[str]) -> str:
    return " ".join(f":{each}:" for each in stickers)
