"""Words that linked data shortens are whole where the page shows them so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

WORDS: Final = {
    "Ada Berg": "The keel is of oak and was laid in March, which was late for us all. We oiled it.",
    "Bo Lin": "The old mill was sold to a family from the north of the county in May. It stands.",
    "Cy Dahl": "The new school will be open in autumn for all the children of the town. It rains.",
}
LENGTH: Final = 63
IN_WORDS: Final = 54
"""So many characters of each end in a word."""


def script(cut: str, length: int = LENGTH) -> str:
    posts = [
        {"@type": "Comment", "author": name, "text": text[:length] + cut}
        for name, text in WORDS.items()
    ]
    told = posts[0] | {"@type": "DiscussionForumPosting", "comment": posts[1:]}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def page(form: str, head: str) -> str:
    rows = "".join(
        form.format(handle=name[:2], text=text, first=text[:70], rest=text[70:])
        for name, text in WORDS.items()
    )
    return (
        f"<html><head><title>The keel</title>{head}</head><body><main>{rows}</main></body></html>"
    )


ROW: Final = "<div class='row'><a href='/u/{handle}'>@{handle}</a><div class='b'>{text}</div></div>"


@pytest.mark.parametrize("cut", ["…", "...", " …", " [...]", " [\u2026]", ""])
@pytest.mark.parametrize(
    "form",
    [
        ROW,
        ROW.replace("<a href='/u/{handle}'>@{handle}</a>", "<img alt='{handle}'>"),
        ROW.replace("{text}", "<p>{text}</p>"),
        ROW.replace("{text}", "<span>{first}</span><span>{rest}</span>"),
        ROW.replace("class='b'", "class='content'").replace("{text}", "<p>{first}{rest}</p>"),
        ROW.replace("</div></div>", "</div><div><a>Reply</a> <a>Share</a></div></div>"),
    ],
)
def test_words_are_whole_where_the_page_has_them(cut: str, form: str, read_file: ReadFile) -> None:
    length = LENGTH if cut else IN_WORDS
    found = read_file(page(form, script(cut, length)), "keel.html")

    assert {each.author: each.text for each in found.posts} == WORDS
    assert not found.left_out["passages"]


@pytest.mark.parametrize(
    "form",
    [
        "",
        "<div class='row'>{handle}: see <i>{text}</i></div>",
        "<blockquote><p>{text}</p></blockquote>",
    ],
)
def test_where_the_page_does_not_show_them_they_stay_short(form: str, read_file: ReadFile) -> None:
    found = read_file(page(form, script("…")), "keel.html")

    assert all(text not in each.text for each in found.posts for text in WORDS.values())


def test_whole_words_get_nothing_of_what_stands_behind(read_file: ReadFile) -> None:
    row = ROW.replace("{text}", "{text} <a>Reply</a>")
    found = read_file(page(row, script("", 999)), "keel.html")

    assert {each.author: each.text for each in found.posts} == WORDS


def test_words_that_end_with_dots_stay_as_they_are(read_file: ReadFile) -> None:
    row = ROW.replace("{text}", "{first}…")
    found = read_file(page(row, script("…", 70)), "keel.html")

    assert [each.text for each in found.posts] == [f"{each[:70]}…" for each in WORDS.values()]


def test_words_that_go_on_in_two_ways_stay_short_and_are_counted(read_file: ReadFile) -> None:
    twice = ROW + ROW.replace("{text}", "{first} or otherwise.")
    found = read_file(page(twice, script("…")), "keel.html")

    assert not any(each.text in WORDS.values() for each in found.posts)
    assert found.left_out["passages"] >= len(WORDS)


def test_no_words_of_another_are_taken_with_them(read_file: ReadFile) -> None:
    flat = "<p class='b'>{text}</p>"
    found = read_file(page(flat, script("…")), "keel.html")

    assert {each.author: each.text for each in found.posts} == WORDS
