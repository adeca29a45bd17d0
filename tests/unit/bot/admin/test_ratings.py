"""Ratings are listed by question, and what was quoted only as far as their reader may see it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from adapters.chat.lines.ratings import rated_lines
from adapters.chat.wording import ENGLISH
from bot.admin.ratings import rated_page
from bot.ledger.questions.answers import Cited
from bot.ports import ReportReader
from bot.question_and_answer import Asker
from bot.questions.post_references import digest, version
from tests.fakes.bot.ledgers import asked, found
from tests.fakes.index.posts import post
from tests.unit.bot.questions.conftest import opened_services

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bot.admin.ratings import RatedPage
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
    page = asyncio.run(rated_page(services, reader))
    assert (len(page.answers), page.hidden) == (3, 3)
    assert sorted(looked) == ["discord:10", HIDDEN]


def page_of(services: Services, number: int = 1) -> RatedPage:
    reader = ReportReader("discord", "discord:42", frozenset({"everyone"}), is_open, "en")
    return asyncio.run(rated_page(services, reader, number))


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
    page = page_of(services)
    listed = [(number, each.rated.question.text) for number, each in page.answers]
    assert listed == [(1, "Disliked?"), (2, "Liked?")]
    worst = page.answers[0][1].rated
    assert (worst.good, worst.bad, worst.comments) == (1, 2, ("wrong",))
    assert (page.hidden, page.number, page.of) == (2, 1, 1)


def test_pages_go_on_with_their_numbers_and_end_with_the_last(services: Services) -> None:
    for number in range(4):
        rate(services, asked(f"Roof {number}?", f"r{number}"), good=1)
    page = page_of(services, 9)
    assert [number for number, _ in page.answers] == [4]
    assert (page.number, page.of) == (2, 2)


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
    ((_, answer),) = page_of(services).answers
    assert [each.text for each in answer.excerpts] == [bread.text]
    assert answer.excerpts[0].citation.author == "Zoe"
    assert answer.not_shown == 3


def test_what_is_long_is_cut_and_what_is_left_out_is_counted(services: Services) -> None:
    rate(services, asked("Is it " + "long " * 50 + "?"), *(f"no {each}" for each in range(5)))
    quote(services, [post(f"Oven {each} is lit.", f"{each}") for each in range(4)])
    ((number, answer),) = page_of(services).answers
    lines = rated_lines(number, answer, ENGLISH, lambda when: f"{when:%d}", str)
    assert lines[0].startswith("1. “Is it long")
    assert "lon…” 👍 0 👎 5 · 15" in lines[0]
    assert sum(each.startswith("👎 no ") for each in lines) == 3
    assert "👎 2 more with words" in lines
    assert sum(each.startswith("“Oven ") for each in lines) == 3
    assert lines[-1] == "… +1"


def test_a_cover_stays_over_what_was_covered(services: Services) -> None:
    rate(services, asked(), "wrong")
    secret = post("It was ||the gardener|| who did it.", "1")
    quote(services, [replace(secret, id="discord:42/10/1")])
    ((_, answer),) = page_of(services).answers
    (excerpt,) = answer.excerpts
    assert "gardener" not in excerpt.text
    assert excerpt.text.endswith(" who did it.")
