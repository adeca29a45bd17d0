"""A signature and what a mailing list adds are not what somebody wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.mails import WORDS, mail

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

LIST = "_" * 47 + "\nmembers mailing list\nmembers@boats.example\n"
GROUP = "-- \nYou received this message because of the group.\nTo unsubscribe, write to it.\n"


def signature(lines: int) -> str:
    """Return a signature of so many lines."""
    return "-- \n" + "\n".join(f"Line {each}" for each in range(lines))


@pytest.mark.parametrize(
    ("text", "own", "left_out"),
    [
        (f"{WORDS}\n{signature(15)}", WORDS, {"signatures": 1}),
        (f"{WORDS}\n{signature(16)}", f"{WORDS}\n{signature(16)}", {}),
        (f"One.\n-- \nTwo.\n{signature(2)}", "One.\n-- \nTwo.", {"signatures": 1}),
        (f"{WORDS}\n-- \n", WORDS, {}),
        (f"I agree.\n{signature(2)}\n\n" + f"> {WORDS}\n" * 20, "I agree.",
         {"signatures": 1, "quotes": 1}),
        (f">>> We swim.\n>> We row.\n>{WORDS}\n\nI agree.", "I agree.", {"quotes": 1}),
        (">>> 1 + 1\n2", ">>> 1 + 1\n2", {}),
        (f"{WORDS}\n{LIST}", WORDS, {"list_notices": 1}),
        (f"{WORDS}\n{signature(3)}\n{GROUP}", WORDS, {"list_notices": 1, "signatures": 1}),
        (f"{WORDS}\n{'_' * 47}\nThe end.", f"{WORDS}\n{'_' * 47}\nThe end.", {}),
    ],
)  # fmt: skip
def test_a_signature_a_quote_and_what_a_list_adds_are_cut_off(
    text: str, own: str, left_out: dict[str, int], read_file: ReadFile
) -> None:
    found = read_file(mail(text).as_bytes(), "a.eml")
    assert found.only.text == own
    assert found.left_out == left_out


@pytest.mark.parametrize(
    "signed",
    [
        "<div class=moz-signature>-- <br>Ida<br>Treasurer</div>",
        "<span class=gmail_signature_prefix>-- </span><br><div class=gmail_signature>Ida</div>",
        "<div id=Signature><p>Ida</p></div>",
        "<p>-- <br>Ida<br>Treasurer</p>",
    ],
)
def test_a_signature_on_a_page_is_counted_likewise(signed: str, read_file: ReadFile) -> None:
    written = mail()
    written.set_content(f"<p>{WORDS}</p>{signed}", "html")
    found = read_file(written.as_bytes(), "a.eml")
    assert found.only.text == WORDS
    assert found.left_out == {"signatures": 1}
