"""Tells whether a line calls somebody by name; pure."""

from __future__ import annotations

import re
from typing import Final

from index.text.words import folded, words

_NAMED_FIRST: Final = re.compile(r"(?P<called>[^,.!?:;]{2,60}?)\s*(?:,\s*(?P<rest>.+)|[,.!]*$)")
_NAMED_LAST: Final = re.compile(r"(?P<rest>.{4,}),\s*(?P<called>[^\W\d_]+)\s*\?+\W*$")
_TYPED: Final = re.compile(r"\W*(?:\w+\W+){0,2}?@(?P<first>[\w.-]+)|.*[,\s]@(?P<last>[\w.-]+)\W*$")
"""A mention that was typed and is none, at either end: "@Ben when is lunch?"."""

_GREETINGS: Final = frozenset(
    "and but so ok okay hi hello hey thanks thx please well yes no sorry dear morning good "
    "et mais bonjour salut coucou merci oui non dis dites cher chere "
    "y pero hola gracias oye oiga perdona querido querida buenos buenas dias "
    "und aber hallo hi danke ja nein du sag mal liebe lieber guten morgen".split()
)
"""What stands before a name."""

_ALL: Final = frozenset(
    "guys|folks|everyone|everybody|all|people|team|y all|tout le monde|les gars|les amis|a tous|"
    "chicos|chicas|amigos|gente|a todos|leute|ihr lieben|freunde|alle".split("|")
)
"""Who is called where it is all: "hey folks, when is lunch?"."""

_NO_NAMES: Final = frozenset({"pullquote"}).union(
    "bot also otherwise today tomorrow yesterday now then wait actually anyway first "
    "second finally generally usually normally currently right question great cool perfect nice "
    "interesting indeed however meanwhile still "
    "sinon demain hier maintenant alors donc bref enfin pardon normalement parfait super "
    "hoy ayer entonces bueno pues perdon normalmente perfecto vale genial "
    "heute gestern also dann sonst eigentlich normalerweise super toll "
    "monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi "
    "samedi dimanche lunes martes miercoles jueves viernes sabado domingo montag dienstag mittwoch "
    "donnerstag freitag samstag sonntag".split()
)
"""What begins with a capital and calls nobody."""

_TOPIC_AGAIN: Final = re.compile(
    r"\b(?:it|its|they|them|c['’]est|ca|ils?|elles?|lo|es|sie|er|ihn)\b"
)
"""Where what stands before the comma is what the question is about: "Bread, is it free?"."""

MOST_NAMES: Final = 2
"""A first and a last name."""


def calls_somebody(text: str) -> bool:
    """Return whether a line is said to somebody by name: "Ada, …", "…, Ada?", "@Ada …"."""
    typed = _TYPED.match(text)
    if typed and folded(typed["first"] or typed["last"]) not in _NO_NAMES:
        return True
    first = _NAMED_FIRST.fullmatch(text.strip())
    if first and _is_name(first["called"], greets=first["rest"] is None):
        return _TOPIC_AGAIN.search(folded(first["rest"] or "")) is None
    last = _NAMED_LAST.fullmatch(text.strip())
    return last is not None and _is_name(last["called"], greets=False)


def _is_name(called: str, *, greets: bool) -> bool:
    """Return whether words call somebody.

    Args:
        called: They.
        greets: They stand alone, so that a greeting must stand before: "Hi Ada!".
    """
    said = called.split()
    named = list(said)
    while named and folded(named[0].strip("!.")) in _GREETINGS:
        named.pop(0)
    if not named or (greets and len(named) == len(said)):
        return False
    if " ".join(words(folded(" ".join(named)))) in _ALL:
        return True
    return len(named) <= MOST_NAMES and all(
        each[0].isupper() and each.isalpha() and folded(each) not in _NO_NAMES for each in named
    )
