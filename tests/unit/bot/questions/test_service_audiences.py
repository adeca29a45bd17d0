"""What is told of a question, and of its answer, to whom."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search_scope import Filters
from tests.fakes.bot.ledgers import ADA, BEN, asked
from tests.fakes.index.posts import post
from tests.unit.bot.questions.conftest import (
    MEMBERS,
    OVEN,
    PUBLIC,
    SALE,
    core,
    ids,
    opened_services,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.question_and_answer import Answer
    from bot.questions.service import QuestionService
    from bot.services import Services
    from index.posts import Post


async def test_a_shared_answer_counts_what_it_withholds(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    await questions.ask(asked("Will the village oven be sold?", audience=MEMBERS, is_private=True))
    shared = await questions.shared("q1", PUBLIC, MEMBERS)
    everything = await questions.shared("q1", MEMBERS, MEMBERS)
    assert shared
    assert everything
    assert SALE.id not in ids(shared.answer)
    assert shared.withheld == 1
    assert not shared.answer.question.is_private
    assert SALE.id in ids(everything.answer)
    assert everything.withheld == 0


async def test_what_is_told_publicly_of_a_private_question_holds_neither_filters_nor_context(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    before = asked("What of the board?", audience=MEMBERS, is_private=True)
    filters = Filters(source=SALE.source, kind="post")
    question = asked("And will it be sold?", audience=MEMBERS, is_private=True, filters=filters)
    await questions.ask(question, before)
    private = await questions.again("q1", MEMBERS, is_private=True)
    public = await questions.again("q1", PUBLIC, is_private=False)
    shared = await questions.shared("q1", MEMBERS, MEMBERS)
    own = await questions.explain("q1", MEMBERS, ADA)
    others = await questions.explain("q1", MEMBERS, BEN)
    assert private
    assert public
    assert shared
    assert own
    assert others
    for answer in (private, own.answer, shared.private):
        assert answer.question.filters == filters
        assert "board" in answer.question.context
    for answer in (public, others.answer, shared.answer):
        assert (answer.question.filters, answer.question.context) == (Filters(), "")


async def test_names_in_the_filters_of_a_public_question_are_told_to_its_asker_alone(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    filters = Filters(author="Ada", source=SALE.source, kind="post")
    await questions.ask(asked("Will the village oven be sold?", audience=PUBLIC, filters=filters))
    own = await questions.explain("q1", PUBLIC, ADA)
    others = await questions.explain("q1", PUBLIC, BEN)
    assert own
    assert others
    assert own.answer.question.filters == filters
    assert others.answer.question.filters == Filters(kind="post")


async def test_what_led_to_a_private_question_is_no_context_of_a_public_one(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    private = asked(
        "Who sells the oven?", audience=MEMBERS, is_private=True, context="What of the board?"
    )
    shared_on = replace(asked("And when?", audience=PUBLIC), id="q2")
    alone = replace(asked("And when?", audience=MEMBERS, is_private=True), id="q3")
    assert (await questions.ask(shared_on, private)).question.context == "Who sells the oven?"
    assert "board" in (await questions.ask(alone, private)).question.context


async def test_one_reader_is_shown_what_the_others_may_not_see_and_nothing_else(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    await questions.ask(asked("Will the village oven be sold?", audience=PUBLIC))
    beyond = await questions.only_for("q1", PUBLIC, MEMBERS)
    nothing = await questions.only_for("q1", MEMBERS, PUBLIC)
    assert ids(beyond) == {SALE.id}
    assert beyond
    assert beyond.question.is_private
    assert [each.citation.number for each in beyond.excerpts] == [1]
    assert beyond.nearest == ()
    assert ids(nothing) == set()


LABELS = ("everyone", "discord:7", "discord:8", "slack:C1")
WORDS = "oven goats bread slugs library brewery".split()


@st.composite
def stored(draw: st.DrawFn) -> list[Post]:
    """Draw posts of random audiences; some are comments, which their posts lend words to."""
    posts: list[Post] = []
    for number in range(draw(st.integers(1, 8))):
        said = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
        label = draw(st.sampled_from(LABELS))
        parents = [each.id.partition(":")[2] for each in posts]
        posts.append(
            post(
                f"{label} says number {number}: the {' and the '.join(said)} were there.",
                str(number),
                title=draw(st.sampled_from(["", f"A title for {label}"])),
                audience=label,
                parent=draw(st.sampled_from([None, *parents])),
            )
        )
    return posts


AUDIENCES = st.frozensets(st.sampled_from(LABELS))


@pytest.mark.slow
@given(stored(), st.sampled_from(WORDS), AUDIENCES, AUDIENCES)
@settings(max_examples=40)
def test_nothing_beyond_an_audience_is_ever_in_an_answer(
    posts: Sequence[Post], word: str, theirs: frozenset[str], own: frozenset[str]
) -> None:
    async def act(folder: Path) -> None:
        with opened_services(folder) as services, core(folder) as answerer:
            questions = services.question_service(answerer.ask)
            await services.library.save(posts)
            text = f"Where were the {word}?"
            seen: list[tuple[frozenset[str], Answer | None]] = []
            seen.append((own, await questions.ask(asked(text, audience=own, is_private=True))))
            for label in LABELS:
                only = frozenset({label})
                seen.append((only, await questions.again("q1", only, is_private=False)))
            shared = await questions.shared("q1", theirs, own)
            explained = await questions.explain("q1", theirs, ADA)
            assert shared
            assert explained
            seen.append((theirs, shared.answer))
            seen.append((theirs, explained.answer))
            seen.append((own, await questions.only_for("q1", theirs, own)))
            for audience, answer in seen:
                check(answer, audience)
            assert explained.statistics.posts == sum(each.audience in theirs for each in posts)

    def check(answer: Answer | None, audience: frozenset[str]) -> None:
        assert answer is not None
        labels = {each.id: each.audience for each in posts}
        assert {labels[each.post_id] for each in answer.excerpts} <= audience
        told = " ".join(
            [each.text for each in answer.excerpts]
            + [each.citation.title for each in answer.excerpts]
            + [each.title for each in answer.nearest]
        )
        assert not [label for label in LABELS if label in told and label not in audience]

    with TemporaryDirectory() as folder:
        asyncio.run(act(Path(folder)))
