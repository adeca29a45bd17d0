"""A check or a sign-in that a site shows in the place of a page is not stored as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

CHECK: Final = """<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>
<h1>clay.example</h1><p>Enable JavaScript and cookies to continue</p>
<script>window._cf_chl_opt = {}</script></body></html>"""
WORDS: Final = "<p>The kiln was repaired on Tuesday, and it heats up to 1,200 degrees now.</p>"
LOGIN: Final = "<form><input name=u><input type=password name=p><button>Sign in</button></form>"


BODY: Final = "<script src=https://challenges.cloudflare.com/a.js></script><p>…</p>"
ROBOT: Final = "<div class=g-recaptcha></div><p>Wir prüfen die Verbindung.</p>"
REFUSED: Final = "<p>Please complete the security check.</p>"


def _page(title: str, body: str) -> str:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "page",
    [
        CHECK,
        _page("Un instant…", BODY),
        _page("Nur einen Moment…", ROBOT),
        _page("Attention Required! | Cloudflare", REFUSED),
    ],
)
def test_a_check_whether_a_person_is_there_is_refused(page: str, read_file: ReadFile) -> None:
    found = read_file(page, "a.html")

    assert found.posts == []
    assert "open it in a browser" in found.error.problem
    assert "a person is there" in found.error.problem


@pytest.mark.parametrize(
    "head",
    ["Sign in", "Log in to Clay", "Clay – Login", "Se connecter", "Anmelden", "Iniciar sesión"],
)
def test_a_form_to_sign_in_is_refused(head: str, read_file: ReadFile) -> None:
    page = f"<html><head><title>{head}</title></head><body><h1>{head}</h1>{LOGIN}</body></html>"
    found = read_file(page, "a.html")

    assert found.posts == []
    assert "sign in" in found.error.problem


LOG: Final = "<p>Write your name in the log beside the door before you light it.</p>"
QUOTED: Final = "<p>A site says “Just a moment…”, which our kiln does not.</p>"


@pytest.mark.parametrize(
    "page",
    [
        _page("The kiln", LOGIN + WORDS),
        _page("Just a moment of rest", WORDS),
        _page("Log in to the kiln", f"<h1>Log in to the kiln</h1>{LOG}"),
        _page("Sign in", LOGIN + WORDS * 20),
        _page("Just a moment...", f"{WORDS * 20}<script>window._cf_chl_opt = {{}}</script>"),
        _page("The kiln", f"{WORDS}<div class=g-recaptcha></div>"),
        _page("Checks", QUOTED),
    ],
)
def test_a_page_that_has_words_of_its_own_is_read(page: str, read_file: ReadFile) -> None:
    assert read_file(page, "a.html").only.text
