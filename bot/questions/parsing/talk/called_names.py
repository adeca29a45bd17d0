"""Tells whether a line calls somebody by name; pure.

Nobody tells here who is who. What stands where a name is called, and may be one, is taken for it:
who keeps quiet in vain is mentioned, and who speaks up in vain is a nuisance.
"""

from __future__ import annotations

import re
from typing import Final

from bot.questions.parsing.followups import telling
from bot.questions.parsing.talk.astonishment import is_astonished
from bot.questions.parsing.talk.complete_questions import is_complete
from index.text.words import folded, words

_WORD: Final = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_JOIN: Final = re.compile(r"\s*([/&+])\s*")
_TOGETHER: Final = rf"{_WORD}(?:\s*[/&+]\s*{_WORD})*"
"""One name, or several that a sign joins: "Ben/Ada"."""
_PAUSE: Final = r"(?:\s*(?:,|…|\.{2,})\s*|\s*:\s+|\s+[-–—]+\s+)"
_NAMED_FIRST: Final = re.compile(
    rf"\W*(?P<called>[^,.!?:;…]{{2,60}}?)(?:{_PAUSE}(?P<rest>.+)|\s*[,.!]*$)"
)
_NAMED_LAST: Final = re.compile(rf"(?P<rest>.{{4,}}){_PAUSE}(?P<called>{_TOGETHER})\W*$")
_NAMED_BETWEEN: Final = re.compile(rf".{{4,}},\s*(?P<called>{_TOGETHER}),\s*\w.*")
_CALLED_AT_LAST: Final = re.compile(rf"(?P<rest>.{{4,}}?)\s+(?P<called>{_TOGETHER})\W*$")
_CALLED_AT_FIRST: Final = re.compile(rf"\W*(?P<called>{_TOGETHER})\s+(?P<rest>\S.+)")
_ALONE: Final = re.compile(rf"\W*(?P<called>{_TOGETHER})\s*[….!?]+\s*")
_TYPED: Final = re.compile(r"\W*(?:\w+\W+){0,2}?@(?P<first>[\w.-]+)|.*[,\s]@(?P<last>[\w.-]+)\W*$")
"""A mention that was typed and is none, at either end: "@Ben when is lunch?"."""

# All below is folded: small letters without accents. Each line is a language: English, French,
# Spanish, German.
_ASKING: Final = re.compile(
    r"(?:when|where|why|what|who|how)['’]s\b|"
    r"(?:when|where|why|what|who|how) (?:is|are|was|were|do|does|did|can|has|have|will|should|"
    r"long|much|many|often|far|about)\b|(?:is|are|was|were|does|did) (?:it|they|there|the)\b|"
    r"(?:c['’]est|ca se passe) (?:quand|ou|quoi|combien|comment)\b|est[- ]ce qu|a quelle heure\b|"
    r"(?:quand|ou|pourquoi|combien|comment) (?:est|sont|se|ca|on|faut|coute|dure|fonctionne)\b|"
    r"(?:cuando|donde|cuant[oa]s?|por que|a que hora) \w|como (?:es|se|funciona)\b|"
    r"(?:wann|warum|wieso|wieviel) \w|wo (?:ist|sind|steht|liegt|findet|gibt|kann|wird)\b|"
    r"wie (?:lange|viel|oft|ist|wird|geht|funktioniert)\b|was (?:ist|sind|kostet|heisst)\b|"
    r"wer (?:ist|hat|kann)\b"
)
"""How a question begins, behind a name without a comma: "ada when is compost day?"."""

_GREETINGS: Final = frozenset(
    "and but so ok okay hi hello hey yo thanks thx please well yes no sorry dear morning good "
    "quick question right oh ah um hmm btw "
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

_DAYS: Final = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december christmas easter "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes "
    "sabado domingo montag dienstag mittwoch donnerstag freitag samstag sonntag"
)
_NO_NAMES: Final = frozenset({"pullquote"}).union(
    _DAYS.split(),
    (f"{day}s" for day in _DAYS.split()),
    "bot also otherwise today tomorrow yesterday now then wait actually anyway first "
    "second finally generally usually normally currently right question great cool perfect nice "
    "interesting indeed however meanwhile still though please thanks sure correct "
    "awesome wow hm hmm huh oops damn yeah yep nope lol haha fine lovely brilliant amazing "
    "edit update note fyi info subject topic again besides therefore whose whom during within "
    "per via around roughly know remember recall guess wonder check see say says ask find "
    "whether winter summer spring autumn noon midnight "
    "sinon demain hier maintenant alors donc bref enfin pardon normalement parfait super "
    "vers pendant vraiment depuis jusque avec avant apres chez pour sans sous sur entre "
    "der die das den dem ein eine einen in im am beim zum zur ab bis seit von um bei mit fur an "
    "auf aus nach uber vor zu "
    "el los las un una del por para desde hasta con durante hace en segun sobre sin "
    "hoy ayer entonces bueno pues perdon normalmente perfecto vale genial pregunta "
    "heute gestern also dann sonst eigentlich normalerweise super toll frage ungefahr".split(),
)
"""What begins with a capital, or stands alone before a comma, and calls nobody."""

_ADVERB: Final = re.compile(r"\w{3,}(?:[aeu]lly|ently|antly|edly|ously|ully|arly|tely|bly)")

_TOPIC_AGAIN: Final = re.compile(
    r"\b(?:it|its|they|them|c['’]est|ca|ils?|elles?|lo|sie|er|ihn|"
    r"(?:ist|wird|war|gibt|geht|kann|hat) es)\b"
)
"""Where what stands before the comma is what the question is about: "bread, is it free?"."""

_JOINS: Final = frozenset("and et y und".split())
_RELATIVE: Final = re.compile(r"who\b")

MOST_NAMES: Final = 2
"""A first and a last name, or two first names."""


def calls_somebody(text: str) -> bool:
    """Return whether a line is said to somebody by name: "Ada, …", "…, Ada?", "@Ada …"."""
    typed = _TYPED.match(text)
    if typed and folded(typed["first"] or typed["last"]) not in _NO_NAMES:
        return True
    text = text.strip()
    first = _NAMED_FIRST.fullmatch(text)
    if first and _is_name(first["called"], first["rest"]):
        return True
    last = _NAMED_LAST.fullmatch(text)
    if last and _is_name(last["called"], ""):
        return True
    between = _NAMED_BETWEEN.fullmatch(text)
    return (between is not None and _is_capital(between["called"])) or _is_run_together(text)


def calls_alone(text: str) -> bool:
    """Return whether a sentence before another is nothing but a name: "Ben… how long is it?"."""
    found = _ALONE.fullmatch(text)
    return found is not None and _is_capital(found["called"])


def _is_run_together(text: str) -> bool:
    """Return whether a name stands before or behind a question without any pause."""
    first = _CALLED_AT_FIRST.fullmatch(text)
    while first and folded(first["called"]) in _GREETINGS:
        first = _CALLED_AT_FIRST.fullmatch(first["rest"])
    if first:
        called, asked = first["called"], folded(first["rest"])
        is_relative = called.endswith("s") and _RELATIVE.match(asked)
        if _ASKING.match(asked) and not is_relative and _is_name(called, first["rest"]):
            return True
    last = _CALLED_AT_LAST.fullmatch(text)
    return last is not None and _is_capital(last["called"]) and is_complete(last["rest"])


def _is_name(called: str, rest: str | None) -> bool:
    """Return whether words call somebody.

    Args:
        called: They.
        rest: What is said beside them; None where nothing is, so that a greeting must stand
            before: "Hi Ada!".
    """
    said = _JOIN.sub(r"\1", called).split()
    named = list(said)
    while named and folded(named[0].strip("!.")) in _GREETINGS:
        named.pop(0)
    if not named or (rest is None and len(named) == len(said)):
        return False
    if " ".join(words(folded(" ".join(named)))) in _ALL:
        return True
    named = [each for each in named if folded(each) not in _JOINS]
    if 0 < len(named) <= MOST_NAMES and all(map(_is_capital, named)):
        return True
    # A topic is taken up again: "bread, is it free?"; where nothing is, somebody is called.
    is_topic = rest is None or _TOPIC_AGAIN.search(folded(rest)) is not None
    return len(named) == len(said) == 1 and not is_topic and _may_be_name(named[0])


def _is_capital(word: str) -> bool:
    is_short_for = len(word) > 1 and word.isupper()  # "FAQ: when is it?"
    is_each = all(each[:1].isupper() for each in _JOIN.split(word)[::2])
    return is_each and not is_short_for and _may_be_name(word)


def _may_be_name(word: str) -> bool:
    return all(map(_is_fit, _JOIN.split(word)[::2]))


def _is_fit(word: str) -> bool:
    plain = folded(word)
    if plain in _NO_NAMES or plain in _GREETINGS or _ADVERB.fullmatch(plain):
        return False
    if is_astonished(word):
        return False
    return re.fullmatch(_WORD, word) is not None and bool(telling(word))
