from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import pytest

from index.posts import Post
from tests.fakes.archives import as_json

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

ROOM = "!yard:example.org"


def event(
    id_: str, type_: str = "m.room.message", sender: str = "@ilse:example.org", **content: Any
) -> dict[str, Any]:
    return {
        "type": type_, "sender": sender, "content": content, "event_id": id_, "room_id": ROOM,
        "origin_server_ts": 1770019200000 + len(id_),
    }  # fmt: skip


def said(body: str, **fields: Any) -> dict[str, Any]:
    return {"msgtype": "m.text", "body": body, **fields}


def to(event_id: str) -> dict[str, Any]:
    return {"m.relates_to": {"m.in_reply_to": {"event_id": event_id}}}


EVENTS = [
    {**event("$m", "m.room.member", displayname="Ilse K.", membership="join"),
     "state_key": "@ilse:example.org"},
    event("$1", **said("The keel is ok.")),
    event("$2", sender="@per:example.org",
          **said("> <@ilse:example.org> The keel\n\nElm.", **to("$1"))),
    event("$33", **said("* The keel is oak.", **{
        "m.new_content": said("The keel is oak."),
        "m.relates_to": {"rel_type": "m.replace", "event_id": "$1"}})),
    event("$4", **said("Aye.", **{"m.relates_to": {
        "rel_type": "m.thread", "event_id": "$1", "m.in_reply_to": {"event_id": "$2"}}})),
    event("$5", msgtype="m.image", body="grain.png", url="mxc://a/b"),
    event("$6", msgtype="m.image", body="See the grain.", filename="grain.png", url="mxc://a/b"),
    event("$7", msgtype="m.notice", body="Beep."),
    {**event("$8"), "unsigned": {"redacted_because": {}}},
    event("$9", "m.room.encrypted", algorithm="m.megolm"),
    event("$a", "m.reaction"),
    event("$b", "org.matrix.msc3381.poll.start"),
    event("$c", "com.example.hologram"),
]  # fmt: skip
EXPORT: dict[str, Any] = {
    "room_name": "Boat talk", "room_creator": "@ilse:example.org", "topic": "Keels",
    "export_date": "2/3/2026", "exported_by": "Per", "messages": EVENTS,
}  # fmt: skip


def test_a_message_is_a_post_as_it_was_last_edited(read_file: ReadFile) -> None:
    found = read_file(as_json(EXPORT), "export.json")

    assert found.errors == []
    assert found.posts[0] == Post(
        id=f"matrix:{ROOM}/$1",
        source="Boat talk",
        text="The keel is oak.",
        author="Ilse K.",
        url=f"https://matrix.to/#/{ROOM}/$1",
        posted_at=datetime.fromtimestamp(1770019200.002, UTC),
        author_id="matrix:@ilse:example.org",
    )
    assert [(post.author, post.text, post.parent_id) for post in found.posts[1:]] == [
        ("per", "Elm.", f"matrix:{ROOM}/$1"),
        ("Ilse K.", "Aye.", f"matrix:{ROOM}/$1"),
        ("Ilse K.", "See the grain.", None),
    ]


def test_what_is_no_message_is_counted(read_file: ReadFile) -> None:
    assert read_file(as_json(EXPORT), "export.json").left_out == {
        "notices": 1, "old_versions": 1, "attachments": 2, "bot_messages": 1,
        "deleted_messages": 2, "unreadable_messages": 1,
        "unknown_fields:Element Web 1.9 to 1.11, JSON: 'com.example.hologram'": 1,
    }  # fmt: skip


def test_words_that_another_account_puts_in_the_place_of_a_message_are_not_its_sender_s(
    read_file: ReadFile,
) -> None:
    replaces = {"rel_type": "m.replace", "event_id": "$1"}
    edit = said("* I lie.", **{"m.new_content": said("I lie."), "m.relates_to": replaces})
    events = [event("$1", **said("The keel is oak.")), event("$22", sender="@per:b", **edit)]
    found = read_file(as_json({**EXPORT, "messages": events}), "export.json")
    assert found.only.text == "The keel is oak."
    assert found.left_out == {"old_versions": 1}


OLD: Final = "org.matrix.msc3381.poll"


def asked(kind: str, *, is_old: bool) -> dict[str, Any]:
    name = "org.matrix.msc1767.text" if is_old else "m.text"
    answers = [{"id" if is_old else "m.id": each, name: each.title()} for each in ("oak", "elm")]
    poll = {"question": {name: "Which wood?"}, "kind": kind, "answers": answers}
    return {f"{OLD}.start" if is_old else "m.poll": poll, name: "Which wood?\n1. Oak\n2. Elm"}


def chosen(answer: str, *, is_old: bool) -> dict[str, Any]:
    to_poll = {"m.relates_to": {"rel_type": "m.reference", "event_id": "$p"}}
    choice = {f"{OLD}.response": {"answers": [answer]}} if is_old else {"m.selections": [answer]}
    return to_poll | choice


@pytest.mark.parametrize("is_old", [True, False], ids=["before it was agreed", "as agreed"])
def test_a_poll_is_what_is_asked_with_the_last_choice_of_each_before_it_ended(
    read_file: ReadFile, *, is_old: bool
) -> None:
    prefix = OLD if is_old else "m.poll"
    votes = [("$22", "@a:b", "elm"), ("$333", "@a:b", "oak"), ("$4444", "@b:b", "oak")]
    late = event("$666666", f"{prefix}.response", "@c:b", **chosen("elm", is_old=is_old))
    end = event("$55555", f"{prefix}.end", **chosen("oak", is_old=is_old))
    events = [
        event("$p", f"{prefix}.start", **asked("m.disclosed", is_old=is_old)),
        *(event(at, f"{prefix}.response", who, **chosen(answer, is_old=is_old))
          for at, who, answer in votes),
        end, late,
    ]  # fmt: skip
    found = read_file(as_json({**EXPORT, "messages": events}), "export.json")
    assert found.only.text == "Which wood?\n- Oak: 2\n- Elm: 0"
    assert found.left_out == {}


def test_who_chose_what_is_not_told_of_a_poll_that_hides_it_until_it_ends(
    read_file: ReadFile,
) -> None:
    start = event("$p", f"{OLD}.start", **asked(f"{OLD}.undisclosed", is_old=True))
    vote = event("$22", f"{OLD}.response", **chosen("elm", is_old=True))
    found = read_file(as_json({**EXPORT, "messages": [start, vote]}), "export.json")
    assert found.only.text == "Which wood?\n- Oak\n- Elm"


@pytest.mark.parametrize(
    ("body", "html", "text"),
    [
        ("Oak rots.\n\nNot mine.", "<blockquote>Oak rots.</blockquote><p>Not mine.</p>",
         "> Oak rots.\n\nNot mine."),
        ("> Oak rots.\n\nNot mine.", "<blockquote><p>Oak rots.</p></blockquote><p>Not mine.</p>",
         "> Oak rots.\n\nNot mine."),
        ("Not mine.", "<mx-reply><blockquote>Not mine.</blockquote></mx-reply>Not mine.",
         "Not mine."),
        ("Oak **rots**.", "Oak <b>rots</b>.", "Oak **rots**."),
    ],
)  # fmt: skip
def test_what_a_message_shows_as_a_quote_is_marked(
    body: str, html: str, text: str, read_file: ReadFile
) -> None:
    formatted = {"format": "org.matrix.custom.html", "formatted_body": html}
    events = [event("$1", **said(body, **formatted))]
    found = read_file(as_json({**EXPORT, "messages": events}), "export.json")

    assert found.only.text == text
