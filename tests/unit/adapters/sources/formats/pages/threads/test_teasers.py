"""What stands below an article under other names to be read next is neither it nor a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

OWN: Final = (
    "The keel is of oak and was laid in March. We oiled it twice, because the first coat did not"
    " hold in the rain. Next week we turn to the planks, which are of larch from the north."
)
TEASERS: Final = (
    ("Old mill", "Bo Lin", "The old mill was sold to a family from the north of the county."),
    ("New school", "Cy Dahl", "The new school will be open in autumn for all the children."),
    ("Wet harvest", "Di Holm", "The harvest was wet and the farmers ask for help from the state."),
)


def test_a_short_article_is_not_lost_for_the_teasers_below_it(read_file: ReadFile) -> None:
    cards = "".join(
        f'<article class="card"><h2><a href="/p">{title}</a></h2><span class="author">By {name}'
        f'</span><time datetime="2025-03-01">1 March</time><p>{text}</p></article>'
        for title, name, text in TEASERS
    )
    found = read_file(
        '<html><head><title>The keel</title><meta name="author" content="Ada Berg"></head><body>'
        f"<main><article><h1>The keel</h1><p>{OWN}</p></article></main>"
        f'<section class="related"><h2>Read next</h2>{cards}</section></body></html>',
        "keel.html",
    )

    (article,) = found.posts
    assert article.author in {"Ada Berg", None}
    assert OWN in article.text
