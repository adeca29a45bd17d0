from __future__ import annotations

import pytest

from adapters.sources.formats.feeds.boilerplate import _strip, written_text
from adapters.sources.formats.pages.html_text import parsed

HOME, LINK = "https://bees.example/", "https://bees.example/swarm/"
SAID = "Bees swarm in May."
ENTRY, BLOG = f'<a href="{LINK}">Swarm</a>', f'<a href="{HOME}">Bees</a>'


@pytest.mark.parametrize(
    "added",
    [
        f"<p>The post {ENTRY} appeared first on {BLOG}.</p>",
        f"<p>The post {ENTRY} first appeared on {BLOG}.</p>",
        f"<p>L’article {ENTRY} est apparu en premier sur {BLOG}.</p>",
        f"<p>{ENTRY} は {BLOG} に最初に表示されました。</p>",
        "<p>The post Swarm appeared first on Bees.</p>",
        "<p>Der Beitrag Swarm erschien zuerst auf Bees.</p>",
        (
            ' submitted by <a href="https://r.example/user/ada"> /u/ada </a> <br/>'
            ' <span><a href="#">[link]</a></span> <span><a href="#">[comments]</a></span>'
        ),
        (
            ' submitted by <a href="#">/u/ada</a> to <a href="#">r/bees</a> <a href="#">[link]</a>'
            ' <a href="#">[12 comments]</a>'
        ),
        (
            '<p>Article URL: <a href="#">https://b.example</a></p><p>Comments URL: <a href="#">'
            "https://n.example/1</a></p><p>Points: 12</p><p># Comments: 3</p>"
        ),
        f'<p><a class="more-link" href="{LINK}">Continue reading</a></p>',
        f'<p><a href="{LINK}">Continue reading Swarm →</a></p>',
        f'<p>3 posts - 2 participants</p><p><a href="{LINK}">Read full topic</a></p>',
        '<div class="sharedaddy sd-x"><h3>Share this:</h3><ul><li>Mail</li></ul></div>',
        " [&#8230;]",
    ],
)
def test_what_software_adds_to_an_entry_is_nobody_s_words(added: str) -> None:
    assert written_text(f"<p>{SAID}</p>{added}", "Swarm", LINK, ["Bees"]) == SAID


@pytest.mark.parametrize("said", [SAID, "Bees swarm in May, so they say", "They come back!", "Ah."])
@pytest.mark.parametrize(
    "added",
    [
        "The post Swarm appeared first on Bees.",
        "L’article Swarm est apparu en premier sur Bees.",
        "Der Beitrag Swarm erschien zuerst auf Bees.",
    ],
)
def test_words_before_it_in_the_same_line_stay(said: str, added: str) -> None:
    assert written_text(f"{said} {added}", "Swarm", LINK, ["Bees"]) == said


@pytest.mark.parametrize(
    ("said", "added"),
    [
        ("The post office closes at noon, so go early.", "The post Swarm appeared first on Bees."),
        ("My post of May was wrong. See the story!", "The post Swarm appeared first on Bees."),
        ("Die Post schließt um zwölf.", "Der Beitrag Swarm erschien zuerst auf Bees."),
        ("Mein Artikel stand im Beitrag.", "Der Beitrag Swarm erschien zuerst auf Bees."),
        ("L’article d’hier était faux.", "L’article Swarm est apparu en premier sur Bees."),
    ],
)
def test_a_word_for_posts_before_it_in_the_same_line_is_the_author_s(said: str, added: str) -> None:
    assert written_text(f"{said} {added}", "Swarm", LINK, ["Bees"]) == said
    html = f"<p>{SAID}</p><p>{said} {added}</p>"
    assert written_text(html, "Swarm", LINK, ["Bees"]) == f"{SAID}\n\n{said}"


def test_words_before_its_links_in_the_same_paragraph_stay() -> None:
    said = "The post office closes at noon."
    html = f"<p>{SAID}</p><p>{said} The post {ENTRY} appeared first on {BLOG}.</p>"
    assert written_text(html, "Swarm", LINK) == f"{SAID}\n\n{said}"


@pytest.mark.parametrize("title", ["My first post", "The post. A story", "Who’s St. Ambrose?"])
def test_a_title_may_have_such_words_and_full_stops(title: str) -> None:
    added = f"The post {title} appeared first on Bees."
    assert written_text(f"{SAID} {added}", title, LINK, ["Bees"]) == SAID


@pytest.mark.parametrize(
    "blogs", [["Bees"], ["Posts – Bees"], ["Bees: what the hives do"], ["Planet", "bees"], []]
)
def test_the_blog_is_what_its_feed_or_its_address_is_called(blogs: list[str]) -> None:
    added = f"The post Swarm appeared first on {'Bees' if blogs else 'bees.example'}."
    assert written_text(f"{SAID} {added}", "Swarm", LINK, blogs) == SAID


@pytest.mark.parametrize(
    "said",
    [
        "Our story first appeared on page three of the Gazette. The honey is sold since Monday.",
        "Our story first appeared on page three of the Gazette.",
        "The article about the swarm appeared first on Monday, and the beekeeper answered it.",
        "This post first appeared on my old blog in 2019 and I have since changed my mind.",
        "The post Swarm appeared first on Monday.",
        "The post Swarm first appeared on Bees and is wrong: a hive swarms twice.",
        "The post Other title appeared first on Bees.",
        "Der Beitrag erschien zuerst auf Seite drei, und alle haben ihn gelesen.",
        "L’article est apparu en premier sur la page trois.",
        "La entrada aparece primero en la página tres.",
        "The honey first appeared on Bees.",
    ],
)
def test_what_an_author_tells_of_where_something_stood_first_stays(said: str) -> None:
    for html in (f"<p>{SAID}</p><p>{said}</p>", f"<p>{SAID}</p><p>{said} {ENTRY} {BLOG}</p>"):
        assert said in written_text(html, "Swarm", LINK, ["Bees"])
    assert written_text(f"{SAID} {said}", "Swarm", LINK, ["Bees"]) == f"{SAID} {said}"


def test_after_such_words_of_its_author_what_software_adds_goes() -> None:
    said = "The honey appeared first on our table."
    html = f"<p>{said} The post {ENTRY} appeared first on {BLOG}.</p>"
    assert written_text(html, "Swarm", LINK) == said


def test_an_entry_of_nothing_else_has_no_text() -> None:
    assert written_text('<a href="https://n.example/1">Comments</a>', "Swarm", LINK) == ""


@pytest.mark.parametrize(
    "kept",
    [
        '<p>He says the honey appeared first on <a href="#">our table</a>.</p>',
        f"<p>As I told in {ENTRY}, and tell again when {BLOG} comes out in June as a book.</p>",
        f"<p>They left. See {ENTRY} and {BLOG}.</p>",
        f"<p>See {ENTRY} and {BLOG} for what we wrote about bees: {SAID * 20}</p>",
        "<p>A [link] and [comments] in the midst.</p>",
        "<p>This was submitted by the club.</p>",
    ],
)
def test_what_an_author_wrote_of_the_same_words_stays(kept: str) -> None:
    text = written_text(f"<p>{SAID}</p>{kept}", "Swarm", LINK)
    assert text.startswith(f"{SAID}\n\n")
    assert text.endswith((".", "midst."))


def test_the_words_around_what_software_adds_stay_in_their_order() -> None:
    added = '<a class="feedflare" href="#">Share<ul class="sharedaddy"><li>Mail</ul></a>'
    html = f"<p>Bees {added}swarm {added}in <b>May</b>.{added}</p>"
    assert written_text(html, "Swarm", LINK) == SAID


def test_the_text_behind_what_is_hidden_is_not_moved() -> None:
    tree = parsed("<p>Bees" + '<a class="feedflare">Share</a> swarm' * 99 + "</p>")
    assert tree is not None
    _strip(tree, "Swarm", LINK)
    assert [each.tail for each in tree.iter("template")] == [" swarm"] * 99
