from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from adapters.sources.messengers.telegram_chats import OF_MANY
from index.posts import Post
from tests.fakes.archives import as_json

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadFile, ReadPaths


def message(id_: int, text: Any, **fields: Any) -> dict[str, Any]:
    return {
        "id": id_, "type": "message", "date": f"2026-02-02T09:00:{id_:02}",
        "date_unixtime": str(1770019200 + id_), "from": "Ilse", "from_id": "user81", "text": text,
        **fields,
    }  # fmt: skip


MESSAGES = [
    {"id": 1, "type": "service", "date": "2026-02-02T09:00:01", "action": "topic_created",
     "title": "Keel", "actor": "Ilse", "actor_id": "user81"},
    message(2, ["The keel is ", {"type": "bold", "text": "oak"}, "."], reply_to_message_id=1,
            edited="2026-02-02T10:00:00", reactions=[{"emoji": "👍", "count": 2}]),
    message(3, "Elm, I think.", **{"from": "Per", "from_id": "user82"}, reply_to_message_id=2),
    message(4, "They say elm.", forwarded_from="Somebody"),
    message(9, "So does who left.", forwarded_from=None),
    message(19, "They say yew.", saved_from="Somebody else"),
    message(5, "", photo="photos/1.jpg", width=1, height=1),
    message(6, "See the grain.", file="(File not included.)", file_name="grain.pdf"),
    message(7, "", poll={"question": "Oak or elm?", "closed": False, "total_voters": 3,
                         "answers": [{"text": "Oak", "voters": 2}, {"text": "Elm", "voters": 1}]}),
    message(8, "New.", hologram="x"),
]  # fmt: skip
CHAT: dict[str, Any] = {
    "name": "Boat talk", "type": "public_supergroup", "id": 1234567890, "messages": MESSAGES,
}  # fmt: skip
LEFT_OUT = {
    "notices": 1, "forwards": 3, "attachments": 2, "wordless": 1,
    "unknown_fields:Telegram Desktop 1.5 to 5.10, JSON: 'hologram'": 1,
}  # fmt: skip


def test_a_message_of_a_group_is_a_post_with_all_that_the_export_tells(read_file: ReadFile) -> None:
    found = read_file(as_json(CHAT), "result.json")

    assert found.errors == []
    assert found.posts[0] == Post(
        id="telegram:1234567890/2",
        source="Boat talk",
        title="Keel",
        text="The keel is oak.",
        author="Ilse",
        url="https://t.me/c/1234567890/2",
        posted_at=datetime.fromtimestamp(1770019202, UTC),
        author_id="telegram:user81",
    )
    assert [(post.author, post.text, post.parent_id) for post in found.posts[1:]] == [
        ("Per", "Elm, I think.", "telegram:1234567890/2"),
        ("Ilse", "See the grain.", None),
        ("Ilse", "Oak or elm?\n- Oak: 2\n- Elm: 1", None),
        ("Ilse", "New.", None),
    ]
    assert found.left_out == LEFT_OUT


def test_of_an_account_the_groups_are_read_and_never_what_two_wrote_to_each_other(
    read_file: ReadFile,
) -> None:
    private = {"name": "Per", "type": "personal_chat", "id": 5, "messages": [message(1, "Psst.")]}
    saved = {"type": "saved_messages", "id": 6, "messages": [message(1, "Note.")]}
    account = {
        "about": "Here is the data you requested. Remember: Telegram is ad free.",
        "personal_information": {"user_id": 81, "first_name": "Ilse"},
        "contacts": {"about": "", "list": [{"first_name": "Per"}]},
        "chats": {"about": "This page lists all chats.", "list": [private, CHAT, saved]},
        "left_chats": {"about": "", "list": [{**CHAT, "id": 9, "messages": [message(1, "Bye.")]}]},
    }
    found = read_file(as_json(account), "result.json")

    assert found.errors == []
    assert [post.id for post in found.posts] == [
        *(f"telegram:1234567890/{id_}" for id_ in (2, 3, 6, 7, 8)),
        "telegram:9/1",
    ]
    assert found.left_out == {**LEFT_OUT, "direct_messages": 2}


@pytest.mark.parametrize("is_listed", [True, False])
def test_what_an_account_holds_beside_its_chats_is_counted(
    is_listed: bool, read_file: ReadFile
) -> None:
    stories = [{"id": 1, "caption": "Launched.", "mood": "x"}, {"id": 2, "text": ["Back."]}, {}]
    account: dict[str, Any] = {
        "about": "Here is your data. Telegram.",
        "personal_information": {"user_id": 81, "bio": "I build boats."},
        "chats": {"about": "", "list": [CHAT]},
        "stories": {"about": "", "list": stories} if is_listed else stories,
        "notes": ["Mine."], "contacts": {"list": []},
    }  # fmt: skip
    found = read_file(as_json(account), "result.json")
    told = "unknown_fields:Telegram Desktop 1.5 to 5.10, JSON of an account: "

    assert len(found.posts) == 5
    assert found.left_out == LEFT_OUT | {
        "profile_texts": 1, "other_records": 2, f"{told}'notes'": 1, f"{told}'stories.mood'": 1,
    }  # fmt: skip


@pytest.mark.parametrize("about", [{"about": "Hier sind deine Daten."}, {}])
def test_an_account_is_known_by_what_it_holds_in_any_language(
    about: dict[str, str], read_file: ReadFile
) -> None:
    owner = {"personal_information": {"user_id": 81, "first_name": "Ilse"}}
    found = read_file(as_json({**about, **owner, "chats": {"list": [CHAT]}}), "result.json")

    assert found.errors == []
    assert len(found.posts) == 5


def test_the_address_that_words_lead_to_is_read(read_file: ReadFile) -> None:
    link = {"type": "text_link", "text": "the plan ", "href": "https://example.org/keel"}
    plain = {"type": "link", "text": "https://example.org"}
    found = read_file(
        as_json({**CHAT, "messages": [message(1, ["See ", link, "of ", plain])]}), "r.json"
    )

    assert found.only.text == "See the plan (https://example.org/keel) of https://example.org"


def test_what_is_marked_as_a_quote_is_left_out_and_counted(read_file: ReadFile) -> None:
    quote = {"type": "blockquote", "text": "The keel is elm."}
    said = [message(1, ["Hm:\n", quote, "\nNo, oak.", quote]), message(2, [quote])]
    found = read_file(as_json({**CHAT, "messages": said}), "r.json")

    assert found.only.text == "Hm:\n\nNo, oak."
    assert found.left_out == {"quotes": 3, "wordless": 1}


def test_who_signs_for_a_channel_has_not_its_account(read_file: ReadFile) -> None:
    signed = message(1, "Oak.", author="Per", **{"from": "Keel talk", "from_id": "channel9"})
    found = read_file(as_json({**CHAT, "messages": [signed]}), "r.json")

    assert (found.only.author, found.only.author_id) == ("Per", None)


def test_an_export_that_breaks_off_gives_what_came_before(read_file: ReadFile) -> None:
    found = read_file(as_json(CHAT)[:900], "result.json")

    assert found.posts
    assert "what came before is kept" in found.error.problem


KINDS: list[Any] = [
    "personal_chat", "bot_chat", "saved_messages", "verification_codes", "replies", "x", "", None,
    5, [], "private_groups", "Private_Group", ...,
]  # fmt: skip


@pytest.mark.parametrize("is_account", [True, False])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("order", [list, sorted, reversed])
def test_a_chat_is_read_only_where_it_is_surely_of_many(
    order: Any, kind: Any, is_account: bool, read_file: ReadFile
) -> None:
    said = [as_ordered(message(id_, "Psst.", text_entities=[]), order) for id_ in (1, 2)]
    chat = {"name": "Per", "type": kind, "id": 5, "messages": said}
    if kind is ...:
        del chat["type"]
    found = read_file(as_json(exported(as_ordered(chat, order), is_account)), "result.json")

    assert (found.posts, found.errors) == ([], [])
    assert found.left_out == {"direct_messages": 2}


@pytest.mark.parametrize("is_account", [True, False])
@pytest.mark.parametrize("kind", sorted(OF_MANY))
@pytest.mark.parametrize("order", [list, sorted, reversed])
def test_a_group_is_read_in_whatever_order_it_is_described(
    order: Any, kind: str, is_account: bool, read_file: ReadFile
) -> None:
    said = [as_ordered(message(id_, "Oak.", text_entities=[]), order) for id_ in (1, 2)]
    chat = as_ordered({"name": "Keel", "type": kind, "id": 7, "messages": said}, order)
    found = read_file(as_json(exported(chat, is_account)), "result.json")

    assert found.errors == []
    assert [(post.id, post.source) for post in found.posts] == [
        ("telegram:7/1", "Keel"), ("telegram:7/2", "Keel"),
    ]  # fmt: skip
    assert found.left_out == {}


def test_an_old_message_whose_chat_is_described_below_it_is_of_few(read_file: ReadFile) -> None:
    old = {"date": "2019-02-02T09:00:01", "from": "Per", "from_id": 82, "id": 1, "text": "Psst."}
    chat = {"id": 5, "messages": [{**old, "type": "message"}], "type": "personal_chat"}
    found = read_file(as_json(chat), "result.json")

    assert (found.posts, found.errors) == ([], [])
    assert found.left_out == {"direct_messages": 1}


def test_what_stands_beside_chats_that_are_described_late_is_counted_once(
    read_file: ReadFile,
) -> None:
    chat = as_ordered({**CHAT, "messages": [message(1, "Oak.")]}, sorted)
    account = {"about": "Telegram", "chats": {"list": [chat]}, "notes": ["Mine."]}
    found = read_file(as_json(account), "result.json")

    assert found.only.source == "Boat talk"
    told = "unknown_fields:Telegram Desktop 1.5 to 5.10, JSON of an account: "
    assert found.left_out == {f"{told}'notes'": 1}


def test_chats_without_ids_are_told_apart_by_their_names(read_file: ReadFile) -> None:
    said = [message(1, "Oak.")]
    chats = [{**CHAT, "id": None, "name": name, "messages": said} for name in ("Keel", "Mast")]
    found = read_file(as_json({"about": "Telegram", "chats": {"list": chats}}), "result.json")

    assert found.errors == []
    assert len({post.id for post in found.posts}) == 2
    assert {post.url for post in found.posts} == {None}


def test_a_topic_without_an_id_titles_nothing(read_file: ReadFile) -> None:
    topic = {"type": "service", "action": "topic_created", "title": "Keel"}
    found = read_file(as_json({**CHAT, "messages": [topic, message(1, "Oak.")]}), "result.json")

    assert found.only.title == ""


def as_ordered(record: dict[str, Any], order: Any) -> dict[str, Any]:
    return {name: record[name] for name in order(list(record))}


def exported(chat: dict[str, Any], is_account: bool) -> dict[str, Any]:
    return {"about": "Telegram", "chats": {"about": "", "list": [chat]}} if is_account else chat


def test_what_a_bot_wrote_for_a_person_is_the_bots(tmp_path: Path, read_paths: ReadPaths) -> None:
    said = [message(1, "Oak.", via_bot="@woods"), message(2, "Elm.", via_bot="")]
    path = tmp_path / "result.json"
    path.write_bytes(as_json({**CHAT, "messages": said}))
    found = read_paths(path)
    of_bots = read_paths(path, with_apps=True).posts[0]

    assert (found.only.text, found.left_out) == ("Elm.", {"bot_messages": 1})
    assert (of_bots.author, of_bots.author_id) == ("@woods", None)
