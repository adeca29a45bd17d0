"""Questions that ask the same are one, and none that differ in what may change the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.errors import UnavailableError
from bot.questions.same_question import groups_of, same_as, worth_comparing
from index.embedding.encoder import BUNDLED, open_encoder
from index.error_sentences import Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from index.ports import Encoder


SAME = [
    ("who repairs the windmill?", "Who is repairing the windmill?"),
    ("who repairs the windmill?", "hello, who repairs the windmill please?"),
    ("who repairs the windmill?", "who repaired the windmill?"),
    ("when is the village oven lit?", "when is the oven of the village lit"),
    ("how do I get a key?", "how can I get the key?"),
    ("where can I park my car", "Where do I park the car?"),
    ("how much is a ticket?", "how much are tickets?"),
    ("Where is the key of the boat house?", "where are the keys of the boat house"),
    ("who has the key of the pump house?", "Who has the pump house key?"),
    ("when is the oven of the village lit?", "when is the village oven lit?"),
    ("what is the code of the gate?", "what is the gate code"),
    ("Quand le four est-il allumé ?", "Le four, quand est-il allumé ?"),
    ("who repairs the windmill?", "can you tell me who repairs the windmill?"),
    ("who repairs the windmill?", "might anyone know who repairs the windmill?"),
    ("can't I park in the yard?", "can I not park in the yard?"),
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
    ("does the mother of the child visit?", "does the child visit the mother?"),
    ("who is the friend of the teacher?", "who is the teacher of the friend?"),
    ("who has the key of the house pump?", "who has the pump house key?"),
    ("who bites the dog?", "who does the dog bite?"),
    ("is the pool open?", "is the pool not open?"),
    ("what is accepted?", "what is not accepted?"),
    ("can I pay with card?", "can I pay without card?"),
    ("can I park in the yard?", "may I park in the yard?"),
    ("can I park in the yard?", "must I park in the yard?"),
    ("can I park in the yard?", "do I have to park in the yard?"),
    ("can I park in the yard?", "should I park in the yard?"),
    ("can I park in the yard?", "can't I park in the yard?"),
    ("when can I pay the rent?", "when must I pay the rent?"),
    ("peut-on payer le loyer ?", "doit-on payer le loyer ?"),
    ("faut-il payer le loyer ?", "ne faut-il pas payer le loyer ?"),
    ("¿puedo pagar el alquiler?", "¿debo pagar el alquiler?"),
    ("¿puedo pagar el alquiler?", "¿no puedo pagar el alquiler?"),
    ("Kann ich die Miete zahlen?", "Muss ich die Miete zahlen?"),
    ("Darf ich die Miete zahlen?", "Darf ich die Miete nicht zahlen?"),
    ("can I ask Ada?", "can I tell Ada?"),
    ("does Ada visit Ben?", "is Ada visited by Ben?"),
    ("what is plan b?", "what is plan d?"),
    ("How do I reset the wifi?", "How do I reset my password?"),
    ("how do I update the boat app to 1.4.2?", "how do I update the boat app to 1.2.4?"),
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


async def test_without_the_model_only_the_same_words_are_the_same() -> None:
    async def fails(_texts: Sequence[str]) -> NDArray[np.float32]:
        raise UnavailableError(Told("later"))

    others = ["who repaired the windmill?", "Who repairs the windmill?!", "what is it?"]
    assert await same_as("who repairs the windmill?", others, fails) == [1]
    assert await same_as("what is it?", others, fails) == []


async def test_each_is_compared_with_what_is_asked(encoder: Encoder) -> None:
    async def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        return encoder.encode_passages(texts)

    others = ["who repaired the windmill?", "who buys honey?", "Who is repairing the windmill?"]
    assert await same_as("who repairs the windmill?", others, encode) == [0, 2]
