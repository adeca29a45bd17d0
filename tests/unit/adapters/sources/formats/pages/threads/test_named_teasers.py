"""What a page calls related is not its author's, however short the article beside it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

OWN: Final = "Oil the oar first, then the lock."
OTHER: Final = (
    "The lamp of the pier was lit by hand until the winter of 1962, and whoever lit it was paid in"
    " coal and in smoked fish by all of the village."
)
HEAD: Final = '<meta name="author" content="Ada Berg">'
POSTING: Final = (
    '<script type="application/ld+json">{"@type": "BlogPosting", "headline": "The oar",'
    ' "author": {"@type": "Person", "name": "Ada Berg"}}</script>'
)
SAID: Final = f"<h1>The oar</h1><p>{OWN}</p>"
LAMP: Final = f"<h3><a href='/lamp'>A lamp</a></h3><p>{OTHER}</p>"
CARD: Final = (
    f'<article class="post-card"><h3><a href="/lamp">A lamp</a></h3><p>{OTHER}</p></article>'
)
ARTICLE: Final = f"<article><h1>The oar</h1><p>{OWN}</p>{{}}</article>"


def page(body: str, head: str = HEAD) -> str:
    return (
        f"<html><head><title>The oar - Ada's boats</title>{head}"
        f'<link rel="canonical" href="https://boats.example/oar"></head><body>{body}</body></html>'
    )


@pytest.mark.parametrize("head", [HEAD, POSTING, HEAD + POSTING])
@pytest.mark.parametrize(
    "around",
    [
        '<section class="related">{}</section>',
        '<section class="related-posts"><h2>Elsewhere</h2><div>{}</div></section>',
        "<section><h2>You may also like</h2>{}</section>",
        "<div><h2>À lire aussi</h2><div>{}</div></div>",
        "<h2>Das könnte Sie auch interessieren</h2><div>{}</div>",
        '<div id="more-posts">{}</div>',
        '<div class="grid">{}</div>',
    ],
)
@pytest.mark.parametrize("body", ["<main>{}{}</main>", "{}{}", "<main>{}</main>{}"])
@pytest.mark.parametrize("times", [1, 3])
def test_teasers_beside_a_short_article_are_counted(
    head: str, around: str, body: str, times: int, read_file: ReadFile
) -> None:
    cards = "".join(
        CARD.replace("lamp", f"lamp{at}").replace("1962", f"19{62 + at}") for at in range(times)
    )
    found = read_file(page(body.format(ARTICLE.format(""), around.format(cards)), head), "oar.html")

    assert found.only.author == "Ada Berg"
    assert OWN in found.only.text
    assert "pier" not in found.only.text
    assert found.left_out["passages"] == times


@pytest.mark.parametrize(
    "form", [CARD, CARD.replace("article", "div"), CARD.replace("article", "li")]
)
def test_a_teaser_within_a_short_article_is_counted(form: str, read_file: ReadFile) -> None:
    within = ARTICLE.format(f'<section class="related"><h2>Read next</h2>{form}</section>')
    found = read_file(page(f"<main>{within}</main>"), "oar.html")

    assert (found.only.author, OWN in found.only.text) == ("Ada Berg", True)
    assert "pier" not in found.only.text


@pytest.mark.parametrize(
    "body",
    [
        f"<main><h1>The oar</h1><article><p>{OWN}</p><p>{OTHER}</p></article></main>",
        f"<main><article>{SAID}</article><article><p>{OTHER}</p></article></main>",
        f"<main>{SAID}<div class='post-card'>{LAMP}</div></main>",
        ARTICLE.format(f"<div class='related-work'><h2>Related work</h2><div>{LAMP}</div></div>"),
        ARTICLE.format(f"<h2>The <a href='/lamp'>lamp</a> of the pier</h2><p>{OTHER}</p>"),
        ARTICLE.format(f"<section>{LAMP}</section>"),
        f"<article class='related-false'>{SAID}<p>{OTHER}</p></article>",
        f"<body class='has-related'><article>{SAID}<div>{LAMP}</div></article></body>",
        f"<article><h1><a href='/oar'>The oar</a></h1><p>{OWN}</p><p>{OTHER}</p></article>",
        ARTICLE.format(f"<section class='related'>{LAMP.replace('/lamp', '#lamp')}</section>"),
    ],
)
def test_what_an_article_says_of_other_pages_stays(body: str, read_file: ReadFile) -> None:
    found = read_file(page(body), "oar.html")

    assert any(OTHER in post.text for post in found.posts)
    assert {post.author for post in found.posts} == {"Ada Berg"}


def test_of_a_list_of_recommended_articles_nothing_is_taken(read_file: ReadFile) -> None:
    body = f"<main><h1>The oar</h1><section class='recommended'>{CARD}{CARD.replace('lamp', 'pot')}"
    found = read_file(page(f"{body}</section></main>"), "list.html")

    assert any(OTHER in post.text for post in found.posts)


def test_comments_below_a_related_section_stay(read_file: ReadFile) -> None:
    said = "<div class='comment'><h4><a href='/u/{0}'>{0}</a></h4><p>{1}</p></div>"
    below = said.format("Bo", "Linseed is best for it.") + said.format("Cy", "Tar is, I would say.")
    body = f"{ARTICLE.format('')}<section class='related'>{CARD}</section><div>{below}</div>"
    found = read_file(page(f"<main>{body}</main>"), "oar.html")

    assert found.posts[0].author == "Ada Berg"
    assert found.left_out["passages"] == 1
    told = len(found.posts) - 1 + found.left_out.get("comments", 0)
    assert told == 2
