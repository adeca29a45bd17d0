"""Where a page tells programs one author and its readers another, nobody is its author."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

WORDS: Final = (
    "The keel is of oak and was laid in March. We oiled it twice, because the first coat did not"
    " hold in the rain. Next week we turn to the planks, which are of larch from the north."
)
BODY: Final = f"<p>{WORDS}</p>" * 3


def page(above: str, below: str = "", author: str = "Ada Berg", head: str = "") -> str:
    return (
        f'<html><head><title>The keel</title><meta name="author" content="{author}">{head}</head>'
        f"<body><main><article><h1>The keel</h1>{above}{BODY}{below}</article></main></body></html>"
    )


@pytest.mark.parametrize(
    "above",
    [
        '<p class="byline">By Bo Lin</p>',
        "<p>By Bo Lin</p>",
        "<div><p>Veröffentlicht von Bo Lin am 3. Mai 2024</p></div>",
        '<a rel="author" href="/bo">Bo Lin</a>',
        '<p>By <a rel="author" href="/bo">Bo Lin</a></p>',
        '<div><span class="author">Bo Lin</span></div>',
        '<p class="author-name">Bo Lin</p>',
    ],
)
def test_an_article_that_shows_another_author_is_nobody_s(above: str, read_file: ReadFile) -> None:
    (found,) = read_file(page(above), "keel.html").posts

    assert found.author is None
    assert WORDS in found.text


@pytest.mark.parametrize(
    "below",
    [
        f'<h2>A reply</h2><p class="byline">By Bo Lin</p>{BODY}',
        f"<hr><p>Posted by Bo Lin on 2026-01-02</p>{BODY}",
        f"<hr><p>Écrit par Bo Lin le 3 mai 2024</p>{BODY}",
    ],
)
def test_an_article_of_which_another_wrote_a_part_is_nobody_s(
    below: str, read_file: ReadFile
) -> None:
    (found,) = read_file(page('<p class="byline">By Ada Berg</p>', below), "keel.html").posts

    assert found.author is None


@pytest.mark.parametrize(
    ("author", "above"),
    [
        ("Ada Berg", '<p class="byline">By Ada Berg</p>'),
        ("Ada Berg", '<p class="byline">By ADA BERG</p>'),
        ("adaberg", '<p class="byline">By Ada Berg</p>'),
        ("Ada", '<p class="byline">By Ada Berg</p>'),
        ("Berg, Ada", '<p class="byline">By Ada Berg</p>'),
        ("A. Berg", '<p class="byline">By Ada Berg</p>'),
        ("Ada Berg", '<p class="byline">By Ada Berg and Bo Lin</p>'),
        ("Ada Berg, Bo Lin", '<p class="byline">By Ada Berg</p><p class="byline">By Bo Lin</p>'),
        ("Ada Berg", '<p class="byline">By Ada Berg</p><p class="author-title">Staff Writer</p>'),
        ("Ada Berg", '<figure><img><span class="author">Getty Images</span></figure>'),
        ("Ada Berg", "<p>Photo by Bo Lin</p>"),
        ("Ada Berg", '<blockquote><p>So.</p><p class="author">Bo Lin</p></blockquote>'),
        ("Ada Berg", '<div class="related"><p class="author">Bo Lin</p></div>'),
        ("Ada Berg", "<p>3 May 2024</p>"),
    ],
)
def test_who_is_named_alike_or_beside_it_changes_no_author(
    author: str, above: str, read_file: ReadFile
) -> None:
    (found,) = read_file(page(above, author=author), "keel.html").posts

    assert found.author == author


@pytest.mark.parametrize(
    "below",
    [
        "<h3>The sea</h3><p>By Iris Murdoch</p><p>A novel of the coast.</p>",
        "<p>Maria Huber wrote on 3 May 2024:</p><p>The bridge is ours.</p>",
        "<aside><p class='byline'>By Bo Lin</p></aside>",
        "<div class='comments'><p>Posted by Bo Lin on 2026-01-02</p><p>So it is.</p></div>",
        "<p><a rel='author'>View All Posts</a></p><p class='author'>Ada Berg</p>",
    ],
)
def test_who_is_named_far_below_the_heading_did_not_write_it(
    below: str, read_file: ReadFile
) -> None:
    found = read_file(page("", below), "keel.html")

    assert [each.author for each in found.posts] == ["Ada Berg"]


def test_the_name_of_the_site_gives_way_to_the_byline(read_file: ReadFile) -> None:
    head = '<meta property="og:site_name" content="The Quay">'
    html = page('<p class="byline">By Bo Lin</p>', author="The Quay", head=head)

    assert [each.author for each in read_file(html, "keel.html").posts] == ["Bo Lin"]
