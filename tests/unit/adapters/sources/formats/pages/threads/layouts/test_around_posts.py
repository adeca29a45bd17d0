"""What a forum says around the posts that its page marks is named as what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

SAID: Final = {
    "Ada": "The keel is of oak and was laid in March, which was late for us all.",
    "Bo": "The old mill was sold to a family from the north of the county in May.",
}
LONG: Final = "Where do you all get your larch from these days, and at what price is it sold?"


def page(around: str = "", within: str = "") -> str:
    posts = "".join(
        f"<li itemprop='comment' itemscope itemtype='http://schema.org/Comment'>"
        f"<div itemprop='author' itemscope itemtype='https://schema.org/Person'>"
        f"<meta itemprop='name' content='{name}'></div><div itemprop='text'><p>{text}</p></div>"
        f"{within}</li>"
        for name, text in SAID.items()
    )
    return (
        "<html><head><title>The keel</title></head><body><main><div itemscope"
        " itemtype='https://schema.org/DiscussionForumPosting'><meta itemprop='headline'"
        " content='The keel'><meta itemprop='text' content='The keel'><div itemprop='author'"
        " itemscope itemtype='https://schema.org/Person'><meta itemprop='name' content='Ada'></div>"
        f"<h1>The keel</h1><ul>{posts}</ul></div>{around}</main></body></html>"
    )


@pytest.mark.parametrize(
    ("around", "kind"),
    [
        (f"<div class='alert alert-warning'><p>{LONG}</p></div>", "page_furniture"),
        (f"<div role='alert'>{LONG}</div>", "page_furniture"),
        (f"<div><p>{LONG}</p><a href='/register'>Register</a></div>", "page_furniture"),
        (f"<div><p>{LONG}</p><p><a href='/login?next=1'>Log in</a></p></div>", "page_furniture"),
        (f"<ul><li><a href='/2'>{LONG}</a> 2 votes</li><li><a href='/3'>Tar</a></li></ul>",
         "page_furniture"),
        (f"<p>{LONG}</p>", "passages"),
        (f"<div><p>{LONG}</p><a href='/terms'>Terms</a></div>", "passages"),
        (f"<div><b class='username'>Cy</b><p>{LONG}</p><a href='/login'>Reply</a></div>",
         "passages"),
        (f"<ul><li>{LONG} <a href='/2'>More</a></li><li><a href='/3'>Tar</a></li></ul>",
         "passages"),
    ],
)  # fmt: skip
def test_what_is_the_forum_s_is_not_called_a_passage(
    around: str, kind: str, read_file: ReadFile
) -> None:
    found = read_file(page(around), "keel.html")

    assert [(each.author, each.text) for each in found.posts] == [
        ("Ada", "The keel"),
        *SAID.items(),
    ]
    assert found.left_out == {kind: 1}


def test_signatures_are_counted_once_for_each_post(read_file: ReadFile) -> None:
    signed = "<div class='post-signature'>Fair winds to all who sail from the harbour.</div>"
    found = read_file(page(within=signed), "keel.html")

    assert [each.text for each in found.posts] == ["The keel", *SAID.values()]
    assert found.left_out == {"signatures": len(SAID)}


def test_menus_and_what_stands_within_posts_are_not_counted(read_file: ReadFile) -> None:
    menu = "<ul><li><a href='/1'>Home</a></li><li><a href='/2'>All topics</a></li></ul>"
    assert read_file(page(menu), "keel.html").left_out == {}
    alert = "<div class='alert'>Mind the tide: it turns at noon, and it turns fast.</div>"
    html = page().replace(f"{SAID['Bo']}</p>", f"{SAID['Bo']}</p>{alert}")
    found = read_file(html, "keel.html")
    assert "Mind the tide" in found.posts[2].text
    assert found.left_out == {}
