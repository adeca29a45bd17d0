"""What stands in a post outside of what its software calls the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


KEEL: Final = "The keel is of oak and was laid in March, which was late for us all."
MILL: Final = "The old mill was sold to a family from the north of the county in May."


def attached(*comments: str) -> str:
    files = "".join(
        "<dl class='file'><dt class='attach-image'><img class='postimage' src='k.jpg'></dt>"
        + (f"<dd><em>{comment}</em></dd>" if comment else "")
        + "<dd>k.jpg (12 KiB) Viewed 4 times</dd></dl>"
        for comment in comments
    )
    return f"<dl class='attachbox'><dt>Attachments</dt><dd>{files}</dd></dl>"


def phpbb(attachments: str, words: str = MILL) -> str:
    posts = "".join(
        f"<div id='p{at}' class='post'><dl class='postprofile'><dt><a class='username'>{name}</a>"
        f"</dt></dl><div class='postbody'><p class='author'>by <a class='username'>{name}</a></p>"
        f"<div class='content'>{text}</div>{below}</div></div>"
        for at, (name, text, below) in enumerate((("Ada", KEEL, ""), ("Bo", words, attachments)), 1)
    )
    return f"<html><head><title>The mill</title></head><body>{posts}</body></html>"


@pytest.mark.parametrize(
    ("comments", "wanted"),
    [
        (["The wheel from below."], f"{MILL}\n\nThe wheel from below."),
        (["The wheel.", "", "The race."], f"{MILL}\n\nThe wheel.\n\nThe race."),
        ([""], MILL),
    ],
)
def test_what_hangs_on_a_post_of_phpbb_has_its_author_s_comment(
    comments: list[str], wanted: str, read_file: ReadFile
) -> None:
    found = read_file(phpbb(attached(*comments)), "mill.html")

    assert [(each.author, each.text) for each in found.posts] == [("Ada", KEEL), ("Bo", wanted)]
    assert found.left_out == {}


def test_a_post_may_have_no_other_words(read_file: ReadFile) -> None:
    found = read_file(phpbb(attached("The wheel from below."), words=""), "mill.html")

    assert [each.text for each in found.posts] == [KEEL, "The wheel from below."]


def stack(above: str = "", below: str = "", within: str = "") -> str:
    posts = "".join(
        f"<div class='{kind}' id='{kind}'><div class='{cell}'>{above if kind == 'question' else ''}"
        f"<div class='s-prose js-post-body'><p>{text}</p>{within if kind == 'question' else ''}"
        f"</div><div class='owner'><div class='user-details' itemprop='author'>"
        f"<span itemprop='name'>{name}</span></div></div>{below if kind == 'question' else ''}"
        "</div></div>"
        for kind, cell, name, text in (
            ("question", "postcell", "Ada", KEEL), ("answer", "answercell", "Bo", MILL)
        )
    )  # fmt: skip
    return f"<html><head><title>How?</title></head><body>{posts}</body></html>"


CLOSED: Final = (
    "<aside class='s-notice s-notice__info post-notice'><div><b>Closed.</b> This question is"
    " <a href='/help'>opinion-based</a>. It is not currently accepting answers.</div></aside>"
)
SAME: Final = (
    "<div class='question-status'><b>This question already has answers here</b>: <a href='/2'>How"
    " is a keel laid?</a></div>"
)


@pytest.mark.parametrize("notice", [CLOSED, SAME])
def test_what_stack_exchange_says_of_a_question_is_nobody_s_and_counted(
    notice: str, read_file: ReadFile
) -> None:
    for page in (stack(above=notice), stack(below=notice)):
        found = read_file(page, "how.html")

        assert [(each.author, each.text) for each in found.posts] == [("Ada", KEEL), ("Bo", MILL)]
        assert found.left_out == {"page_furniture": 1}


def test_without_a_notice_nothing_is_counted(read_file: ReadFile) -> None:
    assert read_file(stack(), "how.html").left_out == {}
    notice = "<p>I had closed it: it is not currently accepting paint.</p>"
    found = read_file(stack(within=notice), "how.html")
    assert "accepting paint" in found.posts[0].text
    assert found.left_out == {}
