from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from index.posts import Post
    from tests.unit.adapters.sources.conftest import Found, ReadFile

URL = "https://bees.example/t/12"
ASKED = "When do bees swarm here? Mine left the hive in May, and I wonder if they come back."
ANSWER = "They do not come back. Put a second hive up before the end of April, and wait."
DOUBT = "I would not wait: look at the frames each week, and take out the queen cells."
FORUM = [("Ada", ASKED), ("Ben", ANSWER), ("Zoe", DOUBT)]


def page(body: str, linked: dict[str, Any] | None = None, head: str = "") -> str:
    data = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
    link = f'<link rel="canonical" href="{URL}"><title>Swarms</title>'
    around = "<nav><a href='/'>Home</a></nav>", "<footer>Powered by a forum</footer>"
    return f"<html><head>{link}{head}{data}</head><body>{around[0]}{body}{around[1]}</body></html>"


def person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


def linked(kind: str, key: str, *, with_texts: bool = True) -> dict[str, Any]:
    nodes = [
        {
            "author": person(name),
            "datePublished": f"2026-05-0{number}T10:00:00Z",
            "text": text if with_texts else "x",
        }
        for number, (name, text) in enumerate(FORUM, 1)
    ]
    return {"@type": kind, **nodes[0], key: nodes[1:]}


def by_author(found: Found) -> dict[str | None, str]:
    assert found.errors == []
    return {post.author: post.text for post in found.posts}


def blocks(form: str) -> str:
    return "".join(
        form.format(name=name, text=text, n=number, day=f"2026-05-0{number}")
        for number, (name, text) in enumerate(FORUM, 1)
    )


@pytest.mark.parametrize(
    "form",
    [
        (
            '<article class="post" id="p{n}"><div class="names"><a class="nick">{name}</a></div>'
            '<div class="cooked"><p>{text}</p></div><div class="controls">Like</div></article>'
        ),
        '<div class="msg" id="p{n}"><h4>{name}</h4><div class="message-body">{text}</div></div>',
        '<table><tr id="p{n}"><td>{name}<br>Posts: 12</td><td><p>{text}</p></td></tr></table>',
        '<li id="p{n}"><span>{name}</span><p>{text}</p><button>Reply</button></li>',
    ],
    ids=["discourse", "message", "table", "list"],
)
def test_a_page_of_a_forum_is_a_post_for_each_person_s_words(
    read_file: ReadFile, form: str
) -> None:
    told = linked("DiscussionForumPosting", "comment", with_texts=False)
    found = read_file(page(f"<main>{blocks(form)}</main>", told), "thread.html")
    assert by_author(found) == {
        "Ada": ASKED, "Ben": ANSWER, "Zoe": DOUBT,
    }  # fmt: skip
    first, *others = found.posts
    assert (first.id, first.title, first.url) == (f"page:{URL}", "Swarms", URL)
    assert {post.parent_id for post in others} == {first.id}
    assert [str(post.posted_at)[:10] for post in found.posts] == [
        "2026-05-01", "2026-05-02", "2026-05-03",
    ]  # fmt: skip


def test_a_thread_is_called_what_it_calls_itself(read_file: ReadFile) -> None:
    told = linked("DiscussionForumPosting", "comment") | {"headline": "When do bees swarm?"}
    body = f"<main><p>{ASKED}</p><p>{ANSWER}</p><p>{DOUBT}</p></main>"
    found = read_file(page(body, told), "thread.html")
    assert [post.title for post in found.posts] == ["When do bees swarm?", "", ""]


def test_blocks_that_name_their_authors_need_no_linked_data(read_file: ReadFile) -> None:
    form = '<div class="post" id="p{n}"><b class="author">{name}</b> <time datetime="{day}">'
    found = read_file(page(blocks(form + "then</time><p>{text}</p></div>")), "thread.html")
    assert by_author(found) == {"Ada": ASKED, "Ben": ANSWER, "Zoe": DOUBT}
    assert str(found.posts[2].posted_at)[:10] == "2026-05-03"
    assert found.posts[2].url == f"{URL}#p3"


def test_microdata_tells_the_authors_of_questions_and_answers(read_file: ReadFile) -> None:
    form = (
        '<div itemscope itemtype="https://schema.org/Answer" id="p{n}">'
        '<div itemprop="text"><p>{text}</p></div><div>edited by <a>Max</a></div>'
        '<div itemprop="author" itemscope><a>{name} Esq.</a><meta itemprop="name" content="{name}">'
        '</div><meta itemprop="dateCreated" content="{day}"></div>'
    )
    found = read_file(page(blocks(form)), "question.html")
    assert by_author(found) == {"Ada": ASKED, "Ben": ANSWER, "Zoe": DOUBT}
    assert str(found.posts[1].posted_at)[:10] == "2026-05-02"


def test_answers_within_answers_are_their_writers(read_file: ReadFile) -> None:
    inner = f'<ul><li><a class="author">Zoe</a><p>{DOUBT}</p></li></ul>'
    middle = f'<ul><li><a class="author">Ben</a><p>{ANSWER}</p>{inner}</li></ul>'
    body = f'<div><a class="author">Ada</a><p>{ASKED}</p>{middle}</div>'
    assert by_author(read_file(page(body), "tree.html")) == {
        "Ada": ASKED, "Ben": ANSWER, "Zoe": DOUBT,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("DiscussionForumPosting", "comment"),
        ("Question", "suggestedAnswer"),
        ("Question", "answer"),
    ],
)
def test_linked_data_with_the_words_tells_whose_they_are(
    read_file: ReadFile, kind: str, key: str
) -> None:
    told = linked(kind, key)
    told = {"@type": "QAPage", "mainEntity": told} if kind == "Question" else told
    body = f"<main><p>{ASKED}</p><p>{ANSWER}</p><p>{DOUBT}</p></main>"
    found = read_file(page(body, {"@graph": [told]}), "question.html")
    assert by_author(found) == {"Ada": ASKED, "Ben": ANSWER, "Zoe": DOUBT}
    assert [str(post.posted_at)[:10] for post in found.posts][1:] == ["2026-05-02", "2026-05-03"]


def test_where_it_is_not_clear_whose_words_are_whose_nobody_is_named(read_file: ReadFile) -> None:
    told = linked("DiscussionForumPosting", "comment", with_texts=False)
    body = f"<main><p>{ASKED}</p><p>{ANSWER}</p><p>{DOUBT}</p></main>"
    found = read_file(page(body, told), "thread.html")
    assert found.only.author is None
    assert ANSWER in found.only.text


def test_words_of_somebody_else_within_a_post_are_left_out_and_counted(read_file: ReadFile) -> None:
    form = '<div class="post"><a class="author">{name}</a><div class="cooked">{text}</div></div>'
    quote = f'<aside class="quote" data-username="Ada"><a class="author">Ada</a> {ASKED}</aside>'
    found = read_file(page(blocks(form).replace(ANSWER, quote + ANSWER)), "thread.html")
    assert by_author(found)["Ben"] == ANSWER
    assert found.left_out == {"quotes": 1}


def test_a_block_that_names_nobody_is_nobody_s(read_file: ReadFile) -> None:
    form = '<div class="post"><a class="author">{name}</a><p>{text}</p></div>'
    guest = f'<div class="post"><p>{ANSWER} A guest.</p></div>'
    found = read_file(page(blocks(form) + guest), "thread.html")
    assert by_author(found)[None] == f"{ANSWER} A guest."


def test_an_article_with_comments_is_its_author_s_without_them(read_file: ReadFile) -> None:
    said = f"<article><p>{ASKED * 4}</p></article>"
    told: dict[str, Any] = {"@type": "BlogPosting", "author": person("Ada")}
    found = read_file(page(said, told), "blog.html")
    assert found.only.author == "Ada"
    told["comment"] = [{"author": person("Ben"), "text": ANSWER}]
    mixed = f"<article><p>{ASKED * 4}</p><p>{ANSWER}</p></article>"
    assert read_file(page(mixed, told), "blog.html").only.author is None


def test_names_and_words_side_by_side_are_taken_in_turn(read_file: ReadFile) -> None:
    body = blocks('<h3 class="author">{name}</h3><p>{text}</p><p>So I say.</p>')
    found = read_file(page(f"<main><h1>Swarms</h1>{body}</main>"), "plain.html")
    assert by_author(found)["Ben"] == f"{ANSWER}\n\nSo I say."
    assert [post.author for post in found.posts] == ["Ada", "Ben", "Zoe"]


def test_names_below_the_words_are_not_taken_for_those_of_the_next(read_file: ReadFile) -> None:
    body = blocks('<p>{text}</p><i class="author">{name}</i>')
    head = '<meta name="author" content="Ada">'
    found = read_file(page(f"<main>{body}</main>", head=head), "plain.html")
    assert [post.author for post in found.posts] == [None]


def test_one_byline_makes_no_thread(read_file: ReadFile) -> None:
    body = f'<main><h1>Swarms</h1><p class="author">Ada</p><p>{ASKED}</p></main>'
    post: Post = read_file(page(body), "note.html").only
    assert ASKED in post.text


def accepted(found: Found) -> dict[str | None, bool | None]:
    return {post.author: post.is_accepted for post in found.posts}


def test_linked_data_tells_which_answer_is_accepted(read_file: ReadFile) -> None:
    told = linked("Question", "suggestedAnswer")
    first, second = told.pop("suggestedAnswer")
    told |= {"acceptedAnswer": second, "suggestedAnswer": [first]}
    body = f"<main><p>{ASKED}</p><p>{ANSWER}</p><p>{DOUBT}</p></main>"
    found = read_file(page(body, {"@type": "QAPage", "mainEntity": told}), "question.html")
    assert accepted(found) == {"Ada": None, "Ben": False, "Zoe": True}


def test_microdata_tells_which_answer_is_accepted_and_no_comment_on_it_is(
    read_file: ReadFile,
) -> None:
    def block(name: str, text: str, inside: str = "") -> str:
        named = f'<div itemprop="author"><meta itemprop="name" content="{name}">{name}</div>'
        return f'<div class="post">{named}<div itemprop="text"><p>{text}</p></div></div>{inside}'

    answer = block("Ben", ANSWER, block("Zoe", DOUBT))
    marked = f'<div itemprop="acceptedAnswer" itemscope>{answer}</div>'
    found = read_file(page(block("Ada", ASKED) + marked), "question.html")
    assert accepted(found) == {"Ada": None, "Ben": True, "Zoe": False}


@pytest.mark.parametrize("kind", ["DiscussionForumPosting", "QAPage", "BlogPosting"])
def test_a_page_without_a_link_of_its_own_stands_where_its_linked_data_says(
    read_file: ReadFile, kind: str
) -> None:
    told = linked("Question" if kind == "QAPage" else kind, "comment") | {"url": URL}
    told = {"@type": kind, "mainEntity": told} if kind == "QAPage" else told
    body = f"<main><p>{ASKED}</p><p>{ANSWER}</p><p>{DOUBT}</p></main>"
    html = page(body, told).replace(f'<link rel="canonical" href="{URL}">', "")
    first = read_file(html, "thread.html").posts[0]
    assert (first.id, first.url) == (f"page:{URL}", URL)


def test_a_page_that_lists_articles_stands_at_none_of_them(read_file: ReadFile) -> None:
    told = [
        {"@type": "BlogPosting", "author": person(name), "url": f"https://bees.example/{name}"}
        for name in ("Ada", "Ben")
    ]
    body = f"<main><p>{ASKED * 3}</p></main>"
    html = page(body, {"@graph": told}).replace(f'<link rel="canonical" href="{URL}">', "")
    assert read_file(html, "list.html").posts[0].url is None


def test_each_update_of_a_live_blog_is_who_wrote_it_s(read_file: ReadFile) -> None:
    updates = [
        {"@type": "BlogPosting", "headline": f"Part {name}", "author": person(name),
         "articleBody": text, "datePublished": "2026-05-01T10:00:00Z"}
        for name, text in FORUM
    ]  # fmt: skip
    told = {"@type": "LiveBlogPosting", "headline": "Swarms", "author": person("Desk")}
    shown = "".join(f"<article><h2>Part {name}</h2><p>{text}</p></article>" for name, text in FORUM)
    found = read_file(page(f"<main>{shown}</main>", told | {"liveBlogUpdate": updates}), "a.html")
    assert by_author(found) == {name: f"Part {name}\n\n{text}" for name, text in FORUM}
    assert found.posts[0].title == "Swarms"


def test_a_live_blog_without_the_words_of_its_updates_is_nobody_s(read_file: ReadFile) -> None:
    updates = [{"@type": "BlogPosting", "author": person(name)} for name, _ in FORUM]
    told = {"@type": "LiveBlogPosting", "headline": "Swarms", "author": person("Desk")}
    shown = "".join(f"<article><h2>{text[:9]}</h2><p>{text}</p></article>" for _, text in FORUM)
    found = read_file(page(f"<main>{shown}</main>", told | {"liveBlogUpdate": updates}), "a.html")
    assert found.only.author is None
    assert all(text in found.only.text for _, text in FORUM)
