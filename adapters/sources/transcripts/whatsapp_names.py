"""Tells the names of people from what stands in their place in logs, diaries and lists."""

from __future__ import annotations

import re
from typing import Final

_LEVEL: Final = re.compile(
    r"(?<![^\W_])(?:INFO|WARN|WARNING|ERR|ERROR|DEBUG|TRACE|FATAL|CRIT|CRITICAL|SEVERE|NOTICE"
    r"|ALERT|EMERG|EMERGENCY|VERBOSE|PANIC)(?![^\W_])"
)
_LEVELS: Final = frozenset(
    "info warn warning err error debug trace fatal critical severe notice verbose panic".split()
)
_SYMBOLS: Final = re.compile(r"[\[\]{}<>\\=|]|::|\w\(\d+\)")
_TECHNICAL: Final = re.compile(r"[a-z][a-z0-9]*(?:[-_./][a-zA-Z0-9]+)+|[a-z0-9]+(?: [a-z0-9]+)+")
"""How programs call their parts, and no telephone its people: `web-1`, `app.mail`, "job done"."""

_LABELS: Final = frozenset(
    "todo done note notes task tasks meeting minutes agenda status reminder idea build deploy"
    " backup server system database network weather breakfast lunch dinner added fixed changed"
    " removed aufgabe notiz wetter sitzung frühstück mittagessen abendessen tâche météo"
    " réunion déjeuner dîner tarea nota reunión tiempo desayuno comida cena".split()
)
"""What people write before the lines of lists and diaries."""

_THINGS: Final = frozenset(
    "gate door lock pump temp temperature wind rain sun snow frost heating boiler oven kiln sensor"
    " light alarm camera battery power water gas fan motor engine valve tank level pressure"
    " humidity start stop end begin open opening close closing workshop break pause kernel daemon"
    " worker scheduler client service app api user mail cron disk memory cpu morning noon evening"
    " night monday tuesday wednesday thursday friday saturday sunday mood sleep weight pulse food"
    " work home school garden house money left right north south east west input output tor tür"
    " schloss pumpe regen sonne schnee heizung licht strom wasser stimmung schlaf arbeit garten"
    " norden süden porte pluie soleil vent pompe chauffage lumière humeur sommeil travail jardin"
    " puerta lluvia viento bomba luz agua ánimo sueño trabajo jardín".split()
)
"""What measures, machines and diaries tell of."""

_PARTICLES: Final = frozenset(
    "von van der den de del della di da do dos du la le el al bin ibn y e und and".split()
)
_WORD: Final = re.compile(r"[^\W\d_][\w.'’-]*")
_JOINED: Final = re.compile(r"[a-z]{3}[A-Z]")
"""How programs join words: `AppServer`; `McLeod` and `MacDonald` are people."""

_AROUND: Final = '()"“”„,~\u200e\u200f\u202a\u202c'
_MOST_WORDS: Final = 5
_SHORT: Final = 3


def is_no_name(author: str) -> bool:
    """Return whether a program's part or the subject of a list stands where a name would."""
    return _TECHNICAL.fullmatch(author) is not None or author.strip().lower() in _LABELS


def is_level(author: str) -> bool:
    """Return whether a log's level stands where a name would, or signs that logs write."""
    is_one = author.strip().lower() in _LEVELS or _LEVEL.search(author) is not None
    return is_one or _SYMBOLS.search(author) is not None


def is_persons(author: str) -> bool:
    """Return whether a name is written as people write their own, and names no known thing."""
    if is_level(author) or is_no_name(author) or _JOINED.search(author):
        return False
    words = [each for word in author.split() if (each := word.strip(_AROUND))]
    named = [each for each in words if each.lower() not in _PARTICLES and _WORD.match(each)]
    if not named or len(words) > _MOST_WORDS or any(map(str.isdigit, author)):
        return False
    return all(map(_begins_large, named)) and not {*map(str.lower, named)} & (_LABELS | _THINGS)


def _begins_large(word: str) -> bool:
    """Return whether a word begins with a capital, where its script has them, and goes on small."""
    return not word[0].islower() and (len(word) <= _SHORT or not word.isupper())
