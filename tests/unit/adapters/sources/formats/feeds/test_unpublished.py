"""What a feed or a blog's backup holds and nobody published is no post."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import Found, ReadFile

WORDPRESS: Final = "http://wordpress.org/export/1.2/"
BLOGGER: Final = "http://schemas.google.com/blogger/2018"
SPACES: Final = (
    f'xmlns:wp="{WORDPRESS}" xmlns:app="http://www.w3.org/2007/app" xmlns:blogger="{BLOGGER}"'
    ' xmlns:old="http://purl.org/atom/app#" xmlns:lj="http://www.livejournal.org/rss/lj/1.0/"'
)
KIND: Final = "<category term='http://schemas.google.com/blogger/2008/kind#{}'/>"

WITHHELD: Final = [
    ("<app:control><app:draft>yes</app:draft></app:control>", "drafts"),
    ("<old:control><old:draft> yes </old:draft></old:control>", "drafts"),
    ("<wp:status>draft</wp:status>", "drafts"),
    ("<wp:status><![CDATA[pending]]></wp:status>", "drafts"),
    ("<wp:status>future</wp:status>", "drafts"),
    ("<wp:status>in-review-by-the-chief</wp:status>", "drafts"),
    ("<wp:status>private</wp:status>", "private_posts"),
    ("<wp:status>trash</wp:status>", "deleted"),
    ("<wp:status>publish</wp:status><wp:post_password>x</wp:post_password>", "private_posts"),
    ("<wp:status>publish</wp:status><wp:post_type>feedback</wp:post_type>", "private_posts"),
    ("<wp:status>publish</wp:status><wp:post_type>nav_menu_item</wp:post_type>", "other_records"),
    ("<wp:status>inherit</wp:status><wp:post_type>revision</wp:post_type>", "old_versions"),
    ("<blogger:status>DRAFT</blogger:status>", "drafts"),
    ("<blogger:status>SOFT_TRASHED</blogger:status>", "deleted"),
    ("<lj:security type='friends'/>", "private_posts"),
    (KIND.format("settings"), "other_records"),
    (KIND.format("template"), "other_records"),
]


def feed(read_file: ReadFile, *entries: str, spaces: str = SPACES, end: str = "</feed>") -> Found:
    inner = "".join(
        f"<entry><id>tag:b.example,2026:{number}</id><title>Masts</title>{each}"
        f"<content>Words on mast {number}.</content></entry>"
        for number, each in enumerate(entries, 1)
    )
    atom = f"<feed xmlns='http://www.w3.org/2005/Atom' {spaces}><title>b</title>{inner}{end}"
    return read_file(atom, "feed.xml", "b")


@pytest.mark.parametrize(("entry", "kind"), WITHHELD)
def test_what_nobody_published_for_all_is_left_out_and_counted(
    read_file: ReadFile, entry: str, kind: str
) -> None:
    found = feed(read_file, "", entry)
    assert [post.text for post in found.posts] == ["Words on mast 1."]
    assert found.left_out == {kind: 1}


@pytest.mark.parametrize(
    "entry",
    [
        "<app:control><app:draft>no</app:draft></app:control>",
        "<wp:status>publish</wp:status><wp:post_password></wp:post_password>",
        "<wp:status>publish</wp:status><wp:post_type>page</wp:post_type>",
        "<blogger:status>LIVE</blogger:status><blogger:type>POST</blogger:type>",
        "<lj:security type='public'/>",
        KIND.format("comment"),
        "<category term='draft'/>",
        "<x:status xmlns:x='urn:x'/>",
    ],
)
def test_what_was_published_is_a_post(read_file: ReadFile, entry: str) -> None:
    found = feed(read_file, entry)
    assert found.only.text == "Words on mast 1."
    assert found.left_out == {}


def test_a_prefix_that_nobody_declared_counts(read_file: ReadFile) -> None:
    found = feed(read_file, "<wp:status>private</wp:status>", spaces="")
    assert found.posts == []
    assert found.left_out["private_posts"] == 1


def test_older_exports_of_wordpress_say_the_same(read_file: ReadFile) -> None:
    older = SPACES.replace("export/1.2/", "export/1.0/")
    found = feed(read_file, "<wp:status>draft</wp:status>", "<wp:status>publish</wp:status>",
                 spaces=older)  # fmt: skip
    assert [post.text for post in found.posts] == ["Words on mast 2."]
    assert found.left_out == {"drafts": 1}


def test_in_a_damaged_feed_no_entry_counts_as_published_that_is_not_known(
    read_file: ReadFile,
) -> None:
    nameless = "<id></id><app:control><app:draft>yes</app:draft></app:control>"
    found = feed(read_file, nameless, "", "", end="")
    assert "Words on mast 1." not in [post.text for post in found.posts]
    assert found.left_out["drafts"] >= 1


def test_comments_and_hand_written_excerpts_of_wordpress_are_counted(read_file: ReadFile) -> None:
    comment = (
        "<wp:comment><wp:comment_author>Kim</wp:comment_author>"
        "<wp:comment_content>Aye, ash.</wp:comment_content></wp:comment>"
        f"<x:encoded xmlns:x='{WORDPRESS}excerpt/'>On masts.</x:encoded>"
    )
    assert feed(read_file, comment).left_out == {"comments": 1, "summaries": 1}
