"""A page of Mastodon's as a server gives it, before any script made something of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

FOLDER: Final = Path(__file__).parents[5] / "payloads" / "saved_pages"
URL: Final = "https://hearth.example/@ada/1140001"
WORDS: Final = "The kiln is repaired.\n\nIt heats up to 1,200 degrees now."
APP: Final = (
    "<div class='app-holder' id='mastodon'><noscript><div>To use the Mastodon web application,"
    " please enable JavaScript.</div></noscript></div>"
)


def page(said: str = WORDS, *, kind: str = "article", body: str = APP) -> str:
    meta = {
        "og:type": kind,
        "og:title": "Ada Quill (@ada@hearth.example)",
        "og:url": URL,
        "og:published_time": "2025-05-12T14:33:00Z",
        "og:description": said,
    }
    head = "".join(f'<meta property="{name}" content="{each}">' for name, each in meta.items())
    return f"<html><head><title>Ada Quill: The kiln…</title>{head}</head><body>{body}</body></html>"


def test_the_post_in_the_head_is_read_with_its_author_date_and_link(read_file: ReadFile) -> None:
    post = read_file(page(), "status.html").only

    assert (post.author, post.text, post.title) == ("Ada Quill", WORDS, "")
    assert (post.url, str(post.posted_at)[:10]) == (URL, "2025-05-12")


@pytest.mark.parametrize(
    ("line", "count"),
    [("Attached: 2 images", 2), ("Angehängt: 1 Bild", 1), ("Attaché : 1 image · 1 vidéo", 2)],
)
def test_what_is_attached_is_counted(line: str, count: int, read_file: ReadFile) -> None:
    found = read_file(page(f"{line}\n\n{WORDS}"), "status.html")

    assert found.only.text == WORDS
    assert found.left_out["attachments"] == count


def test_the_choices_of_a_poll_are_lines(read_file: ReadFile) -> None:
    post = read_file(page("Which clay?\n\n[ ] Stoneware\n[ ] Porcelain"), "status.html").only

    assert post.text == "Which clay?\n\n• Stoneware\n• Porcelain"


def test_a_page_with_its_posts_is_read_from_what_it_shows(read_file: ReadFile) -> None:
    shown = (FOLDER / "mastodon_status.html").read_text()
    found = read_file(
        shown.replace("The kiln in the back room is repaired. It", "Else", 1), "s.html"
    )

    assert len(found.posts) == 3
    assert found.posts[0].text.startswith("The kiln in the back room is repaired.")


@pytest.mark.parametrize(
    "html",
    [
        page(kind="profile"),
        page(body="<div id='root'></div>"),
        page("Attached: 2 images"),
        page("").replace("Ada Quill (@ada@hearth.example)", "About"),
    ],
)
def test_no_post_is_made_of_other_heads(html: str, read_file: ReadFile) -> None:
    assert WORDS not in [post.text for post in read_file(html, "status.html").posts]
