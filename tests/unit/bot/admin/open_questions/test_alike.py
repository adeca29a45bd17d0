"""Questions that ask the same are one, and none that differ in what may change the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.admin.open_questions.alike import groups_of, worth_comparing
from index.embedding.encoder import BUNDLED, open_encoder

if TYPE_CHECKING:
    from index.ports import Encoder


SAME = [
    ("who repairs the windmill?", "Who is repairing the windmill?"),
    ("who repairs the windmill?", "hello, who repairs the windmill please?"),
    ("who repairs the windmill?", "who repaired the windmill?"),
    ("when is the village oven lit?", "when is the oven of the village lit"),
    ("how do I get a key?", "how can I get the key?"),
    ("where can I park my car", "Where do I park the car?"),
    ("how much is a ticket?", "how much are tickets?"),
    ("qui répare le moulin ?", "bonjour, qui répare le moulin ?"),
    ("quand ouvre la mairie ?", "la mairie ouvre quand ?"),
    ("wer repariert die Mühle?", "Hallo, wer repariert bitte die Mühle?"),
    ("quién repara el molino?", "hola, ¿quién repara el molino?"),
]

OTHERS = [
    ("who won in 2023?", "who won in 2024?"),
    ("how do I install version 1.4?", "how do I install version 1.5?"),
    ("who is the mayor of Paris?", "who is the mayor of Lyon?"),
    ("who is zoe's brother?", "who is adam's brother?"),
    ("does Ada pay Ben?", "does Ben pay Ada?"),
    ("does the dog bite the man?", "does the man bite the dog?"),
    ("who bites the dog?", "who does the dog bite?"),
    ("is the pool open?", "is the pool not open?"),
    ("what is accepted?", "what is not accepted?"),
    ("can I pay with card?", "can I pay without card?"),
    ("is parking allowed?", "is parking forbidden?"),
    ("who repairs the windmill?", "when is the windmill repaired?"),
    ("how many rooms are there?", "how much are the rooms?"),
    ("when does the train to Madrid leave?", "when does the train from Madrid leave?"),
    ("is the road before the bridge closed?", "is the road after the bridge closed?"),
    ("when does the library open?", "when does the museum open?"),
    ("when does the library open?", "when does the library close?"),
    ("who buys honey?", "who sells honey?"),
    ("when is the market on Monday?", "when is the market on Tuesday?"),
    ("how do I open the shop door", "how do I open the shop back door"),
    ("quand ouvre la mairie ?", "quand ferme la mairie ?"),
    ("Wann öffnet die Bücherei?", "Wann schließt die Bücherei?"),
]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return open_encoder(BUNDLED)


def groups(texts: list[str], encoder: Encoder) -> list[list[int]]:
    places = worth_comparing(texts)
    rows = encoder.encode_passages([texts[at] for at in places])
    return groups_of(texts, dict(zip(places, rows, strict=True)))


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_in_other_words_is_one(one: str, other: str, encoder: Encoder) -> None:
    assert groups([one, "who else?", other], encoder) == [[0, 2], [1]]


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_what_may_have_another_answer_is_another(one: str, other: str, encoder: Encoder) -> None:
    assert groups([one, other], encoder) == [[0], [1]]


def test_what_is_not_near_is_another_whatever_its_words() -> None:
    texts = ["who repairs the windmill?", "who repaired the windmill?"]
    assert worth_comparing(texts) == [0, 1]
    apart = dict(enumerate(np.eye(2, dtype=np.float32)))
    assert groups_of(texts, apart) == [[0], [1]]
    assert groups_of(texts, {}) == [[0], [1]]
