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

FIELDS: Final[Fields] = {
    "content": "text",
    "author.name": "author",
    "author.nickname": "author",
    "attachments.description": "text",
    "attachments": "text",
    "poll.question": "text",
    "poll.answers": "text",
    "poll.results": "text",
    "stickers.name": "text",
    "components.content": "text",
    "embeds.author.name": "author",
    "embeds.title": "page",
    "embeds.description": "page",
    "embeds.fields": "page",
    "embeds.footer": "about",
    "message_snapshots.content": "forwarded",
    "message_snapshots.embeds": "page",
    "message_snapshots.stickers": "forwarded",
    "message_snapshots.attachments": "file_contents",
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
    """

    title: str = ""
    description: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    author: str = ""
    url: str = ""

    @property
    def body(self) -> str:
        """All but the title."""
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
        answers = (f"• {text}" if n is None else f"• {text}: {n}" for text, n in self.answers)
        return "\n".join([self.question, *answers])


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A message that was passed on, of which nobody tells who wrote it."""

    content: str
    embeds: tuple[Embed, ...] = ()
    stickers: tuple[str, ...] = ()
    has_files: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """What a message carries, in Discord's markup."""

    content: str
    embeds: tuple[Embed, ...] = ()
    alt_texts: tuple[str, ...] = ()
    stickers: tuple[str, ...] = ()
    displays: tuple[str, ...] = ()
    poll: Poll | None = None
    snapshots: tuple[Snapshot, ...] = ()


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
            own.append("\n\n".join(filter(None, [embed.title, embed.body])))
        else:
            enclosures.append(_page(embed))
    own += [parts.poll.text if parts.poll else "", *parts.alt_texts, _named(parts.stickers)]
    for each in parts.snapshots:
        text = "\n\n".join(filter(None, [each.content, _named(each.stickers)]))
        enclosures += [Enclosure("forwarded", text), *map(_page, each.embeds)]
    said = (each for each in enclosures if each.text.strip())
    has_files = any(each.has_files for each in parts.snapshots)
    return Said(tuple(filter(None, own)), tuple(said), ("file_contents",) if has_files else ())


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


def texts(values: Iterable[str | None]) -> tuple[str, ...]:
    """Return the texts among values."""
    return tuple(each for each in values if each)


def _page(embed: Embed) -> Enclosure:
    text = embed.body or embed.title
    title = embed.title if text != embed.title else ""
    return Enclosure("page", text, title, embed.author, embed.url)


def _named(stickers: Sequence[str]) -> str:
    return " ".join(f":{each}:" for each in stickers)
