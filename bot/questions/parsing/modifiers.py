"""Refuses by name the search modifiers of chats that narrow nothing here; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.errors import NoNegation, NotAFilter, NoValue, NoWordLeftOut

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_OTHERS: Final = (
    "has", "hasmy", "is", "mentions", "pinned", "creator", "authortype",
    "contient", "contiene", "enthält", "mentionne", "menciona", "erwähnt",
    "épinglé", "fijado", "angeheftet",
    "username", "sender", "newer_than", "older_than", "utilisateur", "expéditeur", "usuario",
    "remitente", "benutzer", "nutzer", "absender",
)  # fmt: skip
"""What the search of Slack and that of Discord know beside our filters, in four languages."""

_TO_SOMEBODY: Final = r"(?:with|to):(?=[@<\"]|[^\W\d_][\w-]*(?=[\s,;?!)]|\.(?!\w)|$))"
"""Slack's `with:@ada` and `to:me`, also with a bare name; `to:ada@example.org` is an address."""

_USER: Final = (
    r"(?<!chown )(?<!chgrp )(?<!-u )"
    r"user:(?=[^\W\d_])(?!(?:pass|pw|group|id|uid|gid|name|root|admin|agent|host)\w*)"
    r"|(?:by|date|fecha|datum):(?=\d\d|@)"
)
"""A person, or a day, as other searches name one; no account of a computer ("user:group")."""

_QUOTED: Final = re.compile(r'"[^"]*"|`[^`]*`|“[^”]*”|«[^»]*»')
_WITHOUT: Final = re.compile(r"(?<!\S)[-−](?P<word>[^\W\d_]{3,})(?=[,;?!.]*(?:\s|$))")
"""A word to be left out, as Slack reads it: "wifi -guests"."""

_SIGNED: Final = re.compile(r"[.?!…]\s+[-−][^\W\d_a-zß-ÿ]")
"""A name below what is asked, and no word to be left out: "… open? -Ada"."""

_SUBJECT: Final = re.compile(
    r"\b(?:an?|the|this|that|these|those|my|our|your|his|her|its|their|it|there|here|what|which|who|"
    r"how|where|when|why)\s+(?:\S+\s+)?is:\W*$",
    re.IGNORECASE,
)
"""A sentence whose end stands elsewhere, and no `is:` without its value: "the error is:"."""

_CLOSED: Final = re.compile(r"\w[-−](?=\s|$)")
"""The end of an aside: "the oven -the big one- is cold"."""

_COMMANDS: Final = re.compile(
    r"\b(?:find|java|javac|rm|ls|cp|mv|tar|git|grep|curl|docker|kubectl|terraform|go|gcc|ssh|psql|"
    r"sort|ps|dig|openssl|ffmpeg|powershell|xcodebuild)(?:\s+(?:-\S+|\S*[./~*]\S*))*\s+$",
    re.IGNORECASE,
)
"""What goes before an option of a command: "find . -name", "ls -l -all"."""

_PRONOUNS: Final = frozenset("elle elles nous vous ils moi toi lui leur les".split())
"""What French joins by a hyphen, before which some type a space: "pouvez -vous"."""

_EMOJI: Final = r":[\w+'-]+:(?!\S)"
"""As Slack types one: `has::eyes:`."""


def refuse(text: str, filters: Sequence[str]) -> None:
    """Refuse a modifier that would else be searched for as a word.

    A modifier stands at the beginning of a word and has its value right behind the colon; in
    quotation marks or between backticks it is a word like any other.

    Args:
        text: The question without its filters.
        filters: The names of our filters, of which none leaves anything out (`-from:ada`).

    Raises:
        BadFilter: A modifier that is none of our filters, one without a value, or a minus.
    """
    names = "|".join((*filters, *_OTHERS))
    if match := re.search(rf"(?<!\S)[-–−]({names}|with|to):[^\s:/]", text, re.IGNORECASE):
        name = match[1].lower()
        sentence = f"-{name}: leaves nothing out here: name what you want, or leave it out."
        raise NoNegation(sentence, name=name)
    others = rf"(?<!\S)(?:((?:{'|'.join(_OTHERS)}):)(?:[^\s:/]|{_EMOJI})|({_TO_SOMEBODY}|{_USER}))"
    if match := re.search(others, text, re.IGNORECASE):
        raise _no_filter((match[1] or match[2]).rstrip(":"), filters)
    if match := re.search(rf"(?<!\S)({'|'.join(filters)}):\W*$", text, re.IGNORECASE):
        name = match[1].lower()
        raise NoValue(f"{name}: needs a value right behind the colon, or leave it out.", name=name)
    at_end = re.search(rf"(?<!\S)({'|'.join(_OTHERS)}):[?!.,;]*$", text, re.IGNORECASE)
    if at_end and not _SUBJECT.search(text):
        raise _no_filter(at_end[1], filters)
    _refuse_without(_QUOTED.sub(" ", text))


def opened(text: str, filters: Collection[str]) -> str:
    """Return a question without the parentheses that hold nothing but modifiers: "(has:link)"."""
    names = "|".join((*filters, *_OTHERS))
    value = rf"(?:(?:{names}):(?:\"[^\"]*\"|:[^\s():]+:|[^\s()\":/][^\s()\"]*)|{_TO_SOMEBODY}\S+)"
    enclosed = re.compile(rf"(?<!\S)\((\s*{value}(?:\s+{value})*\s*)\)", re.IGNORECASE)
    return enclosed.sub(r" \1 ", text)


def _no_filter(name: str, filters: Sequence[str]) -> NotAFilter:
    name, known = name.lower(), ", ".join(filters)
    sentence = f"{name}: is no filter here. Leave it out, or say it in words; there are {known}."
    return NotAFilter(sentence, name=name, known=known)


def _refuse_without(text: str) -> None:
    """Refuse a word with a minus, which is to be in no post that is found."""
    for match in _WITHOUT.finditer(text):
        word, before = match["word"], text[: match.start()]
        is_option = _COMMANDS.search(before) is not None
        if _SIGNED.match(text, len(before.rstrip()) - 1):
            continue
        if word.lower() in _PRONOUNS or is_option or _CLOSED.search(text, match.end()):
            continue
        sentence = (
            f"-{word} leaves nothing out here: name what you want, or put it in quotation marks."
        )
        raise NoWordLeftOut(sentence, word=word)
