"""What an article or an entry of a feed quotes, and says whose it is, is not its author's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

QUOTED = "Never varnish an oar where your hands go, for it will blister them by noon."
OWN = "We disagree: two thin coats do no harm when they have dried for a week. " * 4
HEAD = (
    '<script type="application/ld+json">{"@type": "BlogPosting", "headline": "Oars",'
    ' "author": {"name": "Greta"}, "datePublished": "2025-03-03"}</script>'
)
COMMENT = (
    '<ol class="comment-list"><li class="comment"><cite class="fn">Ida</cite>'
    '<div class="comment-content"><p>Linseed oil is kinder to the hands.</p></div></li></ol>'
)
QUOTES = [
    f"<blockquote><p>{QUOTED}</p><cite>Ada Byron</cite></blockquote>",
    f'<aside class="quote" data-username="ada"><blockquote>{QUOTED}</blockquote></aside>',
    f'<blockquote class="twitter-tweet"><p>{QUOTED}</p>— Ada (@ada)</blockquote>',
]


@pytest.mark.parametrize("quote", QUOTES)
@pytest.mark.parametrize("below", ["", COMMENT])
def test_an_article_has_no_words_of_whom_it_quotes_and_they_are_counted(
    quote: str, below: str, read_file: ReadFile
) -> None:
    article = f"<main><article><p>{OWN}</p>{quote}<p>{OWN}</p></article>{below}</main>"
    found = read_file(f"<html><head>{HEAD}</head><body>{article}</body></html>", "oars.html")

    assert found.posts[0].author == "Greta"
    assert not any(QUOTED in each.text for each in found.posts)
    assert found.left_out["quotes"] == 1


@pytest.mark.parametrize("quote", QUOTES)
def test_nor_has_an_entry_of_a_feed(quote: str, read_file: ReadFile) -> None:
    said = escape(f"{quote}<p>We disagree.</p>")
    item = (
        f"<item><title>Oars</title><author>Greta</author><description>{said}</description></item>"
    )
    found = read_file(f"<rss><channel><title>f</title>{item}</channel></rss>", "feed.xml")

    assert (found.only.text, found.only.author) == ("We disagree.", "Greta")
    assert found.left_out == {"quotes": 1}


def test_a_quote_that_says_of_nobody_stays_and_is_marked(read_file: ReadFile) -> None:
    said = escape(f"<blockquote>{QUOTED}</blockquote><p class=quote>We disagree.</p>")
    item = f"<item><title>Oars</title><description>{said}</description></item>"
    found = read_file(f"<rss><channel><title>f</title>{item}</channel></rss>", "feed.xml")

    assert found.only.text == f"> {QUOTED}\n\n> We disagree."
    assert found.left_out == {}
