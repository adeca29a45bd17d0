from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.unit.adapters.sources.formats.pages.threads.test_page import (
    ANSWER,
    ASKED,
    DOUBT,
    URL,
    page,
)

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

SCHEMA: Final = "https://schema.org"


def person(name: str) -> str:
    named = f'<span itemprop="name">{name}</span>'
    return f'<span itemprop="author" itemscope itemtype="{SCHEMA}/Person">{named}</span>'


def words(name: str, text: str, day: str) -> str:
    date = f'<time itemprop="dateCreated" datetime="2026-05-{day}T10:00:00Z">then</time>'
    return f'<div itemprop="text">{text}</div>{person(name)}{date}'


def answer(prop: str, number: int, inside: str) -> str:
    link = f'<a itemprop="url" href="https://bees.example/a/{number}">link</a>'
    scope = f'<div itemprop="{prop}" itemscope itemtype="{SCHEMA}/Answer">'
    return f"{scope}{link}{inside}</div>"


def question(inside: str, name: str = "When do bees swarm?") -> str:
    opened = f'<div itemprop="mainEntity" itemscope itemtype="{SCHEMA}/Question">'
    asked = f"{opened}<h1 itemprop='name'>{name}</h1>{words('Ada', ASKED * 2, '01')}{inside}</div>"
    return f'<main itemscope itemtype="{SCHEMA}/QAPage">{asked}</main>'


BEN: Final = answer("acceptedAnswer", 2, words("Ben", ANSWER * 2, "02"))
ZOE: Final = answer("suggestedAnswer", 3, words("Zoe", DOUBT, "03"))


@pytest.mark.parametrize("answers", [[BEN], [BEN, ZOE]], ids=["one", "two"])
def test_a_marked_question_and_each_answer_are_posts_of_who_wrote_them(
    read_file: ReadFile, answers: list[str]
) -> None:
    found = read_file(page(question("".join(answers))), "question.html")
    told = [
        ("Ada", ASKED * 2, "2026-05-01", URL, None),
        ("Ben", ANSWER * 2, "2026-05-02", "https://bees.example/a/2", True),
        ("Zoe", DOUBT, "2026-05-03", "https://bees.example/a/3", False),
    ]
    assert [
        (each.author, each.text, str(each.posted_at)[:10], each.url, each.is_accepted)
        for each in found.posts
    ] == told[: len(answers) + 1]
    assert [each.title for each in found.posts][:2] == ["When do bees swarm?", ""]
    assert (found.errors, found.left_out) == ([], {})


def test_a_question_that_is_only_a_title_is_its_own_words(read_file: ReadFile) -> None:
    asked = question(BEN).replace(f'<div itemprop="text">{ASKED * 2}</div>', "")
    first, second = read_file(page(asked), "question.html").posts
    assert (first.author, first.text) == ("Ada", "When do bees swarm?")
    assert (second.author, second.text) == ("Ben", ANSWER * 2)


def test_words_beside_marked_posts_are_counted(read_file: ReadFile) -> None:
    body = f"{question(BEN)}<p>{DOUBT}</p>"
    found = read_file(page(body), "question.html")
    assert [each.author for each in found.posts] == ["Ada", "Ben"]
    assert found.left_out == {"passages": 1}


def test_whom_the_marks_do_not_know_is_nobody_s_author(read_file: ReadFile) -> None:
    remark = f'<ul><li><span class="body">{DOUBT}</span><a class="comment-user">Zoe</a></li></ul>'
    marked = answer("acceptedAnswer", 2, words("Ben", ANSWER * 2, "02") + remark)
    found = read_file(page(question(marked)), "question.html")
    assert {each.author for each in found.posts if DOUBT in each.text} <= {"Zoe", None}
    assert {each.author for each in found.posts if ANSWER in each.text} <= {"Ben", None}


def test_what_a_marked_post_quotes_is_left_out_and_counted(read_file: ReadFile) -> None:
    quote = f'<blockquote class="quote"><cite>Ada</cite>{ASKED}</blockquote>'
    marked = answer("acceptedAnswer", 2, words("Ben", quote + ANSWER, "02"))
    found = read_file(page(question(marked)), "question.html")
    assert [each.text for each in found.posts] == [ASKED * 2, ANSWER]
    assert found.left_out == {"quotes": 1}


def test_a_date_that_only_a_title_tells_is_read(read_file: ReadFile) -> None:
    shown = (
        '<a href="/posts/2/revisions">edited <b><span title="2026-05-09 08:00:00Z">then</span></b>'
        '</a><span title="2026-05-02 08:00:00Z">May 2</span>'
    )
    inside = f'<div itemprop="text">{ANSWER}</div>{person("Ben")}{shown}'
    found = read_file(page(question(answer("suggestedAnswer", 2, inside))), "question.html")
    assert str(found.posts[1].posted_at) == "2026-05-02 08:00:00+00:00"


def test_where_only_the_opener_s_mark_has_an_address_it_is_the_page_s(read_file: ReadFile) -> None:
    link = f'<link itemprop="url" href="{URL}">'
    found = read_file(f"<html><body>{question(link + BEN)}</body></html>", "question.html")
    first = found.posts[0]
    assert (first.id, first.url) == (f"page:{URL}", URL)
