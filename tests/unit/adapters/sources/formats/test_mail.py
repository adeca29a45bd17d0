"""E-mails become posts: one as a file, or a mailbox of them."""

from __future__ import annotations

import mailbox
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from adapters.sources.formats.pages import web_archive

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadFile

WORDS = "The trailer is insured for 12,000 euros, but only when a member over 21 tows it."

QUOTED = f"<blockquote>{WORDS}</blockquote>"


def mail(
    text: str = WORDS, subject: str = "Trailer insurance", number: int = 1, **fields: str
) -> EmailMessage:
    """Return an e-mail to a list."""
    written = EmailMessage()
    written["From"] = fields.pop("sender", "Élise Quist <elise@boats.example>")
    written["To"] = "members@boats.example"
    written["Subject"] = subject
    written["Date"] = fields.pop("date", "Mon, 03 Mar 2025 09:00:00 +0100")
    written["Message-ID"] = f"<{number}@boats.example>"
    for name, value in fields.items():
        written[name.replace("_", "-")] = value
    written.set_content(text)
    return written


def test_an_e_mail_is_a_post_by_who_wrote_it(read_file: ReadFile) -> None:
    link = "<https://lists.boats.example/members/1>"
    found = read_file(mail(Archived_At=link).as_bytes(), "trailer.eml").only

    assert (found.text.strip(), found.title) == (WORDS, "Trailer insurance")
    assert (found.id, found.author) == ("mail:1@boats.example", "Élise Quist")
    assert found.url == "https://lists.boats.example/members/1"
    assert found.posted_at is not None
    assert found.posted_at.isoformat() == "2025-03-03T08:00:00+00:00"


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


def test_a_page_in_an_e_mail_is_read_where_it_has_no_plain_words(read_file: ReadFile) -> None:
    written = mail()
    written.set_content(f"<p>{WORDS}</p><script>x()</script>", "html")
    assert read_file(written.as_bytes(), "trailer.eml").only.text.strip() == WORDS

    both = mail()
    both.add_alternative("<p>Another wording of it.</p>", "html")
    assert read_file(both.as_bytes(), "trailer.eml").only.text.strip() == WORDS


def test_files_and_signatures_are_nobodys_words_and_files_are_counted(read_file: ReadFile) -> None:
    written = mail(f"{WORDS}\n-- \nÉlise, treasurer")
    written.add_attachment("Another's words", filename="notes.txt")
    written.add_attachment(mail("Forwarded words", number=9))
    found = read_file(written.as_bytes(), "trailer.eml")

    assert found.only.text.strip() == WORDS
    assert found.left_out == {"attachments": 2}


@pytest.mark.parametrize(
    "page",
    [
        f"<p>I agree.</p><div class=gmail_quote><div class=gmail_attr>Eva:</div>{QUOTED}</div>",
        f"<p>I agree.</p><div class=moz-cite-prefix>Eva wrote:</div>{QUOTED}",
        f"<p>I agree.</p><div id=appendonsend></div><div id=divRplyFwdMsg>Eva</div><p>{WORDS}",
    ],
)
def test_the_words_that_an_e_mail_answers_are_not_its_own(page: str, read_file: ReadFile) -> None:
    written = mail()
    written.set_content(page, "html")
    found = read_file(written.as_bytes(), "trailer.eml")
    assert found.only.text == "I agree."
    assert found.left_out["quotes"] > 0


def test_who_gives_no_name_is_called_by_what_their_address_begins_with(read_file: ReadFile) -> None:
    assert read_file(mail(sender="ida.q@boats.example").as_bytes(), "a.eml").only.author == "ida.q"


def test_a_day_that_does_not_exist_is_left_out_and_counted(read_file: ReadFile) -> None:
    found = read_file(mail().as_bytes().replace(b"03 Mar", b"31 Feb"), "a.eml")
    assert found.only.posted_at is None
    assert found.left_out == {"dates": 1}


def test_an_e_mail_without_words_is_counted(read_file: ReadFile) -> None:
    found = read_file(mail(" ").as_bytes(), "a.eml")
    assert not found.posts
    assert found.left_out == {"unreadable_messages": 1}


def test_a_mailbox_of_nothing_but_beginnings_is_refused(read_file: ReadFile) -> None:
    tiny = b"From a@b Mon Mar  3 09:00:00 2025\nFrom: a@b\nTo: c@d\n\nx\n\n"
    found = read_file(tiny * 50, "a.mbox")
    assert "more than 14 parts" in found.error.problem


def test_parts_in_parts_without_end_are_left_out(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_archive, "MOST_NESTED", 1)
    both = mail()
    both.add_alternative("<p>Another wording of it.</p>", "html")
    both.add_attachment("Another's words", filename="notes.txt")
    found = read_file(both.as_bytes(), "a.eml")
    assert found.left_out == {"unreadable_messages": 1}


@pytest.mark.parametrize(
    "text",
    ["From Paris to Vichy we took the train at 12:00.\nIt was late.", "From: the board\n\nHi."],
)
def test_words_that_begin_so_are_no_mail(text: str, read_file: ReadFile) -> None:
    assert read_file(text, "note.txt").only.text == text
