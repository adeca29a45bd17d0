"""The exports of other messengers, with every field filled."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.fakes.archives import as_json
from tests.fakes.filled import word

if TYPE_CHECKING:
    from collections.abc import Mapping


def telegram() -> Mapping[str, bytes]:
    """Return a chat of Telegram's."""
    asked = {
        "question": word("poll.question"), "closed": False, "total_voters": 3,
        "answers": [{"text": word("poll.answers.text"), "voters": 3, "chosen": False}],
    }  # fmt: skip
    listed = {
        "title": word("todo_list.title"),
        "answers": [{"text": word("todo_list.answers.text")}],
    }
    names = ("file_name", "title", "performer", "place_name", "address", "invoice_information")
    message = {
        "id": 1, "type": "message", "date": "2026-02-02T09:00:01", "date_unixtime": "1770019201",
        "from": word("from"), "from_id": "user81", "poll": asked, "todo_list": listed,
        "text": ["a ", {"type": "bold", "text": word("text")},
                          {"type": "blockquote", "text": word("text.blockquote")}],
        "file": "files/a.ogg",
        "contact_information": {"first_name": word("contact_information")},
        "location_information": {"latitude": word("location_information")},
        **{each: word(each) for each in names},
    }  # fmt: skip
    signed = {**message, "id": 2, "author": word("author")}
    passed_on = {
        "id": 3, "type": "message", "date": "2026-02-02T09:00:01", "text": word("forwarded_from"),
        "from": "a", "from_id": "user82", "forwarded_from": word("forwarded_from"),
    }  # fmt: skip
    saved = {
        "id": 4, "type": "message", "date": "2026-02-02T09:00:02", "text": word("saved_from"),
        "from": "a", "from_id": "user82", "saved_from": word("saved_from"),
    }  # fmt: skip
    chat = {"name": "Boats", "type": "private_group", "id": 1,
            "messages": [message, signed, passed_on, saved]}  # fmt: skip
    return {"result.json": as_json(chat)}


def telegram_page() -> Mapping[str, bytes]:
    """Return a page of a chat of Telegram's."""
    date = '<div class="date details" title="02.02.2026 08:00:00 UTC+01:00">08:00</div>'

    def said(inner: str, kind: str = "default", id_: int = 1) -> str:
        return (
            f'<div class="message {kind}" id="message{id_}"><div class="body">{inner}</div></div>'
        )

    quote = f"<blockquote>{word('text.blockquote')}</blockquote>"
    named = f'<div class="from_name">{word("from_name")}</div>'
    signature = f'<div class="signature details">{word("signature")}</div>'
    others = "".join(
        f'<div class="{each}"><div>{word(each)}</div></div>'
        for each in ("media_wrap", "media_wrap media_poll", "forwarded")
    )
    history = "".join(
        [
            said(word("service"), "service"),
            said(f'{date}{named}<div class="text">{word("text")}{quote}</div>{others}'),
            said(f'<div class="text">Signed.</div>{signature}', "default joined", 2),
        ]
    )
    page = (
        f'<div class="page_wrap"><div class="page_header">Boats</div>'
        f'<div class="history">{history}</div></div>'
    )
    return {"messages.html": f"<!DOCTYPE html><html><body>{page}</body></html>".encode()}


def telegram_account() -> Mapping[str, bytes]:
    """Return the export of an account of Telegram's."""
    stories = [{"id": 1, each: word(f"stories.{each}")} for each in ("caption", "text")]
    account = {
        "about": "Here is your data.", "contacts": {"about": "", "list": []},
        "personal_information": {"user_id": 81, "bio": word("personal_information.bio")},
        "chats": {"about": "", "list": [
            {"name": "Boats", "type": "private_group", "id": 1, "messages": []}]},
        "stories": stories, "sessions": {"about": "", "list": []},
    }  # fmt: skip
    return {"result.json": as_json(account)}


def matrix() -> Mapping[str, bytes]:
    """Return a room of Matrix's."""

    def event(id_: str, **content: object) -> dict[str, object]:
        return {
            "type": "m.room.message", "event_id": id_, "sender": "@ada:example.org",
            "origin_server_ts": 1770019200000, "room_id": "!a:example.org", "unsigned": {},
            "content": {"msgtype": "m.text", **content},
        }  # fmt: skip

    named = {
        **event("$0"), "type": "m.room.member", "state_key": "@ada:example.org",
        "content": {"membership": "join", "displayname": word("content.displayname")},
    }  # fmt: skip
    replaces = {"rel_type": "m.replace", "event_id": "$2"}
    events = [
        named,
        event("$1", body=word("content.body")),
        event("$2", body="The first version."),
        event("$3", body="* x", **{"m.new_content": {"body": word("content.m.new_content.body")},
                                   "m.relates_to": replaces}),
        event("$4", body="a.png", msgtype="m.image", filename=word("content.filename")),
        {**event("$5"), "type": "m.poll.start", "content": {"m.poll": {
            "question": {"m.text": [{"body": word("content.m.poll.question.m.text")}]},
            "answers": [{"m.id": "a", "m.text": word("content.m.poll.answers.m.text")}]}}},
    ]  # fmt: skip
    events[4]["content"]["body"] = word("content.filename")  # type: ignore[index]
    return {"export.json": as_json({"room_name": "Boats", "messages": events})}


def mattermost() -> Mapping[str, bytes]:
    """Return an export of Mattermost's."""
    within = "props.attachments"
    names = ("pretext", "author_name", "title", "text", "footer")
    attached: dict[str, object] = {each: word(f"{within}.{each}") for each in names}
    attached["fields"] = [{each: word(f"{within}.fields.{each}") for each in ("title", "value")}]
    posts = [
        {"user": word("user"), "message": word("message"), "create_at": 1770019200000,
         "attachments": [{"path": f"a/{word('attachments.path')}.png"}],
         "props": {"attachments": [{"text": "Of an app."}], "card": word("props.card")}},
        {"user": "hook", "message": "From a bridge.", "create_at": 1770019200001,
         "props": {"from_webhook": "true", "override_username": word("props.override_username"),
                   "attachments": [attached, {"fallback": word(f"{within}.fallback")}]}},
    ]  # fmt: skip
    lines: list[dict[str, object]] = [{"type": "version", "version": 1}]
    lines += [{"type": "post", "post": {"team": "t", "channel": "c", **each}} for each in posts]
    return {"import.jsonl": "\n".join(map(json.dumps, lines)).encode()}


def zulip() -> Mapping[str, bytes]:
    """Return an export of Zulip's."""
    realm = {
        "zerver_userprofile": [{"id": 1, "full_name": "Ada"}],
        "zerver_stream": [{"id": 7, "name": "keel"}],
        "zerver_recipient": [{"id": 70, "type": 2, "type_id": 7}],
    }
    said = {
        "id": 1, "sender": 1, "recipient": 70, "realm": 2, "subject": word("subject"),
        "content": "*x*", "rendered_content": f"<p>{word('rendered_content')}</p>"
        f"<blockquote>{word('rendered_content.blockquote')}</blockquote>"
        f'<div class="message_embed">{word("rendered_content.preview")}</div>',
        "date_sent": 1770019200.5, "has_attachment": True, "has_image": False, "has_link": False,
        "edit_history": json.dumps([{"prev_content": word("edit_history"), "user_id": 1}]),
    }  # fmt: skip
    plain = {**said, "id": 2, "content": word("content"), "rendered_content": None}
    return {
        "realm.json": as_json(realm),
        "messages-000001.json": as_json({"zerver_message": [said, plain]}),
    }


def whatsapp() -> Mapping[str, bytes]:
    """Return a conversation of WhatsApp's."""
    lines = [
        f"31/01/2026, 08:00 - {word('name')}: {word('message')}",
        f"31/01/2026, 08:01 - Per: {word('file')}.jpg (file attached)",
        "31/01/2026, 08:02 - Per: This message was deleted",
    ]
    return {"WhatsApp Chat with Boats.txt": "\n".join(lines).encode()}


def slackdump() -> Mapping[str, bytes]:
    """Return a channel with a thread, and the list of its people."""

    def said(user: str, ts: str) -> dict[str, object]:
        return {"type": "message", "user": user, "text": word("text"), "ts": ts, "thread_ts": "1.1"}

    root = {**said("U1", "1.1"), "slackdump_thread_replies": [said("U2", "2.1")]}
    dump = {"channel_id": "C0KEEL", "name": "keel", "messages": [root]}
    people = [{"id": "U1", "name": "ilse", "profile": {"display_name": "Ilse"}}]
    return {"C0KEEL.json": as_json(dump), "users-T0YARD.json": as_json(people)}
