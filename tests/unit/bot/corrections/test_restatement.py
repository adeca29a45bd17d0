from __future__ import annotations

from dataclasses import replace

from adapters.chat.cards import corrected_card
from adapters.chat.wording import ENGLISH
from bot.corrections.restatement import citations_of, is_stale, looks_the_same, revised
from bot.ledger.answers import PostedAnswer
from index.documents import Known
from tests.fakes.bot.answers import answered
from tests.fakes.bot.ledgers import asked
from tests.fakes.index.hits import hit

HIT = hit(("Goats graze behind the school.", 0.9), confidence=0.4, title="Goats")
ANSWER = answered(asked(), HIT)
POSTED = PostedAnswer("m1", "q1", "test:U1", 1, False, citations_of(ANSWER))
EDITED = replace(HIT.post, text="Sheep graze behind the school.")


def test_an_unsure_quote_goes_when_its_post_changes_although_its_title_stays() -> None:
    known = Known(EDITED.fingerprint, "", EDITED.audience, None)
    assert [each.text for each in ANSWER.unsure] == ["Goats graze behind the school."]
    assert is_stale(POSTED, {EDITED.id: known})
    again = revised(POSTED, None, {EDITED.id: EDITED}, {EDITED.audience})
    assert not looks_the_same(POSTED, again)
    card = corrected_card(again, ENGLISH)
    assert card.quotes == ()
    assert [each.title for each in card.pointers] == ["Goats"]
