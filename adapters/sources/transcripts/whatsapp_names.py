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
    " feed nap nappy diaper bath walk run train bus taxi hotel rent tea coffee milk kitchen porch"
    " yard hall office room basement roof street bridge station router switch printer node cluster"
    " proxy cache queue firewall primary replica listener job order price stock"
    " setup test topic decision question answer problem solution result action summary plan goal"
    " internet wlan wifi lan vpn eth modem anmeldung abmeldung frage antwort thema beschluss lösung"
    " ergebnis ziel sujet décision réponse problème résultat tema decisión pregunta respuesta"
    " problema resultado"
    " work home school garden house money left right north south east west input output tor tür"
    " schloss pumpe regen sonne schnee heizung licht strom wasser stimmung schlaf arbeit garten"
    " norden süden porte pluie soleil vent pompe chauffage lumière humeur sommeil travail jardin"
    " puerta lluvia viento bomba luz agua ánimo sueño trabajo jardín".split()
)
"""What measures, machines and diaries tell of."""

_PARTICLES: Final = frozenset(
    "von van der den de del della di da do dos du la le el al bin ibn y e und and".split()
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_BETWEEN: Final = re.compile(r"[\[\]{}|=\\]+")
_OF_PROGRAMS: Final = re.compile(r"[\d<>_/]|::|\w\.\w\w|[a-z]-[a-z]+(?![\w-])")
"""What stands in the names of a program's parts: `web1`, `app.mail`, `job-queue`."""

_JOINED: Final = re.compile(
    r"(?<![^\W_])(?!(?:Mc|Mac|Fitz|De|Di|Du|Jo|La|Le|Van)[A-Z])[A-Z][a-z]+[A-Z]"
)
"""How programs join words: `AppServer`; `McLeod` and `MacDonald` are people."""

_AROUND: Final = '()"“”„,~\u200e\u200f\u202a\u202c'
_MOST_WORDS: Final = 5
_SHORT: Final = 2


def is_no_name(author: str) -> bool:
    """Return whether a program's part or the subject of a list stands where a name would."""
    return _TECHNICAL.fullmatch(author) is not None or author.strip().lower() in _LABELS


def is_level(author: str) -> bool:
    """Return whether a log's level stands where a name would, or signs that logs write."""
    return has_level(author) or (_SYMBOLS.search(author) is not None and not is_persons(author))


def has_level(author: str) -> bool:
    """Return whether a log's level stands where a name would."""
    return author.strip().lower() in _LEVELS or _LEVEL.search(author) is not None


def is_persons(author: str) -> bool:
    """Return whether a name is written as people write their own, and names no known thing.

    What people put behind a name, or around it, may hold signs: "Ada | Boats", "Ada [Boats]".
    """
    parts = [each for each in _BETWEEN.split(author.replace("<3", " ")) if each.strip()]
    if not parts or has_level(author) or any(map(_OF_PROGRAMS.search, parts)):
        return False
    return _is_written_so(parts[0]) and not any(map(_is_thing, parts))


def _is_written_so(name: str) -> bool:
    """Return whether words begin with capitals, where their script has them, and go on small."""
    words = [word for word in _words(name) if word.lower() not in _PARTICLES]
    if not words or len(words) > _MOST_WORDS or _JOINED.search(name):
        return False
    return all(
        not each[0].islower() and (len(each) <= _SHORT or not each.isupper()) for each in words
    )


def _is_thing(name: str) -> bool:
    return not {word.lower() for word in _words(name)}.isdisjoint(_LABELS | _THINGS)


def _words(name: str) -> list[str]:
    stripped = (word.strip(_AROUND) for word in name.split())
    return [each for each in stripped if _LETTER.match(each)]
