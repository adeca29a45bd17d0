"""Ratings are listed by question, and what was quoted only as far as their reader may see it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from adapters.chat.lines.ratings import ratings_page
from adapters.chat.wording import ENGLISH
from bot.admin.ratings import rated_answers
from bot.ledger.questions.answers import Cited
from bot.ports import ReportReader
from bot.question_and_answer import Asker
from bot.questions.quoting.post_references import digest, version
from tests.fakes.bot.ledgers import asked, found
from tests.fakes.index.posts import post
from tests.unit.bot.questions.conftest import opened_services

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from adapters.chat.lines.pages import Page
    from bot.admin.ratings import RatedAnswers
    from bot.question_and_answer import Question
    from bot.services import Services
    from index.ports import Encoder
    from index.posts import Post

HIDDEN = "discord:11"


@pytest.fixture
def services(tmp_path: Path, encoder: Encoder) -> Iterator[Services]:
    with opened_services(tmp_path, encoder=encoder) as opened:
        yield opened


async def is_open(question: Question) -> bool:
    return question.conversation != HIDDEN


def test_of_each_place_it_is_asked_once_whether_it_may_be_seen(services: Services) -> None:
    looked: list[str] = []

    async def may_see(question: Question) -> bool:
        looked.append(question.conversation)
        return await is_open(question)

    for number in range(6):
        place = HIDDEN if number % 2 else "discord:10"
        rate(services, asked(f"Roof {number}?", f"r{number}", conversation=place), good=1)
    reader = ReportReader("discord", "discord:42", frozenset({"everyone"}), may_see, "en")
    page = asyncio.run(rated_answers(services, reader))
    assert (len(page.answers), page.hidden) == (3, 3)
    assert sorted(looked) == ["discord:10", HIDDEN]


def list_of(services: Services) -> RatedAnswers:
    reader = ReportReader("discord", "discord:42", frozenset({"everyone"}), is_open, "en")
    return asyncio.run(rated_answers(services, reader))


def rate(services: Services, question: Question, *comments: str, good: int = 0) -> None:
    """Keep a question with a rating under 👎 for each comment, and so many under 👍."""
    services.ledger.questions.keep(found(question))
    for number, comment in enumerate((*comments, *[""] * good)):
        rater, is_good = Asker("discord", f"9{number}", "Rater"), number >= len(comments)
        services.ledger.questions.rate(question.id, rater, is_good=is_good, comment=comment)


def quote(services: Services, posts: Sequence[Post], message: str = "discord:10/1") -> None:
    """Let a message that answers the first question cite these posts whole."""
    asyncio.run(services.library.save(posts))
    cited = [
        Cited(
            number=number,
            post=each.id,
            version=version(each.fingerprint),
            end=len(each.text),
            words=digest(each.text),
        )
        for number, each in enumerate(posts, start=1)
    ]
    services.ledger.answers.put(message, "q1", cited, page=1, names_asker=False)


def test_the_most_disliked_comes_first_and_what_may_not_be_seen_is_counted(
    services: Services,
) -> None:
    rate(services, asked("Liked?", "good"), good=2)
    rate(services, asked("Disliked?", "bad"), "wrong", "", good=1)
    rate(services, asked("Hidden?", "h", conversation=HIDDEN), "secret")
    rate(services, asked("Private?", "p", is_private=True), "mine")
    rate(services, asked("Elsewhere?", "e", workspace_id="discord:43"), "theirs")
    page = list_of(services)
    assert [each.rated.question.text for each in page.answers] == ["Disliked?", "Liked?"]
    worst = page.answers[0].rated
    assert (worst.good, worst.bad, worst.comments) == (1, 2, ("wrong",))
    assert page.hidden == 2


def shown(services: Services, number: int = 1) -> Page:
    return ratings_page(
        list_of(services),
        number,
        len,
        ENGLISH,
        show_date=lambda when: f"{when:%d}",
        escaped=str,
    )


def test_pages_go_on_with_their_numbers_and_end_with_the_last(services: Services) -> None:
    for number in range(4):
        rate(services, asked(f"Roof {number}?", f"r{number}"), good=1)
    page = shown(services, 9)
    assert (page.number, page.of) == (2, 2)
    assert page.lines[0] == "Ratings of answers, the worst first: 2 of 2"
    assert page.lines[1].startswith("4. “Roof ")


def test_only_excerpts_that_the_reader_may_read_and_that_still_stand_are_shown(
    services: Services,
) -> None:
    rate(services, asked(), "wrong")
    bread = post("Bread is baked on Fridays.", "1", author="Zoe")
    changed = post("The oven is cold.", "2")
    cellar = post("The wine is below.", "3", audience=HIDDEN)
    quote(services, [bread, changed, cellar, post("Gone.", "4")])
    quote(services, [bread], "discord:10/2")
    asyncio.run(services.library.save([post("The oven is warm.", "2")]))
    asyncio.run(services.library.remove(["notes:4"]))
    (answer,) = list_of(services).answers
    assert [each.text for each in answer.excerpts] == [bread.text]
    assert answer.excerpts[0].citation.author == "Zoe"
    assert answer.not_shown == 3


def test_all_words_and_excerpts_stand_whole_on_the_pages(services: Services) -> None:
    comments = [f"no {each} " + "at all " * 60 + "!" for each in range(30)]
    question = "Is it " + "long " * 50 + "?"
    rate(services, asked(question), *comments, "x" * 4_000)
    quote(services, [post(f"Oven {each} is lit.", f"{each}") for each in range(4)])
    pages = [shown(services, each) for each in range(1, shown(services).of + 1)]
    told = "\n".join(line for page in pages for line in page.lines)
    assert len(pages) > 3
    assert f"1. “{question}” 👍 0 👎 31 · 15" in told
    assert all(f"👎 {each}" in told for each in comments)
    assert sum(line.count("x") for page in pages for line in page.lines[1:]) >= 4_000
    assert all(f"“Oven {each} is lit.”" in told for each in range(4))


def test_what_took_the_place_of_an_excerpt_is_not_shown_under_ratings_of_the_excerpt(
    services: Services,
) -> None:
    old, new = post("The oven is cold.", "1"), post("The oven is warm.", "1")
    quote(services, [old])
    rate(services, asked(), "too short")
    ledger = services.ledger
    (before,) = ledger.answers.all()
    shown = [replace(each, shown="old") for each in before.cited]
    ledger.answers.put(before.message, "q1", shown, page=1, names_asker=False)
    ledger.answers.put(before.message, "q1", shown, page=2, names_asker=False)
    (answer,) = list_of(services).answers
    assert [each.text for each in answer.excerpts] == [old.text]
    asyncio.run(services.library.save([new]))
    revised = [
        replace(each, version=version(new.fingerprint), words=digest(new.text), shown="new")
        for each in shown
    ]
    for _ in range(2):
        ledger.answers.put(before.message, "q1", revised, page=1, names_asker=False)
        (answer,) = list_of(services).answers
        assert (answer.excerpts, answer.not_shown) == ([], 1)


def test_a_cover_stays_over_what_was_covered(services: Services) -> None:
    rate(services, asked(), "wrong")
    secret = post("It was ||the gardener|| who did it.", "1")
    quote(services, [replace(secret, id="discord:42/10/1")])
    (answer,) = list_of(services).answers
    (excerpt,) = answer.excerpts
    assert "gardener" not in excerpt.text
    assert excerpt.text.endswith(" who did it.")
