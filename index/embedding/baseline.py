"""What a model says of texts that have nothing in common, so that what is more can be told.

A multilingual model puts every text near every other, and texts of one language nearer still: a
French question would find any French text before the English one that answers it. So a cosine
counts by how much it is above that of the question with an average text of the same language,
and by how much right answers are above it. Both are measured once for each model, on a few facts
of our own.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from index.ports import Encoder
    from index.text.language import Language


class Fact(NamedTuple):
    """A question and a text that answers it."""

    question: str
    text: str


FACTS: Final[Mapping[Language, tuple[Fact, ...]]] = {
    "en": (
        Fact(
            "When is the library closed?", "The library is closed on Mondays and public holidays."
        ),
        Fact("How much is a bus ticket?", "A ticket for the bus costs two euros, a day pass six."),
        Fact(
            "Why was the match called off?", "The match was called off because of the heavy snow."
        ),
        Fact(
            "Who repairs the heating?", "Our caretaker repairs the heating; call him before noon."
        ),
        Fact(
            "How do I reset my password?",
            "Open the settings, choose Security, then reset it by mail.",
        ),
        Fact(
            "What do I need to marry here?",
            "Couples bring a birth certificate and proof of address.",
        ),
        Fact(
            "Which version fixed the crash?",
            "Release 3.2 fixed the crash that some saw at start-up.",
        ),
        Fact("How long do lentils cook?", "Lentils cook for twenty minutes; salt them at the end."),
        Fact(
            "What does the doctor advise?",
            "The doctor advises rest, plenty of water and no coffee.",
        ),
        Fact(
            "Where did the painter live?",
            "The painter lived by the sea for thirty years, mostly alone.",
        ),
        Fact(
            "How many people work there?",
            "The company employs some four hundred people in two towns.",
        ),
        Fact(
            "Do wolves hunt by day?",
            "Wolves mostly hunt at dusk, in packs of five to eight animals.",
        ),
    ),
    "fr": (
        Fact(
            "Quand la bibliothèque est-elle fermée ?",
            "La bibliothèque est fermée le lundi et les jours fériés.",
        ),
        Fact(
            "Combien coûte un ticket de bus ?",
            "Un ticket de bus coûte deux euros, la carte d'un jour six.",
        ),
        Fact(
            "Pourquoi le match est-il annulé ?",
            "Le match a été annulé à cause des fortes chutes de neige.",
        ),
        Fact(
            "Qui répare le chauffage ?",
            "Notre gardien répare le chauffage ; appelez-le avant midi.",
        ),
        Fact(
            "Comment changer mon mot de passe ?",
            "Ouvrez les réglages, puis Sécurité, et changez-le par mail.",
        ),
        Fact("Que faut-il pour se marier ici ?", "Les époux apportent un acte de naissance."),
        Fact(
            "Quelle version corrige le plantage ?",
            "La version 3.2 corrige le plantage vu au démarrage.",
        ),
        Fact(
            "Combien de temps cuisent les lentilles ?",
            "Les lentilles cuisent vingt minutes ; salez à la fin.",
        ),
        Fact(
            "Que conseille le médecin ?",
            "Le médecin conseille du repos, beaucoup d'eau, pas de café.",
        ),
        Fact(
            "Où vivait le peintre ?",
            "Le peintre a vécu trente ans au bord de la mer, souvent seul.",
        ),
        Fact(
            "Combien de personnes y travaillent ?",
            "L'entreprise emploie quatre cents personnes dans deux villes.",
        ),
        Fact(
            "Les loups chassent-ils le jour ?",
            "Les loups chassent surtout au crépuscule, en meute.",
        ),
    ),
}
"""The same facts in each language that is told apart."""

GAP: Final = 0.1
"""How far right is above average with multilingual-e5-small, for which the search was fitted."""

LEAST_GAP: Final = 0.01
"""A model that tells right from average by less than this counts no more than so."""

_NAME: Final = "baseline"


class Baseline(NamedTuple):
    """What a model says of an average text, and what one of its steps counts.

    Attributes:
        means: The mean vector of texts in each language.
        factor: By how much what is above the mean is to be multiplied.
    """

    means: Mapping[str, NDArray[np.float32]]
    factor: float

    def expected(self, question: NDArray[np.float32]) -> Mapping[str, float]:
        """Return the cosine of a question with an average text of each language."""
        return {language: float(mean @ question) for language, mean in self.means.items()}

    def to_json(self) -> str:
        """Return it as it is noted."""
        means = {language: mean.round(5).tolist() for language, mean in self.means.items()}
        return json.dumps([means, self.factor])

    @classmethod
    def from_json(cls, text: str) -> Baseline:
        """Return what was noted."""
        means, factor = json.loads(text)
        return cls({each: np.array(mean, np.float32) for each, mean in means.items()}, factor)


def measured(encoder: Encoder) -> Baseline:
    """Return what a model says of the facts."""
    means: dict[str, NDArray[np.float32]] = {}
    gaps = []
    for language, facts in FACTS.items():
        texts = encoder.encode_passages([each.text for each in facts])
        means[language] = texts.mean(axis=0)
        for fact, text in zip(facts, texts, strict=True):
            question = encoder.encode_question(fact.question)
            gaps.append(float(question @ (text - means[language])))
    return Baseline(means, GAP / max(float(np.mean(gaps)), LEAST_GAP))


def note(baseline: Baseline, name: str, put: Callable[[str, str], None]) -> None:
    """Note the baseline of a model, in place of another's."""
    put(_NAME, json.dumps([name, baseline.to_json()]))


def baseline_of(noted: Callable[[str], str | None], name: str) -> Baseline | None:
    """Return the baseline that was noted for a model; None where none was."""
    model, text = json.loads(noted(_NAME) or '["", ""]')
    return Baseline.from_json(text) if model == name else None
