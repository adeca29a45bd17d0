"""Where nobody may read any post, no button offers more to one reader alone."""

from dataclasses import replace

import pytest

from adapters.chat.cards import answer_card
from adapters.chat.wording import ENGLISH
from tests.fakes.bot.answers import answered
from tests.fakes.bot.ledgers import asked


@pytest.mark.parametrize("is_nothing_readable", [True, False])
def test_more_is_offered_only_where_somebody_may_read_more(*, is_nothing_readable: bool) -> None:
    answer = replace(answered(asked()), is_nothing_readable=is_nothing_readable)
    offered = [each.action for each in answer_card(answer, ENGLISH).buttons]
    assert ("only_me" in offered) is not is_nothing_readable
