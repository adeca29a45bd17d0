"""All that a message of Slack's says, live as in an export: its words, its links', its files'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from adapters.markup.links import slack_message
from adapters.markup.others_words import Enclosure, Fields, Said
from adapters.markup.slack import author_of, plain_text
from adapters.markup.slack_blocks import (
    blocks_text,
    object_of,
    objects_of,
    text_beside,
    text_of,
    text_with,
)
from adapters.markup.slack_files import file_words
from adapters.markup.slack_post_rules import writer_of, written_at
from bot.text import one_line, plain

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.markup.others_words import LeftOut

Message = Mapping[str, object]

FIELDS: Final[Fields] = {
    "text": "text",
    "blocks": "text",
    "comment.comment": "text",
    "file.initial_comment.comment": "text",
    "file.title": "text",
    "file.alt_txt": "text",
    "file.preview": "text",
    "username": "author",
    "user_profile": "author",
    "bot_profile.name": "author",
    "attachments.blocks": "text",
    "attachments.pretext": "page",
    "attachments.author_name": "author",
    "attachments.title": "page",
    "attachments.text": "page",
    "attachments.fields": "page",
    "attachments.footer": "page",
    "attachments.message_blocks.message.blocks": "forwarded",
    "attachments.files.title": "forwarded",
    "attachments.files.alt_txt": "forwarded",
    "attachments.files.preview": "forwarded",
    "files.title": "text",
    "files.alt_txt": "text",
    "files.preview": "text",
    "files.plain_text": "mail",
    "files.subject": "mail",
    "files.from": "author",
    "files.transcription.preview.content": "text",
    "files.initial_comment.comment": "text",
}
"""What people can write into a message. An attachment is a page's where it came with a link, the
app's own where an app sent it, a forwarded message's where one was shared, and left out as
`message_links` where one is only linked; a table that was pasted is its sender's. A file, and a
comment on one, is passed on where another account than the sender's is named as theirs."""

_MENTION: Final = re.compile(r"\s*<@[^<>]+> mentioned a file: <[^<>]+>\s*")
"""What Slack itself said where somebody named a file."""

_ABOUT_A_FILE: Final = frozenset({"file_share", "file_mention"})
_NAMING: Final = frozenset(
    {"name", "title", "alt_txt", "user", "user_team", "permalink", "created"}
)
"""What names a file, without its words and what was said when it was shared."""
_NO_PREVIEW: Final = "[no preview available]"
_OF_A_LINK: Final = (
    "from_url", "original_url", "title_link", "service_name", "app_unfurl_url", "is_app_unfurl",
)  # fmt: skip


def said_by(message: Message, *, is_by_app: bool = False, team: str = "") -> Said:
    """Return what a message says.

    Args:
        message: As Slack has it.
        is_by_app: An app sent it: what is attached to it are the app's words.
        team: The workspace; "" where it is not known.
    """
    team = team or text_of(message.get("team"))
    own = [_words(message, is_by_app=is_by_app)]
    enclosures: list[Enclosure] = []
    left_out: list[LeftOut] = []
    for each in objects_of(message.get("attachments")):
        if each.get("is_msg_unfurl") and not each.get("is_share"):
            left_out.append("message_links")  # who may read it, only Slack knows
        elif each.get("is_share") or each.get("message_blocks"):
            passed_on = _forwarded(each)
            enclosures += passed_on.enclosures
            left_out += passed_on.left_out
        elif is_by_app and not any(map(each.get, ("from_url", "original_url"))):
            own.append(_attached(each))
        else:
            own += [] if _is_of_a_link(each) else [blocks_text(each.get("blocks"))]
            enclosures.append(_page(each))
    for file in _files(message):
        words = file_words(file, writer_of(message), team)
        own += words.own
        enclosures += words.enclosures
        left_out += words.left_out
    said = [each for each in enclosures if each.text.strip()]
    undated = [each for each in said if each.part == "forwarded" and each.posted_at is None]
    left_out += ["dates"] * len(undated)
    return Said(tuple(filter(None, own)), tuple(said), tuple(left_out))


def shown(said: Said, people: Mapping[str, str], channels: Mapping[str, str]) -> Said:
    """Return what a message says as its readers see it: names stand for ids.

    Args:
        said: What it says, in Slack's markup.
        people: The shown names by user id.
        channels: The names of channels that every reader may know, by id.
    """

    def words(text: str) -> str:
        return plain(plain_text(text, people, channels)).strip()

    enclosures = (
        replace(
            each,
            text=words(each.text),
            title=one_line(words(each.title)),
            author=one_line(plain(author_of(each.author, people, channels))),
        )
        for each in said.enclosures
    )
    own = tuple(filter(None, map(words, said.own)))
    return Said(own, tuple(each for each in enclosures if each.text), said.left_out)


def _words(message: Message, *, is_by_app: bool) -> str:
    """Return what was written: people's text, and their blocks that say more; an app's blocks."""
    text, blocks = text_of(message.get("text")), message.get("blocks")
    if message.get("subtype") == "file_comment":
        return _comment(message.get("comment"))
    if _is_on_file(message):  # before 2018 the text is Slack's own notice
        return _comment_of_sender(message)
    if is_by_app or not text.strip():
        return blocks_text(blocks) or text
    return text_with(blocks, text)


def _comment(value: object) -> str:
    return text_of(value.get("comment")) if isinstance(value, Mapping) else ""


def _is_on_file(message: Message) -> bool:
    """Return whether a message is of before 2018 and only tells of a file."""
    if not isinstance(message.get("file"), Mapping):
        return False
    is_mention = message.get("subtype") == "file_mention"
    is_notice = _MENTION.fullmatch(text_of(message.get("text"))) is not None
    return message.get("subtype") == "file_share" or (is_mention and is_notice)


def _comment_of_sender(message: Message) -> str:
    file = object_of(message.get("file"))
    comment = object_of(file.get("initial_comment"))
    by = text_of(comment.get("user")) or text_of(file.get("user"))
    sender = writer_of(message)
    return _comment(comment) if by in {"", sender} or not sender else ""


def _files(message: Message) -> Iterator[Message]:
    yield from objects_of(message.get("files"))
    file = message.get("file")
    if isinstance(file, Mapping) and text_of(message.get("subtype")) in _ABOUT_A_FILE:
        yield {**file, "initial_comment": None} if _comment_of_sender(message) else file
    elif isinstance(file, Mapping) and message.get("subtype") == "file_comment":
        yield {name: value for name, value in file.items() if name in _NAMING}


def _is_of_a_link(attachment: Message) -> bool:
    return any(map(attachment.get, _OF_A_LINK))


def _attached(attachment: Message) -> str:
    """Return all that an attachment says."""
    parts = [text_of(attachment.get(name)) for name in ("pretext", "author_name", "title", "text")]
    parts += map(_field, objects_of(attachment.get("fields")))
    parts.append(blocks_text(attachment.get("blocks")))
    parts.append(text_of(attachment.get("footer")))
    said = "\n\n".join(filter(None, parts)) or text_of(attachment.get("fallback"))
    return "" if said == _NO_PREVIEW else said


def _page(attachment: Message) -> Enclosure:
    url = next(filter(None, map(text_of, map(attachment.get, _OF_A_LINK[:3]))), "")
    title, parts = text_of(attachment.get("title")), [text_of(attachment.get("text"))]
    parts += map(_field, objects_of(attachment.get("fields")))
    if _is_of_a_link(attachment):
        parts.append(blocks_text(attachment.get("blocks")))
    parts.insert(0, text_of(attachment.get("pretext")))
    body = "\n\n".join(filter(None, parts))
    text = "\n\n".join(filter(None, [body or title, text_of(attachment.get("footer"))]))
    author = text_of(attachment.get("author_name"))
    return Enclosure(
        "page",
        text,
        title if body and body != title else "",
        author,
        url,
        posted_at=_moment(attachment.get("ts")),
    )


def _moment(ts: object) -> datetime | None:
    """Return of when an attachment is, which Slack gives in seconds, whole or not."""
    said = str(ts or "")
    return written_at(said if "." in said else f"{said}.0")


def _forwarded_moment(attachment: Message) -> datetime | None:
    """Return when a message that was passed on was written; None where nothing tells."""
    around = [attachment, *objects_of(attachment.get("message_blocks"))]
    linked = slack_message(text_of(attachment.get("from_url")))
    # A message's address holds its time, which is its name in its channel.
    told = [*(each.get("ts") for each in around), linked and linked[1]]
    return next(filter(None, map(_moment, told)), None)


def _forwarded(attachment: Message) -> Said:
    """Return a message that was passed on, with what its files say, and what they hold else."""
    text = text_of(attachment.get("text"))
    messages = [each.get("message") for each in objects_of(attachment.get("message_blocks"))]
    found = [each.get("blocks") for each in messages if isinstance(each, Mapping)]
    blocks = [each for listed in found for each in objects_of(listed)]
    parts = [text_with(blocks, text) if text else blocks_text(blocks)]
    parts.append(text_beside(attachment.get("blocks"), text or parts[0]))
    user = text_of(attachment.get("author_id"))
    team = text_of(attachment.get("author_team")) or text_of(attachment.get("channel_team"))
    files = [file_words(each, user, team) for each in objects_of(attachment.get("files"))]
    parts += [words for file in files for words in file.own]
    whole = Enclosure(
        "forwarded",
        "\n\n".join(filter(None, parts)),
        author=text_of(attachment.get("author_name")) or (f"<@{user}>" if user else ""),
        url=text_of(attachment.get("from_url")),
        author_id=f"slack:{team}/{user}" if user and team else "",
        posted_at=_forwarded_moment(attachment),
    )
    enclosed = [each for file in files for each in file.enclosures]
    return Said((), (whole, *enclosed), tuple(each for file in files for each in file.left_out))


def _field(field: Message) -> str:
    parts = text_of(field.get("title")), text_of(field.get("value"))
    return ": ".join(filter(None, parts))
