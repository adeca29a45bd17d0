from __future__ import annotations

from typing import Any

import pytest

from adapters.slack.payloads import (
    parse_action,
    parse_message,
    parse_slash_command,
    parse_view_submission,
)


def said(**more: Any) -> dict[str, Any]:
    return {"type": "message", "channel": "C1", "user": "U1", "text": "hi", "ts": "17.1", **more}


def test_what_people_say_is_a_message() -> None:
    message = parse_message(said(thread_ts="16.1", channel_type="channel"), "T1")
    assert message is not None
    assert (message.channel, message.user, message.text) == ("C1", "U1", "hi")
    assert (message.root, message.is_direct, message.is_by_bot) == ("16.1", False, False)


@pytest.mark.parametrize(
    "subtype", ["channel_join", "channel_topic", "tombstone", "message_deleted"]
)
def test_a_notice_is_no_message(subtype: str) -> None:
    assert parse_message(said(subtype=subtype), "T1") is None


def test_a_thread_s_first_message_replies_to_nothing() -> None:
    message = parse_message(said(thread_ts="17.1", reply_count=2), "T1")
    assert message is not None
    assert (message.root, message.reply_count) == ("", 2)


@pytest.mark.parametrize(
    ("more", "is_direct"),
    [({"channel_type": "im"}, True), ({"channel": "D1"}, True), ({"channel_type": "mpim"}, False)],
)
def test_a_direct_message_is_known(more: dict[str, Any], is_direct: bool) -> None:
    message = parse_message(said(**more), "T1")
    assert message is not None
    assert message.is_direct is is_direct


@pytest.mark.parametrize("more", [{"bot_id": "B1"}, {"subtype": "bot_message"}])
def test_a_program_s_message_is_known(more: dict[str, Any]) -> None:
    message = parse_message(said(**more), "T1")
    assert message is not None
    assert message.is_by_bot


def test_only_its_author_keeps_a_message_out() -> None:
    for user, is_kept_out in (("U1", True), ("U2", False)):
        reactions = [{"name": "no_entry_sign", "users": [user], "count": 1}]
        message = parse_message(said(reactions=reactions), "T1")
        assert message is not None
        assert message.is_kept_out is is_kept_out


def test_a_press_on_a_private_message_knows_where_it_was() -> None:
    action = parse_action(
        {
            "user": {"id": "U1"},
            "container": {"channel_id": "C1", "message_ts": "17.1", "is_ephemeral": True},
            "actions": [{"action_id": "page:2", "value": "q1"}],
            "response_url": "https://x.example",
            "trigger_id": "t1",
        },
        "T1",
    )
    assert (action.channel, action.ts, action.is_ephemeral) == ("C1", "17.1", True)
    assert (action.action, action.value) == ("page:2", "q1")


def test_a_choice_in_a_menu_is_the_value_of_a_press() -> None:
    body = {"user": {"id": "U1"}, "actions": [{"selected_option": {"value": "two"}}]}
    assert parse_action(body, "T1").value == "two"


def test_a_command_is_read() -> None:
    command = parse_slash_command(
        {"command": "/ask", "user_id": "U1", "channel_id": "D1", "text": " when? "}, "T1"
    )
    assert (command.command, command.text, command.is_direct) == ("/ask", "when?", True)


def test_a_form_s_fields_are_read_whatever_their_kind() -> None:
    fields = {
        "question": {"question": {"value": " when? "}},
        "kind": {"kind": {"selected_option": {"value": "post"}}},
        "since": {"since": {"selected_date": "2024-09-26"}},
        "until": {"until": {"selected_date": None}},
        "file": {"file": {"files": [{"id": "F1", "name": "notes.txt"}]}},
    }
    body = {"user": {"id": "U1"}, "view": {"id": "V1", "state": {"values": fields}}}
    submission = parse_view_submission(body, "T1")
    assert submission.values["question"] == "when?"
    assert (submission.values["kind"], submission.values["since"]) == ("post", "2024-09-26")
    assert submission.values["until"] == ""
    assert [each.id for each in submission.files] == ["F1"]


@pytest.mark.parametrize(
    "more",
    [
        {"files": ["F1", {"id": ["F2"]}, {"id": "F3", "mode": ["email"]}]},
        {"files": {"id": "F1"}}, {"metadata": "us"}, {"metadata": {"event_payload": [1]}},
        {"reply_count": "many", "latest_reply": 5}, {"channel_type": ["im"], "thread_ts": None},
        {"user": "USLACKBOT", "files": [{"id": "F1", "filetype": {"a": 1}}]}, {"text": {"a": 1}},
    ],
)  # fmt: skip
def test_what_is_odd_in_a_message_costs_that_and_not_the_message(more: dict[str, Any]) -> None:
    message = parse_message(said(**more), "T1")
    assert message is not None
    assert (message.channel, message.ts) == ("C1", "17.1")


def test_what_lacks_everything_is_of_nobody() -> None:
    for parse in (parse_action, parse_slash_command, parse_view_submission):
        for body in ({}, {"user": [], "actions": {}, "view": 5, "user_id": None, "message": "x"}):
            assert parse(body, "T1").user == ""


def test_several_choices_stand_side_by_side_and_what_is_no_text_is_left_out() -> None:
    fields = {
        "channels": {"a": {"selected_conversations": ["C1", 5, "C2"]}},
        "when": {"a": {"selected_date": "2024-01-02", "value": "no"}},
        "which": {"a": {"selected_options": [{"value": "x"}, None, {"value": "y"}]}},
        "none": {"a": {"value": None}},
    }
    body = {"user": {"id": "U1"}, "view": {"state": {"values": fields}}}
    assert parse_view_submission(body, "T1").values == {
        "channels": "C1 C2", "when": "2024-01-02", "which": "x y", "none": "",
    }  # fmt: skip
