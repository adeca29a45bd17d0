"""What a page shows of other pages is not the words of who writes there, and is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.unit.adapters.sources.formats.pages.threads.test_page import (
    ANSWER,
    ASKED,
    DOUBT,
    by_author,
    page,
)

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

OTHERS: Final = "Spruce is the best wood for masts, says the page behind the link."
POST: Final = (
    '<article class="message" data-author="{name}"><div class="message-body">'
    '<div class="bbWrapper">{text}</div></div></article>'
)
BYLINE: Final = '<meta name="author" content="Ada">'


@pytest.mark.parametrize(
    "preview",
    [
        f'<div class="bbCodeBlock bbCodeBlock--unfurl js-unfurl"><h3>Masts</h3>{OTHERS}</div>',
        f'<aside class="onebox allowlistedgeneric"><article><p>{OTHERS}</p></article></aside>',
        f'<figure class="kg-card kg-bookmark-card"><a href="#"><div>{OTHERS}</div></a></figure>',
    ],
)
def test_what_a_link_unfolds_to_is_not_the_words_of_who_posted_it(
    read_file: ReadFile, preview: str
) -> None:
    posts = [POST.format(name="Ada", text=ASKED), POST.format(name="Ben", text=ANSWER + preview)]
    found = read_file(page(f"<main>{''.join(posts)}</main>"), "thread.html")
    assert by_author(found) == {"Ada": ASKED, "Ben": ANSWER}
    assert found.left_out == {"link_previews": 1}


def test_when_a_post_was_edited_is_no_word_of_it(read_file: ReadFile) -> None:
    edited = f'{ANSWER}<div class="message-lastEdit">Last edited: <time>May 4</time></div>'
    posts = [POST.format(name="Ada", text=ASKED), POST.format(name="Ben", text=edited)]
    found = read_file(page(f"<main>{''.join(posts)}</main>"), "thread.html")
    assert by_author(found) == {"Ada": ASKED, "Ben": ANSWER}


@pytest.mark.parametrize(
    "kind", ["twitter-tweet", "bluesky-embed", "instagram-media", "mastodon-embed", "tiktok-embed"]
)
def test_a_post_of_others_within_an_article_is_not_its_author_s(
    read_file: ReadFile, kind: str
) -> None:
    quote = f'<blockquote class="{kind}"><p>{OTHERS}</p>— Carl (<a href="#">@carl</a>)</blockquote>'
    body = f"<article><p>{ASKED}</p>{quote}<p>{ANSWER}</p><p>{DOUBT}</p></article>"
    found = read_file(page(body, head=BYLINE), "article.html")
    assert found.only.text == f"{ASKED}\n\n{ANSWER}\n\n{DOUBT}"
    assert found.only.author == "Ada"
    assert found.left_out == {"quotes": 1}


def test_what_an_author_quotes_themselves_stays(read_file: ReadFile) -> None:
    body = f"<article><p>{ASKED}</p><blockquote class='pull'>{OTHERS}</blockquote><p>{ANSWER}</p>"
    found = read_file(page(body, head=BYLINE), "article.html")
    assert OTHERS in found.only.text
    assert found.left_out == {}


def test_a_preview_that_linked_data_tells_too_is_counted_once(read_file: ReadFile) -> None:
    told = {
        "@type": "DiscussionForumPosting",
        "text": ASKED,
        "author": {"name": "Ada"},
        "sharedContent": {"@type": "WebPage", "name": "Masts"},
    }
    preview = f'<div class="link-preview">{OTHERS}</div>'
    posts = [POST.format(name="Ada", text=ASKED + preview), POST.format(name="Ben", text=ANSWER)]
    found = read_file(page(f"<main>{''.join(posts)}</main>", told), "thread.html")
    assert found.left_out == {"link_previews": 1}
