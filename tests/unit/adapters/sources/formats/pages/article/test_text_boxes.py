"""A box of text within an article is its author's; what the site sets there is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import Found, ReadFile

KEEL: Final = "The keel is of oak and was laid in March, by the whole yard, who sang all day long."
PLANKS: Final = "We planked her with larch, since elm rots where the wind and the water meet."
MILL: Final = "The yard was founded in 1912 by three brothers who had come from the north."


def read(read_file: ReadFile, aside: str, *, inside: bool = True, body: str = "article") -> Found:
    own, below = (aside, "") if inside else ("", aside)
    end = body.split(maxsplit=1)[0]
    return read_file(
        f"<html><head><title>The keel</title></head><body><main><{body}><h1>The keel</h1>"
        f"<p>By Ada Berg</p><p>{KEEL} {PLANKS} {KEEL}</p>{own}<p>{PLANKS} {KEEL}</p>"
        f"<p>{KEEL} {PLANKS} {PLANKS}</p>{f'<p>{KEEL} {KEEL}</p>' * 4}</{end}></main>{below}"
        "</body></html>",
        "keel.html",
    )


@pytest.mark.parametrize(
    "aside",
    [
        f"<aside><p>{MILL}</p></aside>",
        f"<aside class='box'><h3>The yard</h3><p>{MILL}</p></aside>",
        f"<aside class='callout note'>{MILL}</aside>",
        f"<aside><p>{MILL} Its <a href='/c'>chronicle</a> tells how it closed.</p></aside>",
        f"<aside><ul><li>{MILL}</li><li>It closed in the war.</li></ul></aside>",
    ],
)
@pytest.mark.parametrize("body", ["article", "div class='entry-content'"])
def test_a_box_of_text_is_its_author_s(aside: str, body: str, read_file: ReadFile) -> None:
    found = read(read_file, aside, body=body)

    assert MILL in found.only.text
    assert found.left_out == {}


@pytest.mark.parametrize(
    ("aside", "kind"),
    [
        (f"<aside class='author-box'><p>{MILL}</p></aside>", "passages"),
        (f"<aside class='newsletter'><p>{MILL}</p></aside>", "passages"),
        (f"<aside class='newsletter'><p>{MILL}</p><input></aside>", "page_furniture"),
        (f"<aside><p>{MILL}</p><form><input></form></aside>", "passages"),
        (f"<aside><blockquote>{MILL}</blockquote></aside>", "passages"),
        (f"<aside><a href='/y'>{MILL}</a></aside>", "passages"),
        (f"<aside class='related'><a href='/y'>{MILL}</a></aside>", "page_furniture"),
    ],
)
def test_what_is_no_box_of_the_author_s_is_counted(
    aside: str, kind: str, read_file: ReadFile
) -> None:
    found = read(read_file, aside)

    assert MILL not in found.only.text
    assert found.left_out == {kind: 1}


@pytest.mark.parametrize(
    "said", [PLANKS, f"„{PLANKS}“", f'<p>"{PLANKS}"</p>', "42", "The yard", f"{KEEL}<br>{PLANKS}"]
)
def test_what_only_repeats_the_article_or_says_nothing_is_not_counted(
    said: str, read_file: ReadFile
) -> None:
    found = read(read_file, f"<aside>{said}</aside>")

    assert found.only.author == "Ada Berg"
    assert found.left_out == {}


@pytest.mark.parametrize(
    ("aside", "count"),
    [
        (f"<aside><p>{MILL}</p></aside>", {"passages": 1}),
        (
            f"<aside><article><h3><a href='/m'>Mills</a></h3><p>{MILL}</p></article></aside>",
            {"passages": 1},
        ),
        (f"<aside><ul><li><a href='/m'>{MILL}</a></li></ul></aside>", {}),
        (f"<aside><nav><p>{MILL}</p></nav></aside>", {}),
        (f"<aside><h2>Most read</h2><a href='/m'>{MILL}</a> 12</aside>", {}),
        (f"<footer><aside>{MILL}</aside></footer>", {}),
        ("<aside><h2>On this page</h2><a href='#m'>Mills</a></aside>", {}),
    ],
)
def test_what_stands_beside_the_article_is_the_site_s_and_counted(
    aside: str, count: dict[str, int], read_file: ReadFile
) -> None:
    found = read(read_file, aside, inside=False)

    assert MILL not in found.only.text
    assert found.left_out == count


BODIES: Final = {
    "main": "<main><h1>The keel</h1>{}</main>",
    "a role": "<div class='body' role='main'><section><h1>The keel</h1>{}</section></div>",
    "a part of main": (
        "<main><div class='content-panel'><h1>The keel</h1></div>"
        "<div class='content-panel'><div class='markdown'>{}</div></div></main>"
    ),
    "a part": "<div id='content'><h1>The keel</h1>{}</div>",
    "another part": "<div class='page'><h1>The keel</h1><div>{}</div></div>",
}


def unnamed(read_file: ReadFile, body: str, said: str) -> Found:
    menu = "<aside id='sidebar'><nav><a href='/a'>Keels</a></nav></aside>"
    head = "<title>The keel</title><meta name='author' content='Ada Berg'>"
    html = f"<html><head>{head}</head><body class='has-sidebar'>{menu}{BODIES[body].format(said)}"
    return read_file(f"{html}</body></html>", "keel.html")


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(
    "words", [f"<p>{KEEL}</p>{{}}<p>{PLANKS}</p>", "<p>Oak.</p>{}<p>Elm rots.</p>"]
)
@pytest.mark.parametrize(
    "aside",
    [
        f"<aside><p>{MILL}</p></aside>",
        f"<aside class='starlight-aside--tip'><p>Tip</p><div><p>{MILL}</p></div></aside>",
        f"<aside class='topic'><p class='topic-title'>The yard</p><p>{MILL}</p></aside>",
        f"<aside class='note'><h4>The yard</h4><p>{MILL}</p></aside>",
        f"<aside><p><b>The yard.</b> {MILL}</p></aside>",
        f"<aside><p>{MILL} Its <a href='/c'>chronicle</a> tells how it closed.</p></aside>",
    ],
)
def test_a_box_among_the_words_of_a_page_that_names_no_article_stays(
    aside: str, words: str, body: str, read_file: ReadFile
) -> None:
    found = unnamed(read_file, body, words.format(aside))

    assert 0 <= found.only.text.lower().find("oak") < found.only.text.find(MILL)
    assert found.only.author == "Ada Berg"
    assert found.left_out == {}


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(
    "aside",
    [
        f"<h3>Recent comments</h3><p>{MILL}</p>",
        f"<h4>Was Leser sagen</h4><p>{MILL}</p>",
        f"<h2>À l'antenne</h2><p>{MILL}</p>",
        f"<h2>En directo</h2><p>{MILL}</p>",
        f"<p>{MILL}</p><a href='https://shop.example.org/'>Shop now</a>",
        f"<p>{MILL}</p><p><a href='https://shop.example.org/'>Jetzt ansehen</a></p>",
    ],
)
@pytest.mark.parametrize(
    "words", ["<p>{0}</p><aside>{1}</aside><p>{0}</p>", "<aside>{1}</aside><section>{0}</section>"]
)
def test_what_may_be_of_the_site_on_such_a_page_is_counted(
    words: str, aside: str, body: str, read_file: ReadFile
) -> None:
    found = unnamed(read_file, body, words.format(f"{KEEL} {PLANKS}", aside))

    assert MILL not in found.only.text
    assert found.left_out == {"passages": 1}


@pytest.mark.parametrize("body", BODIES)
def test_notes_at_the_foot_stay(body: str, read_file: ReadFile) -> None:
    notes = (
        "<aside class='footnote-list brackets'><aside class='footnote brackets' id='id2'"
        f" role='doc-footnote'><span>1</span><p>{MILL}</p></aside></aside>"
    )
    found = unnamed(read_file, body, f"<p>{KEEL}</p><p>{PLANKS}</p>{notes}")

    assert MILL in found.only.text
    assert found.left_out == {}


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(
    "words",
    [
        f"<p>{KEEL} {PLANKS} {KEEL}</p><aside><p>{MILL}</p></aside>",
        f"<aside><p>{MILL}</p></aside><div><p>{KEEL} {PLANKS} {KEEL}</p></div>",
        f"<p>{KEEL} {PLANKS}</p><aside class='sidebar'><p>{MILL}</p></aside><p>{KEEL}</p>",
        f"<p>{KEEL} {PLANKS}</p><aside class='about-author'><p>{MILL}</p></aside><p>{KEEL}</p>",
        f"<p>{KEEL} {PLANKS}</p><aside><blockquote>{MILL}</blockquote></aside><p>{KEEL}</p>",
        f"<div><p>{KEEL} {PLANKS} {KEEL}</p></div><aside><h2>Ada</h2><p>{MILL}</p></aside>",
    ],
)
def test_a_column_beside_the_words_of_such_a_page_is_counted(
    words: str, body: str, read_file: ReadFile
) -> None:
    found = unnamed(read_file, body, words)

    assert MILL not in found.only.text
    assert found.left_out == {"passages": 1}
