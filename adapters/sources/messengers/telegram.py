"""Reads what Telegram Desktop exports as JSON: one chat, or all of an account."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_nested import records_among, records_within
from adapters.sources.archive_reading.json_records import (
    id_of,
    name_in_json,
    object_of,
    objects_of,
    text_of,
)
from adapters.sources.archive_reading.members import head, member_name
from adapters.sources.dates.parsing import written_date
from adapters.sources.faults import apart
from adapters.sources.left_out_fields import Known
from adapters.sources.messengers.telegram_account import count_beside
from adapters.sources.messengers.telegram_chats import with_chats
from adapters.sources.rows import to_post
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels
    from adapters.sources.left_out_fields import LeftOut
    from adapters.sources.messengers.telegram_chats import Chat
    from index.posts import Post

VERSIONS: Final = "Telegram Desktop 1.5 to 5.10, JSON"
"""What this was written for."""

KNOWN: Final = Known(
    "Telegram",
    VERSIONS,
    {
        "text": "text",
        "text.blockquote": "quotes",
        "poll.question": "text",
        "poll.answers.text": "text",
        "poll.answers.voters": "text",
        "todo_list.title": "text",
        "todo_list.answers.text": "text",
        "from": "author",
        "author": "author",
        "file_name": "attachments",
        "title": "attachments",
        "performer": "attachments",
        "contact_information": "attachments",
        "location_information": "attachments",
        "place_name": "attachments",
        "address": "attachments",
        "invoice_information": "attachments",
        "forwarded_from": "forwards",
        "saved_from": "forwards",
    },
    frozenset(
        "id type date date_unixtime edited edited_unixtime from_id reply_to_message_id"
        " reply_to_peer_id text_entities forwarded_from_id saved_from_id via_bot photo"
        " photo_file_size width height file file_size thumbnail thumbnail_file_size"
        " media_type mime_type duration_seconds sticker_emoji reactions"
        " contact_vcard contact_vcard_file_size"
        " live_location_period_seconds inline_bot_buttons media_spoiler message_id"
        " self_destruct_period_seconds game_title game_description game_link"
        " giveaway_information giveaway_results paid_stars_amount".split()
    ),
    {
        "text": frozenset("type text href user_id collapsed document_id language".split()),
        "contact_information": frozenset({"first_name", "last_name", "phone_number"}),
        "location_information": frozenset({"latitude", "longitude"}),
        "poll": frozenset("closed total_voters type close_date".split()),
        "poll.answers": frozenset({"chosen"}),
        "todo_list": frozenset({"others_can_append", "others_can_complete"}),
        "todo_list.answers": frozenset({"id", "completed_by", "completion_time"}),
    },
)
"""What a message may hold; the words beside a file are the message's text."""

_CHATS: Final = frozenset(
    {b"personal_chat", b"bot_chat", b"private_group", b"private_supergroup", b"public_supergroup",
     b"public_group", b"private_channel", b"public_channel", b"saved_messages"}
)  # fmt: skip
_OF_ACCOUNT: Final = re.compile(rb'"(?:personal_information|profile_pictures|left_chats)"\s*:')
_CHATS_OF_ALL: Final = re.compile(rb'"(?:left_)?chats"\s*:\s*\{')
_HEAD: Final = 4_096
_TYPE: Final = re.compile(rb'"type"\s*:\s*"(\w{5,30})"')
_MESSAGE: Final = re.compile(
    rb'"(?:date_unixtime|text_entities)"\s*:|"(?:from|actor)_id"\s*:\s*"(?:user|channel|chat)\d'
    rb'|"from"\s*:\s*[^{}]{1,300}?"from_id"\s*:\s*\d'
)
"""What shows a message, where the chat is described below its messages."""
_FILES: Final = (
    "photo",
    "file",
    "contact_information",
    "location_information",
    "invoice_information",
)
_ALL: Final = frozenset({"chats", "left_chats"})
"""Where the export of an account has its chats, and those that its owner left."""


def begins(start: bytes) -> bool:
    """Return whether a file that begins like this is such an export."""
    kind = _TYPE.search(start)
    is_one = (kind is not None and kind[1] in _CHATS) or _MESSAGE.search(start) is not None
    return (is_one and b'"messages"' in start) or _is_of_all(start)


def _is_of_all(start: bytes) -> bool:
    """Return whether an account's export begins like this; what it is about is in its language."""
    if b'"about"' in start[:100] and (b"Telegram" in start or _OF_ACCOUNT.search(start)):
        return True
    chats, messages = _CHATS_OF_ALL.search(start), start.find(b'"messages"')
    is_known = _TYPE.search(start) or _MESSAGE.search(start)
    return chats is not None and 0 <= chats.start() < messages and is_known is not None


def posts_in(
    members: Members, names: Sequence[str], labels: Labels
) -> Iterator[Post | PostFormatError]:
    """Yield the messages of groups and channels; those between two people are never read."""
    for name in names:
        own = replace(labels, file=member_name(members.file, name))
        found = _messages(members, name, own)
        topics: dict[str, str] = {}
        try:
            for chat, message in with_chats(found, partial(_messages, members, name)):
                yield from apart(_of_message(message, chat, topics, own), own)
        except PostFormatError as error:
            yield error


def _messages(
    members: Members, name: str, labels: Labels | None = None
) -> Iterator[tuple[Record, Record]]:
    """Yield every message with what stands before it in its chat, and count what is no message."""
    if not _is_of_all(head(members, name, _HEAD)):
        return records_within(members, name, (), "messages", labels)

    def tell(beside: str, value: object) -> None:
        if labels is not None:
            count_beside(beside, value, labels)

    return records_among(members, name, _ALL, ("list",), "messages", tell=tell, labels=labels)


def _of_message(
    message: Record, chat: Chat, topics: dict[str, str], labels: Labels
) -> Iterator[Post | PostFormatError]:
    row = _row(message, chat, topics, labels)
    if row is not None:
        yield to_post(row, labels, None)


def _row(message: Record, chat: Chat, topics: dict[str, str], labels: Labels) -> Record | None:
    id_ = id_of(message.get("id"))
    if id_ and message.get("action") == "topic_created" and message.get("type") != "message":
        topics[f"{chat.key}/{id_}"] = name_in_json(message.get("title"))
    if kind := _left_out(message, chat, labels):
        labels.leave_out(kind)
        return None
    text = "\n\n".join(filter(None, (_text(message.get("text")).strip(), *_asked(message))))
    if not text or not id_:
        labels.leave_out("nameless" if text else "wordless")
        return None
    root = id_of(message.get("reply_to_message_id"))
    answered = f"{chat.key}/{root}"
    topic = topics.get(answered, "")
    is_answer = root not in {"", "0"} and not topic and "reply_to_peer_id" not in message
    # Who signs for a channel or a group has that one's account.
    # What a person lets a bot write in their name is the bot's.
    signed = name_in_json(message.get("via_bot")) or name_in_json(message.get("author"))
    account = "" if signed else text_of(message.get("from_id"))
    return {
        "scope": "telegram",
        "id": f"{chat.key}/{id_}",
        "source": chat.name or labels.source,
        "title": topic,
        "text": text,
        "author": signed or name_in_json(message.get("from")),
        "url": f"https://t.me/c/{chat.id}/{id_}" if chat.is_linked else None,
        "posted_at": _moment(message, labels),
        "parent_id": answered if is_answer else None,
        "author_id": f"telegram:{account}" if account else None,
    }


def _left_out(message: Record, chat: Chat, labels: Labels) -> LeftOut | None:
    """Return why a message is no post, whatever it says, and count what it holds beside words."""
    if message.get("type") != "message":
        return "notices"
    labels.note_unknown(message, KNOWN)
    if not chat.is_of_many:
        return "direct_messages"
    if message.get("via_bot") and not labels.with_apps:
        return "bot_messages"
    labels.leave_out("attachments", int(any(message.get(each) for each in _FILES)))
    # The name is null where the account is gone whose words are passed on.
    passed_on = message.get("forwarded_from_id") or message.get("saved_from")
    if passed_on or "forwarded_from" in message:
        return "forwards"
    labels.leave_out("quotes", sum(map(_is_quote, _parts(message.get("text")))))
    return None


def _text(value: object) -> str:
    """Return a text, which may be in parts: some marked as links, by their style, or as quotes."""
    parts = _parts(value)
    if any(map(_is_quote, parts)):
        own = "".join("\n\n" if _is_quote(each) else _part(each) for each in parts)
        return re.sub(r"\n{3,}", "\n\n", own)
    return "".join(map(_part, parts))


def _parts(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _is_quote(part: object) -> bool:
    return object_of(part).get("type") == "blockquote"


def _part(part: object) -> str:
    """Return a part of a text; a link with words of its own brings its address along."""
    text = text_of(object_of(part).get("text")) or text_of(part)
    address = text_of(object_of(part).get("href"))
    if object_of(part).get("type") != "text_link" or not address or address == text:
        return text
    # Blanks at the end of a link stand behind the address.
    words = text.rstrip()
    return f"{words} ({address}){text[len(words) :]}"


def _asked(message: Record) -> Iterator[str]:
    """Yield what somebody asks in a poll, and what they list to be done."""
    for field, heading, parts in (
        ("poll", "question", "answers"),
        ("todo_list", "title", "answers"),
    ):
        found = object_of(message.get(field))
        lines = [_choice(each, found) for each in objects_of(found.get(parts))]
        yield "\n".join(filter(None, (_text(found.get(heading)), *(f"- {each}" for each in lines))))


def _choice(answer: Record, poll: Record) -> str:
    """Return what can be chosen, with how many did so far: 0 of all where it is not known."""
    text, voters = _text(answer.get("text")), id_of(answer.get("voters"))
    is_told = voters and id_of(poll.get("total_voters")) not in {"", "0"}
    return f"{text}: {voters}" if is_told else text


def _moment(message: Record, labels: Labels) -> str:
    seconds = id_of(message.get("date_unixtime"))
    if re.fullmatch(r"\d{1,11}", seconds):
        return datetime.fromtimestamp(int(seconds), UTC).isoformat()
    return written_date(message.get("date", message.get("date_unixtime")), labels)
