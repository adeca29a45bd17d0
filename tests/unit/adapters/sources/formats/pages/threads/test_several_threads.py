"""Linked data may name several posts of one page that stand side by side."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

WORDS: Final = {
    "Ada Berg": "The keel is of oak and was laid in March, which was late for us all.",
    "Bo Lin": "The old mill was sold to a family from the north of the county in May.",
    "Cy Dahl": "The new school will be open in autumn for all the children of the town.",
}
POSTS: Final[list[dict[str, object]]] = [
    {
        "@type": "DiscussionForumPosting",
        "headline": f"Topic {at}",
        "author": {"@type": "Person", "name": name},
        "datePublished": f"2026-01-0{at}",
        "text": text,
        "url": f"https://f.example/{at}",
    }
    for at, (name, text) in enumerate(WORDS.items(), 1)
]
CARDS: Final = "".join(
    f"<div class='card'><h3>Topic {at}</h3><p>{text}</p></div>"
    for at, text in enumerate(WORDS.values(), 1)
)
NAMED: Final = "".join(
    f"<div class='card'><h3>Topic {at}</h3><b>{name}</b><p>{text}</p></div>"
    for at, (name, text) in enumerate(WORDS.items(), 1)
)


def script(told: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def page(body: str, *told: object, head: str = "") -> str:
    scripts = "".join(map(script, told))
    title = "<title>Topics</title>"
    return f"<html><head>{title}{head}{scripts}</head><body><main>{body}</main></body></html>"


def of_kind(kind: str) -> list[dict[str, object]]:
    return [each | {"@type": kind} for each in POSTS]


@pytest.mark.parametrize("body", [CARDS, NAMED, "<div id='app'></div>"])
@pytest.mark.parametrize(
    "told",
    [
        [POSTS],
        POSTS,
        [{"@graph": POSTS}],
        [of_kind("SocialMediaPosting")],
        [of_kind("BlogPosting")],
        [of_kind("Question")],
    ],
)
def test_posts_side_by_side_are_each_of_who_wrote_it(
    body: str, told: list[object], read_file: ReadFile
) -> None:
    found = read_file(page(body, *told), "topics.html")

    assert [(each.author, str(each.posted_at)[:10], each.url) for each in found.posts] == [
        (name, f"2026-01-0{at}", f"https://f.example/{at}") for at, name in enumerate(WORDS, 1)
    ]
    assert all(WORDS[each.author or ""] in each.text for each in found.posts)
    assert {each.parent_id for each in found.posts} == {None}
    assert [each.title for each in found.posts] == ["Topic 1", "Topic 2", "Topic 3"]


@pytest.mark.parametrize("kind", ["DiscussionForumPosting", "BlogPosting", "Question"])
@pytest.mark.parametrize(
    ("author", "name"),
    [
        (None, None), ([None], None), ("", None), ([], None), ({"name": None}, None),
        ([{"name": "Bo Lin"}, None], "Bo Lin"),
        ([{"name": "Bo Lin"}, {"name": "Eve Ek"}], "Bo Lin, Eve Ek"),
    ],
)  # fmt: skip
def test_a_post_that_names_nobody_is_nobody_s_and_not_that_of_the_others_author(
    author: object, name: str | None, kind: str, read_file: ReadFile
) -> None:
    first, second, third = of_kind(kind)
    told = [first, second | {"author": author}, third | {"author": {"name": "Ada Berg"}}]
    found = read_file(page(CARDS, *told), "topics.html")

    assert [(each.author, str(each.posted_at)[:10], each.url) for each in found.posts] == [
        (by, f"2026-01-0{at}", f"https://f.example/{at}")
        for at, by in enumerate(("Ada Berg", name, "Ada Berg"), 1)
    ]
    assert [each.text for each in found.posts] == [*WORDS.values()]


def test_posts_of_one_author_side_by_side_have_each_its_own_day_and_link(
    read_file: ReadFile,
) -> None:
    told = [each | {"author": {"name": "Ada Berg"}} for each in of_kind("BlogPosting")]
    found = read_file(page(CARDS, *told), "topics.html")

    assert [(each.author, str(each.posted_at)[:10], each.url) for each in found.posts] == [
        ("Ada Berg", f"2026-01-0{at}", f"https://f.example/{at}") for at in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    "again",
    [
        {"author": None}, {"author": None, "headline": "Topic 2 again"},
        {"headline": "Topic 2 again", "text": WORDS["Bo Lin"][:60]},
        {"author": None, "text": "It was late."},
    ],
)  # fmt: skip
def test_an_article_told_again_without_its_author_or_shortened_is_one_post(
    again: dict[str, object], read_file: ReadFile
) -> None:
    one = POSTS[1] | {"@type": "Article"}
    body = ARTICLE.replace("</article>", "<p>It was late.</p></article>")
    found = read_file(page(body, one, one | again), "topics.html")

    assert [each.author for each in found.posts] == ["Bo Lin"]


@pytest.mark.parametrize("body", [CARDS, NAMED])
def test_comments_that_stand_beside_what_they_are_on_are_of_who_wrote_them(
    body: str, read_file: ReadFile
) -> None:
    told = [POSTS[0], *(each | {"@type": "Comment"} for each in POSTS[1:])]
    found = read_file(page(body, *told), "topics.html")

    assert [each.author for each in found.posts] == [*WORDS]
    assert [each.parent_id for each in found.posts[1:]] == [found.posts[0].id] * 2


@pytest.mark.parametrize("kind", ["DiscussionForumPosting", "BlogPosting"])
def test_where_no_words_are_told_the_page_is_nobody_s(kind: str, read_file: ReadFile) -> None:
    told = [{key: each[key] for key in each if key != "text"} for each in of_kind(kind)]
    found = read_file(page(CARDS, told), "topics.html")

    (post,) = found.posts
    assert (post.author, post.posted_at) == (None, None)
    assert all(text in post.text for text in WORDS.values())
    assert found.left_out["dates"] == 1


ARTICLE: Final = f"<article><h1>Topic 2</h1><p>{WORDS['Bo Lin'] * 6}</p></article>"
CANONICAL: Final = '<link rel="canonical" href="https://f.example/2">'


@pytest.mark.parametrize(
    ("body", "head", "kind"),
    [
        (ARTICLE, CANONICAL, "BlogPosting"),
        (ARTICLE, CANONICAL, "NewsArticle"),
        (ARTICLE, CANONICAL, "DiscussionForumPosting"),
        (ARTICLE, '<meta property="og:title" content="Topic 2">', "Article"),
        (ARTICLE.replace("</h1>", "</h1><p class='byline'>By Bo Lin</p>"), "", "Article"),
    ],
)
def test_an_article_is_its_own_author_s_whatever_else_linked_data_names(
    body: str, head: str, kind: str, read_file: ReadFile
) -> None:
    told = of_kind(kind)
    for each in told:
        del each["text"]
    found = read_file(page(body, told, head=head), "topics.html")

    (post,) = found.posts
    assert (post.author, str(post.posted_at)[:10]) == ("Bo Lin", "2026-01-02")


@pytest.mark.parametrize("kind", ["BlogPosting", "DiscussionForumPosting"])
def test_posts_of_which_the_page_shows_one_alone_are_not_read(
    kind: str, read_file: ReadFile
) -> None:
    found = read_file(page(ARTICLE, of_kind(kind), head=CANONICAL), "topics.html")

    assert [each.author for each in found.posts] == ["Bo Lin"]


@pytest.mark.parametrize(
    "told",
    [
        [POSTS[1], POSTS[1]],
        [POSTS[1] | {"@type": "Article"}, {"@type": "WebPage", "author": "The Paper"}],
        [POSTS[1], POSTS[1] | {"author": "The Paper"}],
        [POSTS[1] | {"@type": "Article"}, POSTS[1] | {"@type": "NewsArticle", "author": "Paper"}],
        [{"@type": "WebPage"}, POSTS[1] | {"@type": "Article"}, POSTS[0] | {"@type": "Review"}],
    ],
)
def test_one_article_told_twice_is_its_author_s(told: list[object], read_file: ReadFile) -> None:
    found = read_file(page(ARTICLE, *told), "topics.html")

    assert [each.author for each in found.posts] == ["Bo Lin"]


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("> So it is.\n\nI doubt it.\n- at night", "> So it is.\n\nI doubt it.\n- at night"),
        ("I doubt it.\r\nIt rains.", "I doubt it.\nIt rains."),
        ("I doubt\n\n\n\nit &amp; you.", "I doubt\n\nit & you."),
        ("<p>I doubt\nit.</p>\n<p>It rains.</p>", "I doubt it.\n\nIt rains."),
        ("&lt;p&gt;I doubt\nit.&lt;/p&gt;", "I doubt it."),
        ("I doubt it.", "I doubt it."),
    ],
)
def test_lines_of_plain_words_stay_lines(told: str, text: str, read_file: ReadFile) -> None:
    below = POSTS[1] | {"@type": "Comment", "text": told}
    found = read_file(page("<div id='app'></div>", POSTS[0] | {"comment": [below]}), "topics.html")

    assert [each.text for each in found.posts] == [WORDS["Ada Berg"], text]


@pytest.mark.parametrize("related", [{"text": WORDS["Cy Dahl"]}, {}])
def test_a_related_post_that_names_nobody_leaves_a_page_its_thread_and_its_link(
    related: dict[str, object], read_file: ReadFile
) -> None:
    comment = {"@type": "Comment", "author": {"name": "Cy Dahl"}, "text": WORDS["Ada Berg"]}
    thread = POSTS[1] | {"comment": [comment]}
    del thread["url"]
    other = {"@type": "DiscussionForumPosting", "headline": "Topic 9", "url": "https://f.example/9"}
    head = '<meta property="og:title" content="Topic 2">'
    body = f"<h1>Topic 2</h1><p>{WORDS['Bo Lin']}</p><p>{WORDS['Ada Berg']}</p>"
    body += f"<p>{WORDS['Cy Dahl']}</p>" if related else ""
    opener, reply = read_file(page(body, thread, other | related, head=head), "topic.html").posts

    assert (opener.author, reply.author) == ("Bo Lin", "Cy Dahl")
    assert reply.parent_id == opener.id
    assert WORDS["Cy Dahl"] not in f"{opener.text}{reply.text}"


def test_the_link_of_a_related_article_is_not_that_of_the_page(read_file: ReadFile) -> None:
    own = POSTS[1] | {"@type": "Article"}
    del own["url"]
    related = {"@type": "Article", "headline": "Topic 9", "url": "https://f.example/9"}
    found = read_file(page(ARTICLE, own, related), "topic.html").only

    assert (found.author, found.url) == ("Bo Lin", None)
