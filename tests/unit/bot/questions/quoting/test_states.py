"""Of what was said of one thing at different times the newest comes first, copies or not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.questions.quoting.excerpts import choose
from tests.fakes.index.hits import hit

FORTY = "The membership fee is 40 euros a year."
FIFTY = "The membership fee is 55 euros a year."


@pytest.mark.parametrize("copy", [f"FYI: {FIFTY}", f"RT @ana: {FIFTY}", FIFTY, f"{FIFTY} 👍"])
def test_an_older_copy_makes_a_statement_no_older(copy: str) -> None:
    older = hit((copy, 0.88), name="1", posted_at=datetime(2024, 2, 1, tzinfo=UTC))
    old = hit((FORTY, 0.89), name="2", posted_at=datetime(2026, 1, 5, tzinfo=UTC))
    new = hit((FIFTY, 0.9), name="3", posted_at=datetime(2026, 9, 5, tzinfo=UTC))
    first = choose([older, old, new], 3)[0]
    assert (first.text, first.post_id) == (FIFTY, "notes:3")


@pytest.mark.parametrize("copy", [f"FYI: {FORTY}", f"RT @ana: {FORTY}", f"Rappel : {FORTY}"])
def test_a_newer_copy_of_what_was_true_before_comes_behind(copy: str) -> None:
    old = hit((FORTY, 0.9), name="1", posted_at=datetime(2026, 1, 5, tzinfo=UTC))
    new = hit((FIFTY, 0.89), name="2", posted_at=datetime(2026, 9, 5, tzinfo=UTC))
    again = hit((copy, 0.88), name="3", posted_at=datetime(2026, 10, 1, tzinfo=UTC))
    assert choose([old, new, again], 3)[0].text == FIFTY


def test_who_says_again_that_it_is_so_is_the_newest() -> None:
    old = hit((FORTY, 0.9), name="1", posted_at=datetime(2026, 1, 5, tzinfo=UTC))
    new = hit((FIFTY, 0.89), name="2", posted_at=datetime(2026, 9, 5, tzinfo=UTC))
    back = hit((FORTY, 0.88), name="3", posted_at=datetime(2026, 10, 1, tzinfo=UTC))
    first = choose([old, new, back], 3)[0]
    assert (first.text, first.post_id) == (FORTY, "notes:3")


@pytest.mark.parametrize(("wants_latest", "first"), [(True, "notes:2"), (False, "notes:1")])
def test_the_latest_that_answers_comes_before_what_answers_a_little_better(
    wants_latest: bool, first: str
) -> None:
    old = hit((FORTY, 0.9), name="1", posted_at=datetime(2026, 1, 5, tzinfo=UTC))
    new = hit((FIFTY, 0.7), name="2", posted_at=datetime(2026, 9, 5, tzinfo=UTC))
    assert choose([old, new], 3, wants_latest=wants_latest)[0].post_id == first
