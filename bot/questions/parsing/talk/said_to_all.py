"""Tells whom a greeting calls, where it is everybody: "Hallo zusammen", "Hi team"; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.text.words import folded

if TYPE_CHECKING:
    from collections.abc import Callable

# All is folded: small letters without accents. Each line is a language: English, French, Spanish,
# German.
_GROUPS: Final = (
    r"(?:team|guys|folks|people|friends|gang|fam|family|crew|both|ladies|gents|gentlemen|mates|"
    r"colleagues|community|neighbou?rs|y ?all|yall)"
    r"|(?:equipe|team|monde|gars|amis|amies|gens|compagnie|copains|copines|collegues|"
    r"voisins|voisines|mesdames|messieurs|mesdemoiselles|tlm)"
    r"|(?:tod[oaex]s|tod s|equipo|gente|amigos|amigas|amigues|chicos|chicas|chiques|familia|grupo|"
    r"compañeros|companeros|companeras|vecinos|vecinas|senores|senoras|banda|comunidad)"
    r"|(?:zusammen|allerseits|leute|freunde|freundinnen|alle|allen|alles|team|runde|lieben|"
    r"kollegen|kolleginnen|nachbarn|nachbarinnen|gemeinde|beinander|beisammen|mitnand|"
    r"ihr(?: (?:beiden|zwei))?|euch)"
)
_BEFORE: Final = (
    r"(?:dear|my|you|to|the|all|of|everyone|a|au|aux|les|l|la|le|tout|toute|tous|toutes|chers?|"
    r"cheres?|mes|al|los|las|el|mis|mi|queridos|queridas|an|ihr|euch|die|in|meine|liebe|lieber|"
    r"werte|hier)"
)
_AND: Final = r"(?:and|et|y|und|e|a la)"
_ONE: Final = rf"(?:(?:{_BEFORE} )*(?:{_GROUPS}|(?:a )?tou(?:s|tes)|all|everyone|everybody))"
_EVERYBODY: Final = re.compile(rf"{_ONE}(?: (?:{_AND} )?{_ONE})*")
"""All who are there: "everyone", "à toutes et à tous", "ihr Lieben", "amigos y vecinos"."""


def without_everybody(said: list[str], greets: Callable[[list[str]], bool]) -> list[str]:
    """Return words of which those are left out that call everybody behind a greeting.

    Args:
        said: The words.
        greets: Whether words are a greeting, thanks or a farewell, and nothing else.
    """
    for begin in range(1, len(said)):
        if not greets(said[:begin]):
            continue
        for end in range(len(said), begin, -1):
            if _EVERYBODY.fullmatch(folded(" ".join(said[begin:end]))):
                return said[:begin] + said[end:]
    return said
