from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import readability
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.sources.file_defaults import Labels
from adapters.sources.formats.pages.article import text as module
from adapters.sources.formats.pages.html_page import page_posts
from adapters.sources.formats.pages.html_text import tree_text
from index.errors import PostFormatError
from index.posts import Post

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


PAGE = (Path(__file__).parents[5] / "payloads" / "sources" / "page.html").read_text()


def head(*tags: str) -> str:
    return f"<html><head>{''.join(tags)}</head><body><p>The bees swarm in May.</p></body></html>"


def test_the_article_of_a_page_is_a_post_without_what_stands_around_it(
    read_file: ReadFile,
) -> None:
    assert read_file(PAGE, "saved.html").only == Post(
        id="page:https://garden.example/compost",
        source="garden.example",
        title="Compost in winter",
        text="The heap sleeps in winter, but it does not stop. Cover it with straw, and turn it"
        " when the frost is over.\n\nLayers\n\nPut brown on green : leaves, then peelings, then"
        " straw.\nNever meat.\n\n- Leaves are free in November.\n- Peelings come every day.\n\n"
        "> Worms do the work, we take the praise.\n\nturn(heap)\n  wait(4)",
        author="Ada Quill",
        url="https://garden.example/compost",
        posted_at=datetime(2024, 3, 1, 8, tzinfo=UTC),
    )


def test_a_short_page_is_its_whole_text_and_named_by_its_file(read_file: ReadFile) -> None:
    post = read_file(head("<title>Bees</title>"), "bees.html").only

    assert (post.id, post.source) == ("bees:bees.html", "bees")
    assert (post.title, post.text) == ("Bees", "The bees swarm in May.")
    assert (post.author, post.url, post.posted_at) == (None, None, None)


@pytest.mark.parametrize(
    ("tag", "author"),
    [
        ('<meta name="author" content="Ada">', "Ada"),
        ('<meta property="article:author" content="https://social.example/ada">', None),
        (
            '<meta name="author" content="Ada"><meta name="author" content="Ben">',
            "Ada, Ben",
        ),
        (
            '<meta name="author" content="https://a.example"><meta name="author" content="Ada">',
            "Ada",
        ),
        ('<script type="application/ld+json">{"author": {"name": "Ada"}}</script>', "Ada"),
        ('<script type="application/ld+json">[{"author": [{"name": "Ada"}]}]</script>', "Ada"),
        ('<script type="application/ld+json">{"author": [], "x": </script>', None),
    ],
)
def test_the_author_is_who_the_page_says(read_file: ReadFile, tag: str, author: str | None) -> None:
    assert read_file(head(tag), "a.html").only.author == author


@pytest.mark.parametrize(
    ("tag", "year"),
    [
        ('<meta itemprop="datePublished" content="2023-05-01">', 2023),
        ('<script type="application/ld+json">{"datePublished": "2022-05-01"}</script>', 2022),
        ('<time datetime="2021-05-01T10:00:00Z">May</time>', 2021),
        ('<meta name="date" content="05/01/2020">', None),
    ],
)
def test_the_date_is_one_that_cannot_be_mistaken(
    read_file: ReadFile, tag: str, year: int | None
) -> None:
    moment = read_file(head(tag), "a.html").only.posted_at

    assert (moment and moment.year) == year


def test_a_page_tells_where_it_was_saved_from(read_file: ReadFile) -> None:
    saved = "<!DOCTYPE html>\n<!-- saved from url=(0024)https://bees.example/may -->\n" + head()

    assert read_file(saved, "a.html").only.url == "https://bees.example/may"


def test_the_encoding_that_a_page_announces_counts(read_file: ReadFile) -> None:
    page = head('<meta charset="windows-1252">').replace("bees", "abeilles d’été")

    assert "abeilles d’été" in read_file(page.encode("cp1252"), "a.html").only.text


def test_a_page_in_another_encoding_than_it_says_is_refused(read_file: ReadFile) -> None:
    wrong = head('<meta charset="utf-8">').replace("bees", "été").encode("cp1252")
    unknown = head('<meta charset="none-such">').encode()

    assert "is not UTF-8 (it looks like Windows-1252" in read_file(wrong, "a.html").error.problem
    assert "its encoding 'none-such' is not known" in read_file(unknown, "a.html").error.problem


@pytest.mark.parametrize("content", ["<html></html>", "<html><body><script>x", "<!-- -->"])
def test_a_page_without_text_is_refused(read_file: ReadFile, content: str) -> None:
    assert read_file(content, "a.html").errors


def test_a_sentence_that_begins_with_the_title_is_whole(read_file: ReadFile) -> None:
    page = head("<title>The bees</title>")
    assert read_file(page, "bees.html").only.text == "The bees swarm in May."


def test_a_heading_that_repeats_the_title_is_not_quoted(read_file: ReadFile) -> None:
    page = head("<title>Bees</title>").replace("<p>", "<h1>Bees</h1><p>", 1)

    assert read_file(page, "a.html").only.text == "The bees swarm in May."


@settings(deadline=None)
@given(
    st.integers(0, 900),
    st.integers(0, 200),
    st.binary() | st.text().map(lambda text: text.encode("utf-8", "replace")),
)
def test_no_bytes_in_a_page_raise(start: int, length: int, other: bytes) -> None:
    data = PAGE.encode()[:start] + other + PAGE.encode()[start + length :]

    for each in page_posts(data, Labels("a.html", "a.html", "a")):
        assert isinstance(each, Post | PostFormatError)


@pytest.mark.parametrize("control", ["\x01", "\x0b", "\x1f", "\ufffe", "&#1;", "&#xb;"])
def test_a_control_character_after_what_stands_around_an_article_is_no_matter(
    read_file: ReadFile, control: str
) -> None:
    page = f"<html><body><nav>Home</nav>{control}<p>Bees swarm.</p></body></html>"
    assert read_file(page, "a.html").only.text == "Bees swarm."


def test_a_short_article_stands_without_what_is_around_it(read_file: ReadFile) -> None:
    around = "<nav>Home</nav><header>Menu</header>", "<aside>News</aside><footer>© Us</footer>"
    for tag in ("article", "main", "div"):
        page = f"<html><body>{around[0]}<{tag}>Bees swarm.</{tag}>{around[1]}</body></html>"
        assert read_file(page, f"{tag}.html").only.text == "Bees swarm."


def test_an_article_within_another_is_read_once(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def text_of(element: Any, **without: Any) -> str:
        read.append(element.tag)
        return real(element, **without)

    real = tree_text
    monkeypatch.setattr(module, "tree_text", text_of)
    page = f"<html><body>{'<article>' * 20}<p>Short.</p>{'</article>' * 20}</body></html>"
    assert read_file(page, "a.html").only.text == "Short."
    assert read.count("article") == 1


ROW = "<p>The heap sleeps in winter, but it does not stop.</p>"


@pytest.mark.parametrize(
    ("page", "is_looked_for"),
    [
        (ROW * 1_000, True),
        (ROW * 25_000, False),
        (f"{'<blockquote>' * 200}{ROW * 1_000}{'</blockquote>' * 200}", False),
        (f"{'<section>' * 40}{ROW * 1_000}{'</section>' * 40}", True),
        (f"<p {' '.join(f'a{n}' for n in range(1_100))}>{ROW * 100}</p>", False),
        (ROW * 10 + f"<pre>{('a' + ' ' * 999) * 9}</pre>", False),
        (ROW * 10 + f"<pre>{('a' + ' ' * 99) * 9}</pre>", True),
    ],
    ids=["long", "elements", "blockquotes", "sections", "attributes", "blanks", "code"],
)
def test_the_article_is_looked_for_only_where_that_takes_no_long_time(
    monkeypatch: pytest.MonkeyPatch, page: str, *, is_looked_for: bool
) -> None:
    sizes: list[int] = []

    def counted(html: str) -> Any:
        sizes.append(len(html))
        return real(html)

    real = readability.Document
    monkeypatch.setattr(readability, "Document", counted)
    data = f"<html><body>{page}</body></html>".encode()
    [post] = page_posts(data, Labels("a.html", "a", "a"))
    assert isinstance(post, Post)
    assert bool(sizes) is is_looked_for
    assert post.text.count("The heap sleeps in winter") == page.count("The heap")


def test_a_page_of_many_elements_is_what_it_names_its_one_main_part() -> None:
    html = "<html><body><nav>Home</nav><div>Menu</div><main>{}</main>{}</body></html>"
    labels = Labels("a.html", "a", "a")
    [one] = page_posts(html.format(ROW * 25_000, "").encode(), labels)
    [two] = page_posts(html.format(ROW * 25_000, "<main>More.</main>").encode(), labels)
    assert isinstance(one, Post)
    assert isinstance(two, Post)
    assert (one.text[:8], one.text.count("The heap")) == ("The heap", 25_000)
    assert (two.text[:4], two.text[-5:]) == ("Menu", "More.")


def test_a_page_that_is_nested_too_deeply_says_what_is_missing(read_file: ReadFile) -> None:
    page = f"<html><body><p>Bees swarm.</p>{'<div>' * 300}deep{'</div>' * 300}</body></html>"
    found = read_file(page, "a.html")
    assert [post.text for post in found.posts] == ["Bees swarm."]
    assert found.error.problem == (
        "it is nested too deeply from some place on: what came before is taken"
    )


SENTENCES = " ".join(f"Turn the heap in week {number} of the year." for number in range(30))


def article(text: str) -> str:
    return (
        f"<html><body><nav><p>Menu of the garden</p></nav><article>{text}</article></body></html>"
    )


def test_blanks_between_words_change_nothing_of_a_page(read_file: ReadFile) -> None:
    plain = read_file(article(f"<p>{SENTENCES}</p>"), "page.html").only
    wide = SENTENCES.replace(" ", "\n" + " " * 40)
    assert read_file(article(f"<p>{wide}</p>"), "page.html").only == plain


def test_blanks_of_code_stay_as_they_are(read_file: ReadFile) -> None:
    code = "turn(heap)\n" + " " * 20 + "wait(4)"
    text = read_file(article(f"<p>{SENTENCES}</p><pre>{code}</pre>"), "page.html").only.text
    assert text == f"{SENTENCES}\n\n{code}"


def test_of_a_short_page_with_one_article_nothing_around_it_is_read(read_file: ReadFile) -> None:
    page = (
        "<nav><a href=/>Home</a></nav><div>We use cookies. Accept all</div><main><article>"
        "<h1>The drill press</h1><p>It tripped the breaker because a rat chewed the wire.</p>"
        "<p>We replaced the cable and moved the socket up.</p></article></main>"
        "<aside>Related: lathes</aside><footer>Subscribe to our newsletter</footer>"
    )
    only = read_file(f"<html><body>{page}</body></html>", "page.html").only
    assert only.text == (
        "The drill press\n\nIt tripped the breaker because a rat chewed the wire.\n\n"
        "We replaced the cable and moved the socket up."
    )


def test_what_a_person_wrote_around_an_article_stays(read_file: ReadFile) -> None:
    lead, late = "<p>The sale begins at nine.</p>", "<p>Correction, 5 May: it was called off.</p>"
    article = f"<article>{'<p>The church hall opens its doors to all.</p>' * 6}</article>"
    page = f"<html><body><main>{lead}{article}{late}</main></body></html>"
    text = read_file(page, "page.html").only.text
    assert "The sale begins at nine." in text
    assert "it was called off." in text
