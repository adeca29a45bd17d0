"""E-mails become posts: one as a file, or a mailbox of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.sources.formats.pages import web_archive
from tests.fakes.mails import WORDS, mail

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

QUOTED = f"<blockquote>{WORDS}</blockquote>"


def test_an_e_mail_is_a_post_by_who_wrote_it(read_file: ReadFile) -> None:
    link = "<https://lists.boats.example/members/1>"
    found = read_file(mail(Archived_At=link).as_bytes(), "trailer.eml").only

    assert (found.text.strip(), found.title) == (WORDS, "Trailer insurance")
    assert (found.id, found.author) == ("mail:1@boats.example", "Élise Quist")
    assert found.url == "https://lists.boats.example/members/1"
    assert found.posted_at is not None
    assert found.posted_at.isoformat() == "2025-03-03T08:00:00+00:00"


def test_a_page_in_an_e_mail_is_read_where_it_has_no_plain_words(read_file: ReadFile) -> None:
    written = mail()
    written.set_content(f"<p>{WORDS}</p><script>x()</script>", "html")
    assert read_file(written.as_bytes(), "trailer.eml").only.text.strip() == WORDS

    both = mail()
    both.add_alternative("<p>Another wording of it.</p>", "html")
    assert read_file(both.as_bytes(), "trailer.eml").only.text.strip() == WORDS


def test_files_and_signatures_are_nobodys_words_and_are_counted(read_file: ReadFile) -> None:
    written = mail(f"{WORDS}\n-- \nÉlise, treasurer")
    written.add_attachment("Another's words", filename="notes.txt")
    found = read_file(written.as_bytes(), "trailer.eml")

    assert found.only.text == WORDS
    assert found.left_out == {"attachments": 1, "signatures": 1}


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
    assert found.left_out == {"wordless": 1}


def test_parts_in_parts_without_end_are_left_out(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_archive, "MOST_LOOKS", 0)
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
