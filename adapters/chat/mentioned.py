"""Tells whether a message that names us speaks to us, and what it says without our name; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.questions.parsing.intent import intent_of
from bot.questions.parsing.talk.small_talk import is_small_talk
from index.text.words import folded, words

if TYPE_CHECKING:
    from collections.abc import Collection

_MENTION: Final = re.compile(r"<@[!&]?(?P<id>\w+)(?:\|[^<>]*)?>")
_SENTENCE: Final = re.compile(r"[.!?…\n:]+(?=\s|$)")

_LEADING: Final = frozenset(
    "and but so or also then ok okay please well yes no oh question hm hmm um eh now dear "
    "et mais donc alors bon oui non svp cher chere dis dites question "
    "y pero entonces pues por favor si oye oiga "
    "und aber dann also bitte ja nein liebe lieber sag".split()
)
"""What is said before the name of who is asked, beside greetings."""

_ABOUT: Final = frozenset(
    "ask asks asked asking tell told telling try tried trying use used using with by to from of "
    "about like love thank thanks the our this that than and or "
    "demande demander demandez demandé à au avec par de du le notre ce que et "
    "pregunta preguntar pregúntale preguntale pregunté a al con por el nuestro ese que y "
    "frag frage fragt gefragt fragen mit von den dem der unser bei und".split()
)
"""Before a name, what makes it one that is spoken about: "you can ask @bot"."""

_OPENED: Final = "*_~("
"""What may stand around a name alone, and goes with it."""

_CALLING: Final = re.compile(r"(?:[,;]|[:!–—-]+(?!\S))\s*")
"""What stands between the name of who is called and what is said."""

_TELLS: Final = re.compile(
    r"(?:(?:also|always|probably|usually|surely|already|just|aussi|toujours|auch|immer|siempre) )?"
    r"(?:knows|says|said|told|tells|helps|helped|answered|explains|explained|thinks|replied|"
    r"(?:will|would|might|may|should) (?:know|tell|help|answer|say)|"
    r"(?:can|could) (?:tell|help|answer|say) (?:you|us|that|this|it)|"
    r"sait(?!-)|dit(?![- ](?:moi|nous))|a (?:dit|repondu)|saura|connait|"
    r"peut (?:te|vous|nous|t['’]|l['’])|"
    r"weiss(?! (?:jemand|wer|man|einer))|sagt(?! (?:mir|uns))|hilft|antwortet|"
    r"hat (?:gesagt|geantwortet)|"
    r"kann (?:dir|euch|ihnen)|"
    r"sabe(?! (?:alguien|usted|algo))|dice (?:que|cuando|donde|si|como|lo)|dijo|"
    r"puede (?:decirte|ayudarte|deciros|ayudaros))\b"
)
"""What is said of us behind our name, folded: "@bot knows when"."""

_ENDS: Final = (".", "!", "?", "…")
_PAUSES: Final = ",;:.!?…"

_CLOSING: Final = re.compile(r"[,;:!?…)]|\.(?!\w)")
"""What stands right behind a word."""


def speaks_to_us(text: str, ours: Collection[str]) -> bool:
    """Return whether a message that names us is said to us.

    It is where our name stands at the beginning or the end of a sentence, or in one that asks.
    Who begins with the name of somebody else, or says what one may ask of us, speaks to others.

    Args:
        text: The message as its platform sends it, with ids for names (`<@U1>`).
        ours: Our own ids.
    """
    found = [each for each in _MENTION.finditer(text) if each["id"] in ours]
    calls = (each for each in found if not _TELLS.match(folded(text[each.end() :]).strip()))
    return not found or any(_is_called(text, each, ours) for each in calls)


def without_called(text: str, ours: Collection[str]) -> str:
    """Return a message that names us without the names of others who are called before us.

    Args:
        text: The message as its platform sends it.
        ours: Our own ids.
    """
    us = next((each for each in _MENTION.finditer(text) if each["id"] in ours), None)
    before = text[: us.start()] if us else ""
    if us is None or not _MENTION.search(before) or words(_MENTION.sub(" ", before)):
        return text
    return text[us.start() :]


def without_us(text: str, ours: Collection[str]) -> str:
    """Return a message without our name, as if it had been written so: no space or comma is left.

    Who is called before us goes, too (see `without_called`).

    Args:
        text: The message as its platform sends it.
        ours: Our own ids.
    """
    text = without_called(text, ours)
    names = [each for each in _MENTION.finditer(text) if each["id"] in ours]
    ends = [*(each.start() for each in names), len(text)]
    said = text[: ends[0]]
    for name, end in zip(names, ends[1:], strict=True):
        said = _joined(said, text[name.end() : end])
    return said.strip()


def _joined(before: str, after: str) -> str:
    """Return what stands before and after our name without it."""
    bare = before.rstrip(_OPENED)
    closed = before[len(bare) :][::-1].replace("(", ")")
    if closed and after.startswith(closed):
        before, after = bare, after.removeprefix(closed)
    head, tail = before.rstrip(), after.lstrip()
    begins = not head or head.endswith((*_ENDS, ":")) or "\n" in before[len(head) :]
    if begins and (calling := _CALLING.match(tail)):
        tail = tail[calling.end() :]
    if not tail or (head.endswith(",") and tail[0] in _PAUSES):
        head = head.rstrip(" ,;:–—-")
    if not (head and tail):
        return head or tail
    is_close = _CLOSING.match(tail) and (tail[0] in ",;." or not after[0].isspace())
    return head + tail if is_close else f"{head} {tail}"


def _is_called(text: str, mention: re.Match[str], ours: Collection[str]) -> bool:
    """Return whether one mention of us calls us."""
    before, after = text[: mention.start()], text[mention.end() :]
    own = _SENTENCE.split(before)[-1]
    rest = _SENTENCE.split(after, maxsplit=1)[0]
    others = [each for each in _MENTION.finditer(own) if each["id"] not in ours]
    said = words(_MENTION.sub(" ", own))
    if not said:  # it begins the sentence, alone or among others who are called
        return True
    if others and _MENTION.match(own.strip()):
        return False
    if _LEADING.issuperset(map(folded, said)) or is_small_talk(" ".join(said)):
        return True
    if said[-1] in _ABOUT and not after.lstrip().startswith((",", ":")):
        return False
    if not words(rest) or is_small_talk(rest):  # it ends the sentence
        return True
    whole = f"{own} {rest}{after[len(rest) : len(rest) + 1]}"
    return intent_of(_MENTION.sub(" ", whole), is_direct=False) != "nothing"
