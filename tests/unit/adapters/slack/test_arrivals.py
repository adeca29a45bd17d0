from __future__ import annotations

from typing import Any

import pytest

from adapters.slack.arrivals import form_of, message_of, press_of, typed_of


def said(**more: Any) -> dict[str, Any]:
    return {"type": "message", "channel": "C1", "user": "U1", "text": "hi", "ts": "17.1", **more}


def test_what_people_say_is_a_message() -> None:
    message = message_of(said(thread_ts="16.1", channel_type="channel"), "T1")
    assert message is not None
    assert (message.channel, message.user, message.text) == ("C1", "U1", "hi")
    assert (message.root, message.is_direct, message.is_by_bot) == ("16.1", False, False)


@pytest.mark.parametrize(
    "subtype", ["channel_join", "channel_topic", "tombstone", "message_deleted"]
)
def test_a_notice_is_no_message(subtype: str) -> None:
    assert message_of(said(subtype=subtype), "T1") is None


def test_a_thread_s_first_message_replies_to_nothing() -> None:
    message = message_of(said(thread_ts="17.1", reply_count=2), "T1")
    assert message is not None
    assert (message.root, message.reply_count) == ("", 2)


@pytest.mark.parametrize(
    ("more", "is_direct"),
    [({"channel_type": "im"}, True), ({"channel": "D1"}, True), ({"channel_type": "mpim"}, False)],
)
def test_a_direct_message_is_known(more: dict[str, Any], is_direct: bool) -> None:
    message = message_of(said(**more), "T1")
    assert message is not None
    assert message.is_direct is is_direct


@pytest.mark.parametrize("more", [{"bot_id": "B1"}, {"subtype": "bot_message"}])
def test_a_program_s_message_is_known(more: dict[str, Any]) -> None:
    message = message_of(said(**more), "T1")
    assert message is not None
    assert message.is_by_bot


def test_only_its_author_keeps_a_message_out() -> None:
    for user, is_kept_out in (("U1", True), ("U2", False)):
        reactions = [{"name": "no_entry_sign", "users": [user], "count": 1}]
        message = message_of(said(reactions=reactions), "T1")
        assert message is not None
        assert message.is_kept_out is is_kept_out


def test_a_press_on_a_private_message_knows_where_it_was() -> None:
    press = press_of(
        {
            "user": {"id": "U1"},
            "container": {"channel_id": "C1", "message_ts": "17.1", "is_ephemeral": True},
            "actions": [{"action_id": "page:2", "value": "q1"}],
            "response_url": "https://x.example",
            "trigger_id": "t1",
        },
        "T1",
    )
    assert (press.channel, press.ts, press.is_ephemeral) == ("C1", "17.1", True)
    assert (press.action, press.value) == ("page:2", "q1")


def test_a_choice_in_a_menu_is_the_value_of_a_press() -> None:
    body = {"user": {"id": "U1"}, "actions": [{"selected_option": {"value": "two"}}]}
    assert press_of(body, "T1").value == "two"


def test_a_command_is_read() -> None:
    typed = typed_of(
        {"command": "/ask", "user_id": "U1", "channel_id": "D1", "text": " when? "}, "T1"
    )
    assert (typed.command, typed.text, typed.is_direct) == ("/ask", "when?", True)


def test_a_form_s_fields_are_read_whatever_their_kind() -> None:
    fields = {
        "question": {"question": {"value": " when? "}},
        "kind": {"kind": {"selected_option": {"value": "post"}}},
        "since": {"since": {"selected_date": "2024-09-26"}},
        "until": {"until": {"selected_date": None}},
        "file": {"file": {"files": [{"id": "F1", "name": "notes.txt"}]}},
    }
    body = {"user": {"id": "U1"}, "view": {"id": "V1", "state": {"values": fields}}}
    sent = form_of(body, "T1")
    assert sent.values["question"] == "when?"
    assert (sent.values["kind"], sent.values["since"]) == ("post", "2024-09-26")
    assert sent.values["until"] == ""
    assert [each.id for each in sent.files] == ["F1"]
