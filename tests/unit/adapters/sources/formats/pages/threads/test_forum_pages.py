from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.formats.pages.threads import page as thread_page

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import Found, ReadFile

PAGES: Final = Path(__file__).parents[6] / "payloads" / "forums"
WORDS: Final = {
    "Ada": "When do bees swarm here? Mine left the hive in May, and I wonder if they come back.",
    "Ben": "They do not come back. Put a second hive up before the end of April, and wait.",
    "Zoe": "I would not wait: look at the frames each week, and take out the queen cells.",
}
DAYS: Final = {"Ada": "2026-05-01", "Ben": "2026-05-02", "Zoe": "2026-05-03"}
FORUMS: Final = [
    "discourse", "discourse_without_scripts", "flarum", "flarum_without_scripts", "invision",
    "lemmy", "phpbb", "smf", "smf_2_0", "stack_exchange", "xenforo",
]  # fmt: skip
UNNAMED: Final = {"flarum_without_scripts"}
"""On these nothing tells that there are several people but what is known of the layout."""

QUOTELESS: Final = {"flarum_without_scripts", "lemmy", "stack_exchange"}
DATELESS: Final = {"flarum_without_scripts"}
SIGNED: Final = {"invision", "phpbb", "smf", "smf_2_0", "xenforo"}
BLOGS: Final = ["wordpress", "wordpress_blocks", "wordpress_without_data"]


def saved(name: str) -> str:
    return (PAGES / f"{name}.html").read_text()


def days_of(found: Found) -> dict[str | None, str]:
    return {post.author: str(post.posted_at)[:10] for post in found.posts}


@pytest.mark.parametrize("software", FORUMS)
def test_each_one_s_words_on_a_page_of_a_forum_are_their_own(
    read_file: ReadFile, software: str
) -> None:
    found = read_file(saved(software), f"{software}.html")
    assert {post.author: post.text for post in found.posts} == WORDS
    assert len(found.posts) == len(WORDS)
    assert found.posts[0].author == "Ada"
    assert {post.parent_id for post in found.posts[1:]} == {found.posts[0].id}
    if software not in DATELESS:
        assert days_of(found) == DAYS
    quotes = {} if software in QUOTELESS else {"quotes": 1}
    assert found.left_out == quotes | ({"signatures": 3} if software in SIGNED else {})


@pytest.mark.parametrize("software", [each for each in FORUMS if each not in UNNAMED])
def test_on_a_forum_of_a_layout_that_is_not_known_nobody_has_the_words_of_another(
    read_file: ReadFile, software: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thread_page, "THREADS", ())
    found = read_file(saved(software), f"{software}.html")
    assert {post.author for post in found.posts} <= {*WORDS, None}
    for who, text in WORDS.items():
        of = {post.author for post in found.posts if text in post.text}
        assert of <= {who, None}
        assert of


@pytest.mark.parametrize("page", BLOGS)
def test_comments_below_an_article_are_posts_of_who_wrote_them(
    read_file: ReadFile, page: str
) -> None:
    found = read_file(saved(page), f"{page}.html")
    article, *comments = found.posts
    assert article.author == "Ada"
    assert article.text.startswith("A colony that has grown")
    assert article.text.endswith("a box of its own.")
    assert {post.author: post.text for post in comments} == {
        name: text for name, text in WORDS.items() if name != "Ada"
    }
    assert days_of(found) == DAYS
    assert {post.parent_id for post in comments} == {article.id}
    assert found.left_out == {}


def test_responses_that_nothing_marks_are_counted_and_not_the_author_s(
    read_file: ReadFile,
) -> None:
    found = read_file(saved("blog_responses"), "blog.html")
    assert found.only.author == "Ada"
    assert not any(text in found.only.text for text in WORDS.values())
    assert found.left_out == {"comments": 2}


LINKED: Final = (
    '<script type="application/ld+json">{"@type": "%s", "author": {"name": "Ada"}, %s}</script>'
)
COUNTS: Final = [
    '"commentCount": 2',
    '"interactionStatistic": {"interactionType": "CommentAction", "userInteractionCount": 2}',
]
AUTHOR: Final = '<meta name="author" content="Ada">'


def unmarked(head: str, form: str = "<p>{text}</p>") -> str:
    said = "".join(
        form.format(name=name, text=text, number=number)
        for number, (name, text) in enumerate(WORDS.items())
    )
    return f"<html><head>{head}</head><body><main><div>{said}</div></main></body></html>"


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("kind", ["DiscussionForumPosting", "Article", "QAPage"])
def test_a_page_that_only_counts_its_replies_is_not_its_opener_s(
    read_file: ReadFile, kind: str, count: str
) -> None:
    found = read_file(unmarked(LINKED % (kind, count)), "thread.html")
    assert found.only.author is None
    assert all(text in found.only.text for text in WORDS.values())


@pytest.mark.parametrize(
    "link",
    [
        "/u/{name}",
        "/members/{name}.3/",
        "/@{name}",
        "memberlist.php?mode=viewprofile&amp;u={number}",
        "index.php?action=profile;u={number}",
        "member.php?action=profile&amp;uid={number}",
    ],
)
def test_a_page_that_leads_to_several_people_is_not_its_author_s(
    read_file: ReadFile, link: str
) -> None:
    form = f'<div><a href="{link}">{{name}}</a><p>{{text}}</p></div>'
    found = read_file(unmarked(AUTHOR, form), "thread.html")
    assert {post.author for post in found.posts} == {None}


@pytest.mark.parametrize(
    "form",
    [
        '<div class="row"><b>{name}</b><p>{text}</p></div>',
        "<p>{name} wrote:</p><p>{text}</p>",
        "<dl><dt>{name}</dt><dd>{text}</dd></dl>",
        "<table><tr><td>{name}</td><td>{text}</td></tr></table>",
    ],
)
def test_a_page_that_names_others_as_it_does_its_author_is_not_the_author_s(
    read_file: ReadFile, form: str
) -> None:
    found = read_file(unmarked(AUTHOR, form), "thread.html")
    assert {post.author for post in found.posts} == {None}


def test_a_quote_of_somebody_leaves_a_page_its_author_s(read_file: ReadFile) -> None:
    body = f"<main><p>As Orwell wrote:</p><p>{WORDS['Ben']}</p><p>{WORDS['Ada']}</p></main>"
    page = f"<html><head>{AUTHOR}</head><body>{body}</body></html>"
    assert read_file(page, "note.html").only.author == "Ada"


def test_a_page_that_says_how_many_answered_is_not_its_author_s(read_file: ReadFile) -> None:
    first, *others = (f"<p>{text}</p>" for text in WORDS.values())
    body = f"{first}<h3>2 Replies</h3>{''.join(others)}"
    page = f"<html><head>{AUTHOR}</head><body><main>{body}</main></body></html>"
    assert read_file(page, "thread.html").only.author is None


def test_an_article_whose_comments_are_elsewhere_keeps_its_author(read_file: ReadFile) -> None:
    words = "".join(f"<p>{text}</p>" for text in WORDS.values())
    body = f'<article><div class="entry-content">{words}</div></article>'
    head = LINKED % ("BlogPosting", '"commentCount": 7')
    found = read_file(f"<html><head>{head}</head><body>{body}</body></html>", "blog.html")
    assert found.only.author == "Ada"
    assert found.left_out == {"comments": 7}


def test_a_page_s_date_is_neither_that_of_a_change_nor_of_another_page(
    read_file: ReadFile,
) -> None:
    listed = '<ul><li><time datetime="2026-06-20">June 20</time></li></ul>'
    changed = '<time class="updated" datetime="2026-07-09">July 9</time>'
    written = '<time class="entry-date published" datetime="2026-05-01">May 1</time>'
    text = f"<p>{WORDS['Ada']}</p>"
    for around in (changed + written, written + changed):
        page = f"<html><body>{listed}<article>{around}{text}</article></body></html>"
        assert str(read_file(page, "a.html").only.posted_at)[:10] == "2026-05-01"
    page = f"<html><body>{listed}{changed}{text}</body></html>"
    assert read_file(page, "a.html").only.posted_at is None


def test_all_words_of_a_page_stay_where_it_is_not_clear_whose_they_are(read_file: ReadFile) -> None:
    form = '<article><h3><a href="/u/{name}">{name}</a></h3><p>{text}</p></article>'
    found = read_file(unmarked(AUTHOR, form * 3), "thread.html")
    assert {post.author for post in found.posts} == {None}
    assert all(any(text in post.text for post in found.posts) for text in WORDS.values())


def test_a_comment_in_code_is_a_part_of_the_article(read_file: ReadFile) -> None:
    code = '<pre><code><span class="token comment"># turn the heap</span>\nturn()</code></pre>'
    body = f"<article><p>{WORDS['Ada'] * 4}</p>{code}<p>{WORDS['Ben']}</p></article>"
    head = LINKED % ("BlogPosting", '"headline": "Heaps"')
    found = read_file(f"<html><head>{head}</head><body>{body}</body></html>", "blog.html")
    assert "# turn the heap" in found.only.text
    assert found.only.author == "Ada"


def test_who_reviews_what_a_page_is_about_is_not_its_author(read_file: ReadFile) -> None:
    head = LINKED % ("Review", '"reviewBody": "Good."') + '<meta name="author" content="Ben">'
    page = f"<html><head>{head}</head><body><p>{WORDS['Ben']}</p></body></html>"
    assert read_file(page, "a.html").only.author == "Ben"


def test_words_in_a_form_into_which_nobody_writes_are_read(read_file: ReadFile) -> None:
    form = (
        '<div class="thing"><a class="author" href="/user/{name}">{name}</a>'
        '<form><input type="hidden" name="id"><div class="usertext-body">{text}</div></form></div>'
    )
    search = '<form><p>Search all that was said here</p><input type="text" name="q"></form>'
    found = read_file(unmarked("", form + search), "thread.html")
    assert {post.author: post.text for post in found.posts} == WORDS


FEEDBACK: Final = (
    '<article id="elComment_{number}" class="ipsComment ipsComment_parent ipsColumns"><aside'
    ' class="cAuthorPane"><h3 class="cAuthorPane_author"><a>{name}</a></h3></aside>'
    '<div class="ipsColumn"><time datetime="2026-05-0{number}T10:00:00Z">then</time>'
    '<div data-role="commentContent" class="ipsType_richText"><p>{text}</p></div></div></article>'
)
ENTRY: Final = (
    '<article id="c{number}" class="ipsEntry"><div class="ipsEntry__header"><a class="ipsUsername">'
    '{name}</a></div><div class="ipsEntry__content"><div class="ipsRichText"><p>{text}</p></div>'
    "</div></article>"
)


@pytest.mark.parametrize("form", [FEEDBACK, ENTRY], ids=["Invision 4", "Invision 5"])
def test_an_article_of_a_forum_s_software_is_its_author_s_with_the_comments_below(
    read_file: ReadFile, form: str
) -> None:
    text = "A heap of leaves turns to earth in a year, and needs some water each month. " * 4
    body = f'<section class="ipsType_richText"><p>{text}</p></section>'
    comments = "".join(
        form.format(name=name, text=said, number=number)
        for number, (name, said) in enumerate(WORDS.items(), 1)
    )
    head = LINKED % ("WebPage", '"name": "Heaps", "commentCount": 3')
    page = f"<main><h1>Heaps</h1>{body}<div id='comments'>{comments}</div></main>"
    found = read_file(f"<html>{head.replace('Ada', 'Max')}<body>{page}</body></html>", "a.html")
    article, *others = found.posts
    assert (article.author, article.text) == ("Max", text.strip())
    assert {post.author: post.text for post in others} == WORDS
    assert {post.parent_id for post in others} == {article.id}


def test_an_answer_that_a_page_marks_as_accepted_is(read_file: ReadFile) -> None:
    found = read_file(saved("stack_exchange"), "question.html")
    assert {post.author: post.is_accepted for post in found.posts[1:]} == {
        "Ben": True,
        "Zoe": False,
    }


def test_comments_in_a_list_are_beside_the_other_posts_of_a_marked_thread(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thread_page, "THREADS", ())
    found = read_file(saved("stack_exchange"), "question.html")
    assert {post.author: post.text.partition("\n")[0] for post in found.posts} == WORDS
    assert days_of(found) == DAYS


@pytest.mark.parametrize("hidden", [0, 4])
def test_only_comments_that_are_shown_on_demand_are_left_out(
    hidden: int, read_file: ReadFile
) -> None:
    page = saved("stack_exchange")
    listed = '<ul class="comments-list js-comments-list"'
    found = read_file(
        page.replace(listed, f'{listed} data-remaining-comments-count="{hidden}"', 1), "q.html"
    )

    assert len(found.posts) == len(read_file(page, "question.html").posts)
    assert found.left_out["comments"] == hidden
