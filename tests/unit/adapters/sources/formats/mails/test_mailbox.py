"""A mailbox is parted into its e-mails, whichever program wrote it."""

from __future__ import annotations

import mailbox
from typing import TYPE_CHECKING

import pytest

from tests.fakes.mails import WORDS, mail

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadFile

POSTMARKS = [
    "From elise@boats.example Mon Mar  3 09:00:00 2025",
    "From - Mon Mar 03 09:00:00 2025",
    "From 1825437@xxx Mon Mar 03 09:00:00 +0000 2025",
    "From elise at boats.example  Mon Mar  3 09:00:00 2025",
    "From elise@boats.example Mon, 3 Mar 2025 09:00:00 +0100",
]


def boxed(*texts: str, postmark: str = POSTMARKS[0], between: str = "") -> bytes:
    """Return a mailbox with an e-mail for each text, which is put in as it is."""
    mails = (
        f"{postmark}\n".encode() + mail(text, number=number).as_bytes().rstrip(b"\n") + b"\n"
        for number, text in enumerate(texts, 1)
    )
    return between.encode().join(mails)


def test_a_mailbox_holds_a_thread_and_lines_that_begin_as_a_mail_does(
    tmp_path: Path, read_file: ReadFile
) -> None:
    box = mailbox.mbox(tmp_path / "made.mbox")
    answer = f"> {WORDS}\n\nFrom 12:00 on the excess is 500 euros."
    box.add(mail())
    box.add(mail(answer, "RE: Trailer insurance", 2, In_Reply_To="<1@boats.example>"))
    box.add(
        mail("Thanks", "Aw: Re: Trailer insurance", 3, References="<1@b.example> <2@b.example>")
    )
    box.close()
    found = read_file((tmp_path / "made.mbox").read_bytes(), "members.mbox")

    assert [each.title for each in found.posts] == ["Trailer insurance"] * 3
    own = "From 12:00 on the excess is 500 euros."
    assert [each.text for each in found.posts] == [WORDS, own, "Thanks"]
    assert found.left_out == {"quotes": 1}
    parents = [None, "mail:1@boats.example", "mail:2@b.example"]
    assert [each.parent_id for each in found.posts] == parents


def test_a_mailbox_of_nothing_but_beginnings_is_refused(read_file: ReadFile) -> None:
    tiny = b"From a@b Mon Mar  3 09:00:00 2025\nFrom: a@b\nTo: c@d\n\nx\n\n"
    found = read_file(tiny * 50, "a.mbox")
    assert "more than 14 parts" in found.error.problem


@pytest.mark.parametrize("postmark", POSTMARKS)
@pytest.mark.parametrize("between", ["", "\n", "\n\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_e_mails_of_a_mailbox_need_no_line_between_them(
    postmark: str, between: str, end: str, read_file: ReadFile
) -> None:
    data = boxed(WORDS, "Thanks.", "Noted.", postmark=postmark, between=between)
    found = read_file(data.replace(b"\n", end.encode()), "members.mbox")

    assert [each.text for each in found.posts] == [WORDS, "Thanks.", "Noted."]


def test_blank_lines_and_a_mark_of_its_encoding_may_stand_above_a_mailbox(
    read_file: ReadFile,
) -> None:
    for above in (b"\n\n", b"\xef\xbb\xbf"):
        found = read_file(above + boxed(WORDS, "Thanks."), "members.mbox")
        assert [each.text for each in found.posts] == [WORDS, "Thanks."]


@pytest.mark.parametrize(
    "text",
    [
        "From 10:00 to 12:00\nWhere: the boathouse.",
        "We meet.\n\nFrom Mon to Fri, 10:00\nWhere: the boathouse.",
        "We meet.\nFrom noon until 14:00\nTo: the quay.",
    ],
)
def test_a_line_of_a_text_that_begins_as_a_mail_does_parts_none(
    text: str, read_file: ReadFile
) -> None:
    found = read_file(boxed(text, "Thanks.", between="\n"), "members.mbox")
    assert [each.text for each in found.posts] == [text, "Thanks."]


def test_the_sign_that_a_mailbox_puts_before_a_line_is_taken_off_once(read_file: ReadFile) -> None:
    found = read_file(boxed(">From now on we row.\n>From May on too."), "members.mbox")
    assert found.only.text == "From now on we row.\nFrom May on too."


@pytest.mark.parametrize("quoted", [">We swim.\n>From now on we row.", ">>From May on.\n>Yes."])
def test_a_quoted_line_that_a_mailbox_put_no_sign_before_stays_quoted(
    quoted: str, read_file: ReadFile
) -> None:
    found = read_file(boxed(f"{quoted}\n\nI agree."), "members.mbox")
    assert found.only.text == "I agree."


def test_fields_of_any_name_may_stand_above_an_e_mail(read_file: ReadFile) -> None:
    data = b">From elise Mon Mar  3 09:00:00 2025\nX-Spam_score: -1\n" + mail().as_bytes()
    assert read_file(POSTMARKS[0].encode() + b"\n" + data, "members.mbox").only.text == WORDS
    assert read_file(data.partition(b"\n")[2], "a.eml").only.text == WORDS


def test_an_e_mail_that_a_list_sent_back_is_counted_and_not_refused(read_file: ReadFile) -> None:
    sent, back = mail(), mail(subject="[Members] Trailer insurance")
    data = b"".join(POSTMARKS[0].encode() + b"\n" + each.as_bytes() for each in (sent, back))
    found = read_file(data, "members.mbox")
    assert found.only.title == "Trailer insurance"
    assert found.left_out == {"repeated_rows": 1}


def test_two_who_write_the_same_and_give_no_id_are_two(read_file: ReadFile) -> None:
    data = ""
    for sender in ("elise@boats.example", "ida@boats.example"):
        data += f"{POSTMARKS[0]}\nFrom: {sender}\nTo: a@b\nSubject: Thanks\n\nThanks.\n" + "\n" * 99
    assert [each.author for each in read_file(data, "a.mbox").posts] == ["elise", "ida"]
