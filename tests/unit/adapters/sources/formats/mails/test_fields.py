"""The author of an e-mail is who its fields say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        ("=?utf-8?q?Quist=2C_=C3=89lise?= <elise@boats.example>", "Quist, Élise"),
        ('"=?utf-8?q?Quist=2C_=C3=89lise?=" <elise@boats.example>', "Quist, Élise"),
        ("=?utf-8?q?=C3=89lise_Quist_=3Celise=40boats=2Eexample=3E?=", "Élise Quist"),
        ("e@b.example (=?utf-8?q?Quist=2C_=C3=89lise?=)", "Quist, Élise"),
        ('"Quist, Elise" <elise@boats.example>', "Quist, Elise"),
        ("Élise Quist <elise@boats.example>", "Élise Quist"),
        ("elise at boats.example (Elise Quist)", "Elise Quist"),
        ("Elise [board] <elise@boats.example>", "Elise [board]"),
        ("Ada <ada@boats.example>, Bo <bo@boats.example>", "Ada, Bo"),
        ("<elise@boats.example>", "elise"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_the_author_is_named_as_they_call_themselves(
    sender: str, author: str, encoding: str, read_file: ReadFile
) -> None:
    data = f"From: {sender}\nTo: members@boats.example\n\nWe row at noon.\n".encode(encoding)
    assert read_file(data, "a.eml").only.author == author


@pytest.mark.parametrize(
    "sender",
    ["Elise Quist via Members <m@b.example>", "\"'Elise Quist' via Members\" <m@b.example>"],
)
def test_a_list_that_sends_in_its_own_name_is_not_the_author(
    sender: str, read_file: ReadFile
) -> None:
    data = f"From: {sender}\nTo: m@b.example\nList-Id: <m.b.example>\n\nWe row at noon.\n"
    assert read_file(data, "a.eml").only.author == "Elise Quist"


@pytest.mark.parametrize(
    ("reply_to", "author"),
    [
        ("Elise Quist <elise@boats.example>", "Elise Quist"),
        ("Members <m@b.example>, elise quist <e@boats.example>", "Elise Quist"),
        ("Members <m@b.example>", "Elise Quist via Members"),
    ],
)
def test_answers_that_go_to_the_author_tell_that_a_list_sent_it(
    reply_to: str, author: str, read_file: ReadFile
) -> None:
    sent = "From: Elise Quist via Members <m@b.example>\nTo: m@b.example"
    assert read_file(f"{sent}\nReply-To: {reply_to}\n\nRow.\n", "a.eml").only.author == author


@pytest.mark.parametrize(
    ("field", "left_out"),
    [
        ("Content-Type: application/pkcs7-mime; smime-type=enveloped-data", "unreadable_messages"),
        ("X-Mozilla-Status: 0009", "deleted_messages"),
        ("X-Gmail-Labels: =?UTF-8?Q?Bo=C3=AEte,Corbeille?=", "deleted_messages"),
        ("X-Gmail-Labels: Drafts,Opened", "drafts"),
    ],
)
def test_an_encrypted_a_deleted_and_an_unsent_e_mail_is_counted(
    field: str, left_out: str, read_file: ReadFile
) -> None:
    found = read_file(f"{field}\nFrom: a@b\nTo: c@d\n\nWe row.\n", "a.eml")
    assert found.posts == []
    assert found.left_out == {left_out: 1}


def test_an_e_mail_that_was_read_and_answered_is_none_of_them(read_file: ReadFile) -> None:
    fields = "X-Mozilla-Status: 0003\nX-Gmail-Labels: Inbox,Sent\n"
    assert read_file(f"{fields}From: a@b\nTo: c@d\n\nWe row.\n", "a.eml").only.text == "We row."
