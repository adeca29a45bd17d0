"""Who edited a post, and why, is no part of its author's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

WORDS: Final = "The keel is of oak and was laid in March, which was late for us all."
NOTE: Final = "Last edited by Mo Dell; 3 May 2024 at 11:00 AM. Reason: bad manners"

VBULLETIN: Final = (
    '<li class="postbitlegacy"><div class="username_container"><a class="username">{name}</a></div>'
    '<blockquote class="postcontent restore">{words}</blockquote><div class="after_content">'
    "{note}</div></li>"
)
INVISION: Final = (
    '<article class="cPost ipsComment"><aside class="cAuthorPane"><h3 class="cAuthorPane_author">'
    '<a class="ipsType_break">{name}</a></h3></aside><div class="ipsComment_content">'
    '<div data-role="commentContent" class="ipsType_richText"><p>{words}</p>{note}</div></div>'
    "</article>"
)
BBPRESS: Final = (
    '<div class="type-reply"><div class="bbp-reply-author"><a class="bbp-author-name">{name}</a>'
    '</div><div class="bbp-reply-content"><p>{words}</p>{note}</div></div>'
)


def page(form: str, note: str) -> str:
    posts = (
        form.format(name=name, words=f"{WORDS} {name} says so.", note=note)
        for name in ("Ada", "Bo", "Cy")
    )
    return f"<html><head><title>The keel</title></head><body>{''.join(posts)}</body></html>"


@pytest.mark.parametrize(
    ("form", "note"),
    [
        (VBULLETIN, '<blockquote class="postcontent lastedited">{}</blockquote>'),
        (INVISION, "<span class='ipsType_light' data-excludequote><strong>{}</strong></span>"),
        (BBPRESS, '<ul class="bbp-reply-revision-log"><li>{}</li></ul>'),
    ],
)
def test_a_note_of_who_edited_a_post_is_none_of_its_words(
    form: str, note: str, read_file: ReadFile
) -> None:
    found = read_file(page(form, note.format(NOTE)), "keel.html")

    assert [(each.author, each.text) for each in found.posts] == [
        (name, f"{WORDS} {name} says so.") for name in ("Ada", "Bo", "Cy")
    ]


@pytest.mark.parametrize(
    ("form", "own"),
    [
        (VBULLETIN, '<blockquote class="postcontent">{}</blockquote>'),
        (INVISION, "<p>{}</p>"),
        (BBPRESS, "<ul><li>{}</li></ul>"),
    ],
)
def test_what_an_author_says_of_edits_stays(form: str, own: str, read_file: ReadFile) -> None:
    found = read_file(page(form, own.format("Edited by me: it was May.")), "keel.html")

    assert len(found.posts) == len(("Ada", "Bo", "Cy"))
    assert all("Edited by me: it was May." in each.text for each in found.posts)
