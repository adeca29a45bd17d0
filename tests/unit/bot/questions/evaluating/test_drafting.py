from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.questions.evaluating.drafting import Draft, answering, drafts
from bot.questions.evaluating.evaluation import KnownQuestion
from index.clock import utc_now
from index.sqlite.store import Store
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.posts import Post

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ASKED = post("Hello all! When is the village oven lit?", "ask", author="Ada")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty database."""
    with closing(Store.open(tmp_path / "p.db", create=True, clock=utc_now)) as opened:
        yield opened


def reply(text: str, name: str, author: str, minute: int = 0) -> Post:
    return post(text, name, parent="ask", author=author, posted_at=NOON.replace(minute=minute))


def drafted(store: Store, *posts: Post, most: int = 9) -> list[Draft]:
    put(store, *posts)
    return drafts(store, most, may_ask=lambda text: "sink" not in text)


def test_a_question_is_drafted_with_the_sentence_of_its_reply_that_answers(store: Store) -> None:
    answer = reply("The baker looks after it. It is lit on Fridays at noon.", "bob", "Bob")
    assert drafted(store, ASKED, answer) == [
        Draft(
            KnownQuestion(
                "When is the village oven lit?", "notes:bob", "It is lit on Fridays at noon."
            ),
            "reply",
        )
    ]


@pytest.mark.parametrize(
    ("replies", "answer"),
    [
        ([("Bob", "Which oven do you mean?"), ("Cy", "The oven is lit on Fridays.")], "1"),
        ([("Bob", "Thanks a lot!"), ("Cy", "The oven is lit on Fridays.")], "1"),
        ([("Ada", "The oven of the lower village."), ("Cy", "It is lit on Fridays.")], "1"),
        ([("Bob", "The baker knows that."), ("Cy", "The oven is lit on Fridays.")], "0"),
        (
            [
                ("Bob", "The baker knows that."),
                ("Cy", "The oven is lit on Fridays."),
                ("Ada", "Thanks!"),
                ("Di", "The mayor lights the fire."),
            ],
            "1",
        ),
        ([("Ada", "The oven of the lower village.")], None),
    ],
)
def test_the_reply_that_the_asker_thanks_for_answers_or_else_the_first(
    replies: list[tuple[str, str]], answer: str | None
) -> None:
    said = [reply(text, str(at), author, at) for at, (author, text) in enumerate(replies)]
    found = answering(ASKED, said[::-1])
    assert (found and found.id.removeprefix("notes:")) == answer


def test_a_question_within_a_text_is_answered_by_what_follows_it(store: Store) -> None:
    text = "We moved in. What nearly ruined the bakery? Damp flour ruined ten sacks. We laughed."
    told = [(each.question.text, each.question.gold) for each in drafted(store, post(text))]
    assert told == [("What nearly ruined the bakery?", "Damp flour ruined ten sacks.")]


def test_a_title_is_drafted_with_its_post_and_no_words(store: Store) -> None:
    titled = post("Everybody voted for Friday.", "vote", title="New rules of the\noven")
    assert drafted(store, titled) == [
        Draft(KnownQuestion("New rules of the oven", "notes:vote"), "title")
    ]


def test_what_cannot_be_asked_says_nothing_or_is_quoted_is_not_drafted(store: Store) -> None:
    posts = [
        post("Why?", "short"),
        post("Where does the kitchen sink drain?", "filter"),
        post("> Who repairs the roof tiles?\nI agree with that.", "quote", author="Ada"),
    ]
    replies = [
        post("The roofer of Harrow does.", f"re-{each.id[6:]}", parent=each.id[6:])
        for each in posts
    ]
    assert drafted(store, *posts, *replies) == []


def test_a_question_asked_again_is_drafted_once(store: Store) -> None:
    again = post("When is the village OVEN lit?", "again")
    answers = [reply("It is lit on Fridays.", "one", "Bob"), post("Fridays, lit at noon.", "two",
        parent="again")]  # fmt: skip
    assert len(drafted(store, ASKED, again, *answers)) == 1


def test_each_origin_has_its_share_spread_over_the_posts(store: Store) -> None:
    titled = [post("Something was said here.", f"t{at}", title=f"Rule {at} oven") for at in "1234"]
    answer = reply("It is lit on Fridays at noon.", "bob", "Bob")
    found = drafted(store, ASKED, answer, *titled, most=3)
    assert [each.origin for each in found] == ["reply", "title", "title"]
    assert [each.question.text[5] for each in found[1:]] == ["1", "3"]
