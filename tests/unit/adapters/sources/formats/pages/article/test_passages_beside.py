"""What people wrote on a page stands in a post, or is counted: also comments that nothing marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.sources.file_defaults import Labels
from adapters.sources.formats.pages.article.passages_beside import passages_beside
from adapters.sources.formats.pages.html_page import page_posts
from index.posts import Post
from tests.fakes.examples import at_most
from tests.unit.adapters.sources.formats.pages.threads.test_forum_pages import WORDS

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

HEAP: Final = "A heap of leaves turns to earth in a year, and needs some water each month. "
ARTICLE: Final = f"<article><h1>Heaps</h1>{f'<p>{HEAP * 2}</p>' * 4}</article>"
HEAD: Final = (
    '<script type="application/ld+json">{"@type": "BlogPosting", "author": "Max"}</script>'
)
FORMS: Final = {
    "a section": ('<section id="comments"><h3>Comments</h3>{}</section>', "<b>{}</b><p>{}</p>"),
    "a heading": ("<h2>Kommentare</h2>{}", '<div class="x1"><i>{}</i><div>{}</div></div>'),
    "a class": ('<div class="responses">{}</div>', "<div><i>{}</i><div>{}</div></div>"),
    "no word": ('<div class="css-1">{}</div>', '<div class="css-2"><i>{}</i><div>{}</div></div>'),
    "a list": ("<h3>Discussion</h3><ul>{}</ul>", "<li><b>{}</b><p>{}</p></li>"),
}


def page(below: str, head: str = HEAD) -> str:
    around = "<nav><p>All that we ever wrote about heaps.</p></nav>"
    return f"<html><head>{head}</head><body>{around}{ARTICLE}{below}</body></html>"


@pytest.mark.parametrize("form", FORMS)
def test_comments_that_nothing_marks_are_counted(read_file: ReadFile, form: str) -> None:
    around, each = FORMS[form]
    said = "".join(each.format(name, text) for name, text in [*WORDS.items(), ("Flo", "So it is!")])
    found = read_file(page(around.format(said)), "heaps.html")
    assert found.only.author == "Max"
    assert not any(text in found.only.text for text in WORDS.values())
    assert sum(found.left_out.values()) == found.left_out["passages"]
    assert found.left_out["passages"] in {3, 4}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("part", ["div", "main", 'section class="story"', 'div class="post-body"'])
def test_comments_that_nothing_marks_are_never_the_words_of_who_wrote_the_article(
    read_file: ReadFile, form: str, part: str
) -> None:
    around, each = FORMS[form]
    said = around.format("".join(each.format(name, text) for name, text in WORDS.items()))
    begin, end = f"<{part}>", f"</{part.partition(' ')[0]}>"
    html = page(said).replace("<article>", begin).replace("</article>", end)
    found = read_file(html, "heaps.html")
    holding = {post.author for post in found.posts if any(t in post.text for t in WORDS.values())}
    assert holding <= {None}
    assert holding or found.left_out["passages"] == len(WORDS)


def test_bold_words_at_the_beginning_of_paragraphs_are_no_names(read_file: ReadFile) -> None:
    ends = (
        f"<p><b>Water</b> {HEAP}</p><p><b>Air</b> {HEAP}</p><p><b>Worms</b><br>{HEAP}</p>"
        f"<p><b>Straw</b><br>{HEAP}</p>"
    )
    html = page("").replace("</article>", ends + "</div>").replace("<article>", "<div>")
    found = read_file(html, "heaps.html")
    assert found.only.author == "Max"
    assert found.only.text.endswith(HEAP.strip())
    assert found.left_out == {}


def test_comments_that_are_counted_are_not_counted_again(read_file: ReadFile) -> None:
    said = "".join(f"<div><i>{name}</i><p>{text}</p></div>" for name, text in WORDS.items())
    beside = "<div><p>We sell leaves by the bag, and in winter by the lorry.</p></div>"
    found = read_file(page(f"{beside}<h3>3 Comments</h3>{said}"), "heaps.html")
    assert found.left_out == {"comments": 3, "passages": 1}
    head = HEAD.replace('"author"', '"commentCount": 3, "author"')
    found = read_file(page(f"<div>{said}</div>", head), "heaps.html")
    assert found.left_out == {"comments": 3}


def test_a_page_that_is_all_a_post_has_nothing_beside(read_file: ReadFile) -> None:
    form = "<h3>Leave a comment</h3><form><textarea></textarea></form>"
    link = "<aside><a href='/'>All by Max.</a></aside>"
    assert read_file(page(form + link), "heaps.html").left_out == {}


def test_a_line_within_a_line_is_no_other() -> None:
    assert passages_beside("One two three.\nFour five six.", ["Now: One two three."]) == [
        "Four five six."
    ]


def test_a_post_that_comes_twice_is_one_and_counted(read_file: ReadFile) -> None:
    posts = "".join(
        f'<div class="post"><b class="author">{name}</b><p>{text}</p></div>'
        for name, text in [*WORDS.items(), [*WORDS.items()][1]]
    )
    found = read_file(f"<html><body><main>{posts}</main></body></html>", "thread.html")
    assert len(found.posts) == len(WORDS)
    assert found.left_out == {"repeated_rows": 1}


PIECES: Final = st.lists(
    st.sampled_from(
        ["<p>{}</p>", "<div><b>Ben</b><p>{}</p></div>", "<ul><li>{}</li></ul>",
         '<div class="comment"><b class="author">Zoe</b><div>{}</div></div>', "<h2>{}</h2>",
         "<blockquote>{}</blockquote>",
         "<section><h3>Comments</h3><p>{}</p></section>", "<table><tr><td>{}</td></tr></table>"]
    ),
    min_size=1, max_size=8,
)  # fmt: skip


@settings(max_examples=at_most(60), deadline=None)
@given(pieces=PIECES, is_article=st.booleans())
def test_every_sentence_of_a_page_is_in_a_post_or_counted(
    pieces: list[str], *, is_article: bool
) -> None:
    sentences = [f"Of all heaps that I know, number {at} is the warmest one." for at in range(8)]
    body = "".join(map(str.format, pieces, sentences))
    labels = Labels("a", "a", "s")
    html = page(body, HEAD if is_article else "")
    texts = [each.text for each in page_posts(html.encode(), labels) if isinstance(each, Post)]
    missing = [each for each in sentences[: len(pieces)] if not any(each in one for one in texts)]
    assert sum(labels.left_out.values()) >= len(missing)
    assert labels.left_out or not missing


@pytest.mark.parametrize("mark", ["", "- ", "> ", "> - ", "3. ", "12) ", "• ", "- 1. "])
def test_what_stands_in_a_list_is_in_its_post_all_the_same(mark: str) -> None:
    assert passages_beside(f"{mark}{HEAP}", [HEAP]) == []
    assert passages_beside(HEAP, [f"{mark}{HEAP}"]) == []
    assert passages_beside(f"{mark}{HEAP}", ["Other words."]) == [HEAP[:40]]
