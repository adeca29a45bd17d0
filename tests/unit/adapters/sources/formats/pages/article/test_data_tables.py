"""The tables of an article are a part of it, however short their cells are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.formats.pages.article.data_tables import with_data_tables_kept

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

PAGE: Final = """<!doctype html><html lang="en"><head><title>Mending an oar</title></head>
<body><nav><a href="/">Home</a> <a href="/shop">Shop</a></nav><{main}><h1>Mending an oar</h1>
<p>A crack shorter than three centimetres is mended at home with resin and a carbon sleeve.</p>
<p>Let it dry for a whole day at twenty degrees before you sand it with fine paper.</p>
<table><tr><th>Crack</th><th>Layers</th></tr><tr><td>1 cm</td><td>2</td></tr>
<tr><td>3 cm</td><td>4</td></tr></table>
<p>Beyond that, replace the blade: it never gets as stiff again as it was before.</p></{main}>
<footer>© 2025 The slipway</footer></body></html>"""


@pytest.mark.parametrize("main", ["article", "main", "div"])
def test_a_short_table_of_an_article_is_kept(main: str, read_file: ReadFile) -> None:
    (post,) = read_file(PAGE.format(main=main), "oar.html").posts

    assert "Crack Layers\n1 cm 2\n3 cm 4\n" in post.text
    assert "slipway" not in post.text


@pytest.mark.parametrize("main", ["article", "main"])
def test_no_link_of_the_site_stands_above_the_main_part(main: str, read_file: ReadFile) -> None:
    (post,) = read_file(PAGE.format(main=main), "oar.html").posts
    assert post.text.startswith(("A crack", "Mending an oar"))


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>one row</td><td>alone</td></tr></table>",
        "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>",
        "<table><tr><td><p>a</p></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
        "<table><tr><td><a href=x>a</a><td><a href=y>b</a><tr><td>c<td>d</table>",
        "<table><tr><td>a<table></table></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
        "<table><tr><td>cut<td>off<tr><td>a<td>b",
    ],
)
def test_a_layout_stays_a_table(table: str) -> None:
    assert with_data_tables_kept(table) == table
