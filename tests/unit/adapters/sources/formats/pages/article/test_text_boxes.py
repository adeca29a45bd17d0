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


def test_what_stands_beside_the_article_is_the_site_s(read_file: ReadFile) -> None:
    found = read(read_file, f"<aside><p>{MILL}</p></aside>", inside=False)

    assert MILL not in found.only.text
    assert found.left_out == {}
