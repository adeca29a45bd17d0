"""Whose words those of a file are: its owner's, whoever shares it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

import pytest

from adapters.markup.others_words import Enclosure
from adapters.markup.slack_files import kept_apart
from adapters.markup.slack_message import said_by, shown

PEOPLE: Final = {"U1": "Ada", "U2": "Ben", "U3": "Cy"}
SNIPPET: Final = {
    "id": "F1", "name": "a.txt", "title": "The heap", "alt_txt": "Straw", "mode": "snippet",
    "user": "U2", "user_team": "T2", "created": 86_400, "permalink": "https://a.example/F1",
    "preview": "Turn it twice.", "initial_comment": {"user": "U2", "comment": "My plan."},
}  # fmt: skip
BENS: Final = Enclosure(
    "forwarded",
    "My plan.\n\nThe heap\n\nStraw\n\nTurn it twice.",
    author="Ben",
    url="https://a.example/F1",
    author_id="slack:T2/U2",
    posted_at=datetime(1970, 1, 2, tzinfo=UTC),
)


def test_the_words_of_another_s_file_are_passed_on_under_the_name_of_its_owner() -> None:
    said = said_by({"user": "U1", "text": "Look.", "files": [SNIPPET]})
    found = shown(said, PEOPLE, {})
    assert (found.own, found.enclosures) == (("Look.",), (BENS,))
    assert "<@U2>" in said.texts  # so that the name is looked up


def test_an_owner_who_is_in_no_list_is_nobody_and_no_account_without_a_workspace() -> None:
    file = {key: value for key, value in SNIPPET.items() if key != "user_team"}
    for team, account in (("", ""), ("T1", "slack:T1/U2")):
        (found,) = shown(said_by({"user": "U1", "files": [file]}, team=team), {}, {}).enclosures
        assert (found.author, found.author_id) == ("", account)


def test_a_third_account_s_comment_is_its_own() -> None:
    file = SNIPPET | {"initial_comment": {"user": "U3", "comment": "Nice."}}
    found = shown(said_by({"user": "U1", "files": [file]}), PEOPLE, {})
    assert [(each.author, each.text) for each in found.enclosures] == [
        ("Cy", "Nice."), ("Ben", "The heap\n\nStraw\n\nTurn it twice."),
    ]  # fmt: skip
    own = SNIPPET | {"user": "U1", "initial_comment": {"user": "U3", "comment": "Nice."}}
    mixed = shown(said_by({"user": "U1", "files": [own]}), PEOPLE, {})
    assert mixed.own == ("The heap", "Straw", "Turn it twice.")
    assert [each.author for each in mixed.enclosures] == ["Cy"]


@pytest.mark.parametrize("user", ["U1", ""])
def test_a_file_of_the_sender_s_or_of_nobody_s_is_theirs(user: str) -> None:
    file = SNIPPET | {"user": user, "initial_comment": {"comment": "My plan."}}
    found = said_by({"user": "U1", "files": [file]})
    assert (found.own, found.enclosures) == (
        ("My plan.", "The heap", "Straw", "Turn it twice."),
        (),
    )


@pytest.mark.parametrize("subtype", ["file_share", "file_mention"])
def test_of_a_notice_on_another_s_file_nothing_is_its_sender_s(subtype: str) -> None:
    text = "<@U1> mentioned a file: <https://a.example/F1|The heap>"
    message = {"subtype": subtype, "user": "U1", "text": text, "file": SNIPPET}
    found = shown(said_by(message), PEOPLE, {})
    assert (found.own, found.enclosures) == ((), (BENS,))


def test_words_beside_a_file_that_is_mentioned_are_its_sender_s() -> None:
    message = {"subtype": "file_mention", "user": "U1", "text": "I did this.", "file": SNIPPET}
    assert said_by(message).own == ("I did this.",)


def test_an_old_comment_is_by_the_account_that_commented() -> None:
    message = {"subtype": "file_share", "user": "U1", "text": "<@U1> shared a file", "file": {
        "user": "U1", "initial_comment": {"user": "U1", "comment": "Mine."}}}  # fmt: skip
    assert said_by(message).own == ("Mine.",)


def test_a_forwarded_message_has_what_its_files_say_and_tells_what_they_do_not() -> None:
    cut = {"user": "U2", "name": "b.txt", "mode": "snippet", "preview": "Ha",
           "preview_is_truncated": True}  # fmt: skip
    passed_on: dict[str, Any] = {
        "is_share": True, "author_id": "U2", "author_name": "Ben", "author_team": "T2",
        "ts": "5.0", "text": "See:", "files": [SNIPPET, SNIPPET | {"user": "U3"}, cut],
    }  # fmt: skip
    found = shown(said_by({"user": "U1", "text": "Hm.", "attachments": [passed_on]}), PEOPLE, {})
    assert found.own == ("Hm.",)
    assert [(each.author, each.text) for each in found.enclosures] == [
        ("Ben", f"See:\n\n{BENS.text}\n\nMy plan."), ("Cy", "The heap\n\nStraw\n\nTurn it twice."),
    ]  # fmt: skip
    assert found.left_out == ("file_contents",)


def test_what_another_typed_is_not_fetched_as_the_sender_s() -> None:
    url = "https://files.example/F1"
    text = {"name": "a.txt", "user": "U2", "url_private": url}
    clip = {"name": "a.mp4", "user": "U2", "vtt": url, "transcription": {"status": "complete"}}
    for file in (text, clip):
        assert kept_apart(file, "U1") is None
        assert kept_apart(file, "U2") is not None
    assert kept_apart(text | {"name": "a.pdf"}, "U1") == ("document", url, "a.pdf")
