from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import TYPE_CHECKING

import pytest

from adapters.sources.formats.pages import web_archive

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

ADDRESS = "https://yard.example/notes/oak?a=1&b=2"
PAGE = (
    "<!DOCTYPE html><html><head><title>Oak</title></head><body><article><h1>Oak</h1>"
    "<p>Élise says that the yard’s oak lies three winters, "
    + "and then it is turned once more, and again, and it dries, " * 6
    + "until the plank is straight.</p></article></body></html>"
)


def saved(page: str = PAGE, charset: str = "utf-8", transfer: str = "quoted-printable") -> bytes:
    """Return a page as Chrome saves it as a single file."""
    whole = EmailMessage()
    whole["From"] = "<Saved by Blink>"
    whole["Snapshot-Content-Location"] = ADDRESS
    whole["Subject"] = "Oak"
    whole["MIME-Version"] = "1.0"
    whole.add_related(page.encode(charset), "text", "html", cte=transfer)
    [part] = whole.iter_parts()
    part.replace_header("Content-Type", f'text/html; charset="{charset}"')
    part["Content-Location"] = ADDRESS
    whole.add_related(b"body { margin: 0 }", "text", "css", cid="<css@mhtml.blink>")
    return whole.as_bytes()


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_page_saved_as_one_file_is_its_article_with_its_address(
    charset: str, transfer: str, read_file: ReadFile
) -> None:
    found = read_file(saved(charset=charset, transfer=transfer), "oak.mhtml")

    assert found.only.text.startswith("Élise says that the yard’s oak lies three winters")
    assert "margin" not in found.only.text
    assert (found.only.title, found.only.url) == ("Oak", ADDRESS)


def test_one_without_a_page_is_refused_with_a_remedy(read_file: ReadFile) -> None:
    found = read_file(saved().replace(b"text/html", b"image/png"), "oak.mht")

    assert found.error.problem == "it holds no page that can be read: save the page again, as HTML"


def test_parts_in_parts_without_end_are_refused(read_file: ReadFile) -> None:
    nested = b"".join(
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="%d"\n\n--%d\n' % (at, at)
        for at in range(50)
    )

    assert "no page" in read_file(nested, "oak.mht").error.problem


def test_a_text_that_speaks_of_such_files_is_a_text(read_file: ReadFile) -> None:
    text = "Notes:\nMIME-Version: 1.0\n\nContent-Type: multipart/related is what they have."

    assert read_file(text).only.text == text


def test_a_page_that_singlefile_saved_has_its_address_and_none_of_its_comment(
    read_file: ReadFile,
) -> None:
    comment = (
        f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n"
        " saved date: Mon Feb 02 2026 08:00:00 GMT+0100 (Central European Standard Time)\n-->"
    )
    page = PAGE.replace("<html>", f"<html lang=en>{comment}<meta charset=utf-8>")
    found = read_file(page.encode(), "oak.html")

    assert found.only.url == ADDRESS
    assert found.only.text.startswith("Élise says")


def test_one_of_more_parts_than_a_page_has_is_refused(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_archive, "MOST_PARTS", 3)
    assert len(read_file(saved(), "oak.mhtml").posts) == 1
    monkeypatch.setattr(web_archive, "MOST_PARTS", 2)
    assert "more than 2 parts" in read_file(saved(), "oak.mhtml").error.problem


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_paragraphs_of_a_report_count_as_parts(
    end: str, read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = "--b\nContent-Type: message/delivery-status\n\n" + "a: b\n\n" * 9
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    monkeypatch.setattr(web_archive, "MOST_PARTS", 9)
    written = (head + report).replace("\n", end)
    assert "more than 9 parts" in read_file(written, "oak.mhtml").error.problem


def framed(*frames: str) -> bytes:
    """Return a page as Chrome saves it with its frames."""
    whole = message_from_bytes(saved(), policy=default)
    assert isinstance(whole, EmailMessage)
    for number, frame in enumerate(frames):
        whole.add_related(frame.encode(), "text", "html", cid=f"<frame{number}@mhtml.blink>")
    return whole.as_bytes()


KIM = "<html><body><p>Kim says that oak of this yard was never turned at all.</p></body></html>"


def test_what_the_frames_of_a_page_say_is_counted(read_file: ReadFile) -> None:
    found = read_file(framed(KIM, "<html><body><a href='#'>Ad</a></body></html>"), "oak.mhtml")
    assert "Kim" not in found.only.text
    assert found.left_out == {"passages": 1}


def test_of_more_frames_than_a_page_has_each_counts(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_archive, "MOST_FRAMES", 1)
    frames = [KIM.replace("Kim", name) for name in ("Kim", "Ben", "Zoe")]
    assert read_file(framed(*frames), "oak.mhtml").left_out == {"passages": 3}
