"""The e-mails within an e-mail are posts of their own, by who wrote them."""

from __future__ import annotations

from email.message import EmailMessage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from typing import TYPE_CHECKING

from adapters.sources.formats.mails import digests
from tests.fakes.mails import WORDS, mail

if TYPE_CHECKING:
    import pytest

    from tests.unit.adapters.sources.conftest import ReadFile

IDA = "Ida Quill <ida@boats.example>"
HEAD = "From: {}\nDate: Tue, 4 Mar 2025 10:00:00 +0100\nMessage-ID: <{}@boats.example>\n"


def digest(*mails: EmailMessage) -> bytes:
    """Return a digest as Mailman sends it, with its parts as e-mails."""
    whole = MIMEMultipart()
    for name, said in mail(number=99).items():
        if not name.lower().startswith(("content-", "mime-")):
            whole[name] = said
    whole.attach(MIMEText("Send submissions to members@boats.example\n\nToday's Topics: ..."))
    within = MIMEMultipart("digest")
    for each in mails:
        part = MIMEMessage(each)
        del part["Content-Type"], part["MIME-Version"]
        within.attach(part)
    whole.attach(within)
    whole.attach(MIMEText("____\nmembers mailing list\n"))
    return whole.as_bytes()


def plain_digest(*texts: str, footer: str = "") -> bytes:
    """Return a digest as one text, as Mailman sends it (RFC 1153)."""
    heads = (
        f"Message: {number}\n" + HEAD.format(IDA if number > 1 else "Élise <e@b.example>", number)
        for number in range(1, len(texts) + 1)
    )
    mails = (
        f'{head}Subject: Re: Trailer\nContent-Type: text/plain; charset="iso-8859-1"\n\n{text}\n'
        for head, text in zip(heads, texts, strict=True)
    )
    parted = f"\n\n{'-' * 30}\n\n".join([*mails, footer, "End of Members Digest, Vol 1\n*****"])
    above = f"Send submissions to members@boats.example.\n\n{'You can reach the list. ' * 20}"
    said = f"{above}\n\nToday's Topics:\n\n   1. Trailer (Élise)\n\n\n{'-' * 70}\n\n{parted}"
    return mail(said, "Digest", 99).as_bytes()


def test_each_e_mail_of_a_digest_is_a_post_by_its_own_author(read_file: ReadFile) -> None:
    paged = mail("The trailer is at the quay.", "Re: Trailer", 3, sender=IDA)
    paged.add_alternative("<p>The trailer is at the quay.</p>", "html")
    reply = mail("Thanks.", "Re: Trailer", 2, sender=IDA, In_Reply_To="<1@boats.example>")
    found = read_file(digest(mail(), reply, *[paged] * 9), "digest.eml")

    assert [(each.text, each.author) for each in found.posts] == [
        (WORDS, "Élise Quist"),
        ("Thanks.", "Ida Quill"),
        ("The trailer is at the quay.", "Ida Quill"),
    ]
    assert [each.id for each in found.posts] == [f"mail:{at}@boats.example" for at in (1, 2, 3)]
    assert found.posts[1].parent_id == found.posts[0].id
    assert found.left_out == {"list_notices": 1, "repeated_rows": 8}


def test_so_is_each_of_a_digest_that_is_one_text(read_file: ReadFile) -> None:
    texts = (f"{WORDS}\n\n{'-' * 30}\n\nSigned by the board.", "Très bien.\n\n-- \nIda", "No.")
    found = read_file(plain_digest(*texts, footer="Subject: Digest Footer\n\nbye"), "digest.eml")

    assert [(each.text, each.author) for each in found.posts] == [
        (texts[0], "Élise"),
        ("Très bien.", "Ida Quill"),
        ("No.", "Ida Quill"),
    ]
    assert found.posts[1].posted_at is not None
    assert found.left_out == {"list_notices": 1, "signatures": 1}


def test_a_digest_of_nothing_but_beginnings_is_one_text(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "SMALLEST", 10_000)
    assert len(read_file(plain_digest("Yes.", "No."), "digest.eml").posts) == 1


def test_an_e_mail_that_is_forwarded_as_a_file_is_a_post_beside_the_one_that_holds_it(
    read_file: ReadFile,
) -> None:
    inner = mail(WORDS, number=1)
    inner.add_attachment("Another's words", filename="notes.txt")
    middle = mail("See below.", number=2, sender=IDA)
    middle.add_attachment(inner)
    outer = mail(" ", number=3)
    outer.add_attachment(middle)
    found = read_file(outer.as_bytes(), "a.eml")

    said = [(each.text, each.author) for each in found.posts]
    assert said == [("See below.", "Ida Quill"), (WORDS, "Élise Quist")]
    assert found.left_out == {"attachments": 1}


def test_a_file_that_is_called_an_e_mail_and_names_nobody_is_a_file(read_file: ReadFile) -> None:
    inner = mail("Forwarded words", number=1)
    del inner["From"]
    outer = mail(WORDS, number=2)
    outer.add_attachment(inner)
    found = read_file(outer.as_bytes(), "a.eml")
    assert found.only.text == WORDS
    assert found.left_out == {"attachments": 1}


def test_a_page_with_plain_words_below_it_is_read(read_file: ReadFile) -> None:
    written = mail()
    written.set_content(f"<p>{WORDS}</p>", "html")
    written.make_mixed()
    footer = EmailMessage()
    footer.set_content("_" * 47 + "\nmembers mailing list\n")
    written.attach(footer)
    found = read_file(written.as_bytes(), "a.eml")
    assert found.only.text == WORDS
    assert found.left_out == {"list_notices": 1}


def test_the_proof_whose_an_e_mail_is_is_no_file_of_theirs(read_file: ReadFile) -> None:
    written = mail()
    written.make_mixed()
    written.replace_header("Content-Type", "multipart/signed")
    proof = EmailMessage()
    proof.set_content(b"-----BEGIN PGP SIGNATURE-----", "application", "pgp-signature")
    written.attach(proof)
    found = read_file(written.as_bytes(), "a.eml")
    assert found.only.text == WORDS
    assert found.left_out == {}
