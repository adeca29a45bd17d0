"""Tells languages apart, cheaply enough to do it for every post and every question."""

from __future__ import annotations

import re
from typing import Final, Literal

Language = Literal["en", "fr"]
"""What posts are stemmed and looked for in."""

Spoken = Literal["en", "fr", "es", "de"]
"""What people are answered in."""

# Function words: a quarter of any running text, and hardly shared by the two languages.
# A detector of a hundred languages would take a hundred times longer per chat line.
_FRENCH: Final = frozenset(
    "le la les un une des du de et est sont dans pour pas que qui sur avec au aux ce cette "
    "il elle ils nous vous je se ne plus par son sa ses leur mais ou où à été être était "
    "pourquoi comment quand quel quelle quels quelles qu l d n s c j m y".split()
)
_ENGLISH: Final = frozenset(
    "the a an of and is are in for not that which who on with at this it he she they we you "
    "i to be was were by his her its their but or as from has have had do does did what why "
    "how when where can will would should there".split()
)
FUNCTION_WORDS: Final = _FRENCH | _ENGLISH
"""Words that tell nothing about what a text is about, in either language."""

_SPANISH: Final = frozenset(
    "el la los las un una unos unas del al y o que qué en es son está están por para con sin no se "
    "su sus lo le les me te mi tu yo cuándo dónde quién quiénes cómo cuál cuáles cuánto cuánta "
    "cuántos cuántas cuando donde quien como porque pero más muy hay era fue ser estar tiene "
    "tienen puede esto esta este estos estas eso esa ese sobre desde hasta entre también ya nos "
    "hola buenas buenos gracias ayuda".split()
)
_GERMAN: Final = frozenset(
    "der die das den dem des ein eine einen einem einer und oder aber ist sind war waren hat haben "
    "wird werden nicht kein keine mit von zu zum zur im in am an auf für bei aus nach wer was wann "
    "wo wie warum wieso weshalb welche welcher welches wem wen ich du er sie es wir ihr man sich "
    "dass wenn als auch noch nur schon kann muss soll darf gibt hallo danke hilfe guten".split()
)
_SPOKEN: Final[dict[Spoken, frozenset[str]]] = {
    "en": _ENGLISH | frozenset("hello hi hey help please thanks".split()),
    "fr": _FRENCH | frozenset("bonjour bonsoir salut merci aide aidez".split()),
    "es": _SPANISH,
    "de": _GERMAN,
}
_SIGNS: Final[dict[Spoken, re.Pattern[str]]] = {
    "fr": re.compile(r"[çêœëîû]|\b[ldnsjcmtq]u?['’]\w"),
    "es": re.compile(r"[ñ¿¡]"),
    "de": re.compile(r"[äöüß]"),
}
"""Signs that hardly any other of them has."""

_WORD: Final = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> Language:
    """Return the likelier of the two, from its first words; English where nothing tells."""
    words = _WORD.findall(text[:600].lower())
    french = sum(map(_FRENCH.__contains__, words))
    english = sum(map(_ENGLISH.__contains__, words))
    return "fr" if french > english else "en"


def spoken_language_of(text: str) -> Spoken:
    """Return the likeliest of the languages that people are answered in; English where unsure.

    Unlike `language_of`, which tells how a post is stemmed, it knows more than two of them: "la"
    is Spanish as often as French.
    """
    begins = text[:600].lower()
    words = _WORD.findall(begins)
    found: list[tuple[int, Spoken]] = []
    for language, known in _SPOKEN.items():
        signs = _SIGNS.get(language)
        is_marked = signs is not None and signs.search(begins) is not None
        found.append((sum(word in known for word in words) + is_marked, language))
    found.sort(reverse=True)
    (most, likeliest), (second, _) = found[:2]
    return likeliest if most > second else "en"
