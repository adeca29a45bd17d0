from __future__ import annotations

import pytest

from adapters.chat.wording import WORDINGS, Wording
from bot.text import Count


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 posts"), (1, "1 post"), (2, "2 posts"), (1200, "1,200 posts")]
)
def test_a_number_brings_its_noun(count: int, said: str) -> None:
    assert f"{Count(count):post|posts}" == said


def test_a_language_may_say_none_as_it_says_one() -> None:
    said = "{count:message|message|messages}"
    assert [said.format(count=Count(each)) for each in (0, 1, 2)] == [
        "0 message",
        "1 message",
        "2 messages",
    ]


def test_a_number_alone_has_its_thousands_apart() -> None:
    assert f"{Count(1200)}" == "1,200"


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.language)
def test_what_is_one_is_said_of_one(wording: Wording) -> None:
    one, two = (wording.forget_me_confirm.format(count=Count(each)) for each in (1, 2))
    assert one.replace("1", "2") != two
