"""A page that lists articles, as a blog's home page does, is a post for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.posts import Post
    from tests.unit.adapters.sources.conftest import ReadFile

HOME: Final = '<link rel="canonical" href="https://boats.example/">'
KEEL: Final = (
    "The keel is of oak and was laid in March. We oiled it twice, because the first coat did not"
    " hold in the rain. Next week we turn to the planks."
)
MAST: Final = (
    "The mast is of ash, which bends before it breaks. I cut it from a single tree behind the"
    " mill, and it took four of us to carry it down to the yard."
)
SAIL: Final = (
    "The sail came back from the loft on Friday. They had sewn the reef points too low, so it went"
    " straight back, and we lost a week of good wind."
)
THREE: Final = (
    (1, "Laying the keel", "Ada Berg", KEEL),
    (2, "A mast of ash", "Ben Lund", MAST),
    (3, "The sail is late", "Cleo Dahl", SAIL),
)


def wordpress(at: int, title: str, author: str, text: str) -> str:
    return (
        f'<article id="post-{at}" class="post-{at} post type-post hentry">'
        f'<header class="entry-header"><h2 class="entry-title"><a href="/2024/p{at}/"'
        f' rel="bookmark">{title}</a></h2><div class="entry-meta"><span class="posted-on">'
        f'<a href="/2024/p{at}/"><time class="entry-date published"'
        f' datetime="2024-0{at}-02T10:00:00Z">0{at}/02/2024</time></a></span>'
        f'<span class="byline"> by <span class="author vcard"><a class="url fn n"'
        f' href="/author/x">{author}</a></span></span></div></header>'
        f'<div class="entry-content"><p>{text}</p></div>'
        f'<footer class="entry-footer">Posted in <a>Boats</a></footer></article>'
    )


def old_theme(at: int, title: str, author: str, text: str) -> str:
    made = wordpress(at, title, author, text)
    return made.replace("<article", "<div").replace("</article", "</div")


def in_columns(at: int, title: str, author: str, text: str) -> str:
    return f'<div class="column">{wordpress(at, title, author, text)}</div>'


def plain(at: int, title: str, author: str, text: str) -> str:
    return (
        f'<article><header><h2><a href="2024/p{at}/">{title}</a></h2>'
        f"<p>By {author}, {at} February 2024</p></header><p>{text}</p></article>"
    ).replace(f"{at} February", f"2 {['January', 'February', 'March'][at - 1]}")


def microformats(at: int, title: str, author: str, text: str) -> str:
    return (
        f'<article class="h-entry"><a class="u-url" href="/2024/p{at}/"><h3 class="p-name">{title}'
        f'</h3></a><a class="p-author h-card" href="/x">{author}</a>'
        f'<time class="dt-published" datetime="2024-0{at}-02">then</time>'
        f'<div class="e-content"><p>{text}</p></div></article>'
    )


def page(*parts: str, head: str = HOME) -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>The yard</title>{head}</head>'
        f"<body><nav><a>Home</a></nav><main>{''.join(parts)}</main><footer>© 2024</footer></body>"
        "</html>"
    )


def told(posts: list[Post]) -> list[tuple[str, str | None, str | None, str, str]]:
    return [
        (each.title, each.author, each.url, str(each.posted_at)[:10], each.text) for each in posts
    ]


@pytest.mark.parametrize("made", [wordpress, old_theme, in_columns, plain, microformats])
def test_each_article_is_a_post_with_its_own_title_author_date_and_link(
    made: Callable[[int, str, str, str], str], read_file: ReadFile
) -> None:
    found = read_file(page(*(made(*each) for each in THREE)), "home.html")

    assert found.errors == []
    assert told(found.posts) == [
        (title, author, f"https://boats.example/2024/p{at}/", f"2024-0{at}-02", text)
        for at, title, author, text in THREE
    ]
    assert {each.parent_id for each in found.posts} == {None}
    assert len({each.id for each in found.posts}) == len(THREE)


def test_articles_of_one_author_are_posts_of_their_own(read_file: ReadFile) -> None:
    parts = [wordpress(at, title, "Ada Berg", text) for at, title, _, text in THREE]
    found = read_file(page(*parts), "home.html")

    assert [(each.title, each.author) for each in found.posts] == [
        (title, "Ada Berg") for _, title, _, _ in THREE
    ]


def test_no_author_is_passed_on_to_an_article_that_names_none(read_file: ReadFile) -> None:
    second = wordpress(*THREE[1]).replace("Ben Lund", "")
    head = f'{HOME}<meta name="author" content="Ada Berg">'
    found = read_file(page(wordpress(*THREE[0]), second, head=head), "home.html")

    assert [each.author for each in found.posts] == ["Ada Berg", None]


def test_where_no_article_names_anybody_all_are_whose_the_page_is(read_file: ReadFile) -> None:
    parts = [wordpress(at, title, "", text) for at, title, _, text in THREE]
    head = f'{HOME}<meta name="author" content="Ada Berg">'

    assert [each.author for each in read_file(page(*parts, head=head), "home.html").posts] == [
        "Ada Berg"
    ] * len(THREE)


def test_the_author_in_linked_data_is_that_of_one_article(read_file: ReadFile) -> None:
    parts = [wordpress(at, title, "", text) for at, title, _, text in THREE]
    data = (
        '{"@type": "Blog", "blogPost": [{"@type": "BlogPosting", "headline": "Laying the keel",'
        ' "author": {"@type": "Person", "name": "Ada Berg"}}]}'
    )
    head = f'{HOME}<script type="application/ld+json">{data}</script>'

    assert {each.author for each in read_file(page(*parts, head=head), "home.html").posts} == {None}


@pytest.mark.parametrize(
    "mark", ['class="comment"', 'id="comment-7"', 'itemtype="https://schema.org/Comment"']
)
def test_comments_within_an_article_are_not_its_authors(mark: str, read_file: ReadFile) -> None:
    comment = (
        f"<article {mark}><h4>Dag</h4><p>Ash rots below the water line, mind you.</p></article>"
    )
    first = wordpress(*THREE[0]).replace("</p></div>", f"</p></div>{comment}")
    found = read_file(page(first, wordpress(*THREE[1])), "home.html")

    assert [(each.author, each.text) for each in found.posts] == [
        ("Ada Berg", KEEL), ("Ben Lund", MAST),
    ]  # fmt: skip
    assert found.left_out["comments"] == 1


def test_comments_in_articles_make_no_list_of_a_page(read_file: ReadFile) -> None:
    comments = "".join(
        f'<article class="comment"><h4>{author}</h4><p>{text}</p></article>'
        for _, _, author, text in THREE[1:]
    )
    found = read_file(page(plain(*THREE[0]), f"<section>{comments}</section>"), "home.html")

    assert all(each.author != "Ada Berg" or each.text == KEEL for each in found.posts)
    assert "A mast of ash" not in {each.title for each in found.posts}


def test_names_above_words_are_no_titles(read_file: ReadFile) -> None:
    parts = [
        f'<article><h3 class="author">{author}</h3><p>{text}</p></article>'
        for _, _, author, text in THREE
    ]
    found = read_file(page("<h1>Which wood?</h1>", *parts), "home.html")

    by_author = {each.author: each.text for each in found.posts}
    assert by_author == {author: text for _, _, author, text in THREE}
    assert [each.parent_id is None for each in found.posts] == [True, False, False]


def test_an_article_beside_the_heads_of_others_stays_the_page(read_file: ReadFile) -> None:
    long = "".join(f"<p>{text} {number}.</p>" for number in range(6) for *_, text in THREE)
    own = wordpress(*THREE[0]).replace(f"<p>{KEEL}</p>", long)
    heads = [
        f'<article><h2><a href="/{at}">{title}</a></h2><p>In short.</p></article>'
        for at, title, _, _ in THREE[1:]
    ]
    found = read_file(page(own, *heads), "home.html")

    assert found.posts[0].url == found.posts[0].id.removeprefix("page:")
    assert not {title for _, title, _, _ in THREE} & {each.title for each in found.posts}


def test_what_stands_beside_the_list_is_counted(read_file: ReadFile) -> None:
    beside = "<div><p>We meet each Sunday at nine by the slip, and there is tea for all.</p></div>"
    found = read_file(page(*(wordpress(*each) for each in THREE), beside), "home.html")

    assert len(found.posts) == len(THREE)
    assert found.left_out["passages"] == 1
