"""Tells astonishment at an answer from a question; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.text.words import folded, words

if TYPE_CHECKING:
    from collections.abc import Sequence

# Each line is a language: English, French, Spanish, German.
_ASTONISHED: Final = frozenset(
    " ".join(words(folded(each)))
    for each in (
        "really", "oh really", "seriously", "srsly", "for real", "no way", "wow", "huh", "honestly",
        "what", "wait what", "wtf", "omg", "lol", "haha", "no kidding", "are you kidding",
        "you're kidding", "you serious", "are you serious", "are you sure", "you sure",
        "is that so", "truly", "come on", "no joke", "say what", "insane", "crazy", "that's crazy",
        "that's insane", "this is crazy", "how crazy", "nuts", "that's nuts", "unbelievable",
        "incredible", "amazing", "that's amazing", "wild", "that's wild", "madness", "whoa", "woah",
        "yikes", "jeez", "gosh", "oh my", "oh my god", "my god", "oh god", "good grief", "damn",
        "ridiculous", "that's ridiculous", "absurd", "impressive", "mad", "that's mad", "weird",
        "that's weird", "strange", "wow crazy", "that's long", "that's a lot", "so long", "so much",
        "vraiment", "ah vraiment", "sérieux", "sérieusement", "c'est sérieux", "c'est vrai",
        "ah bon", "sans blague", "n'importe quoi", "tu es sûr", "t'es sûr", "pour de vrai", "mdr",
        "c'est fou", "c'est dingue", "dingue", "fou", "incroyable", "c'est incroyable", "la vache",
        "oh là là", "mon dieu", "impressionnant", "hallucinant", "n'importe nawak", "énorme",
        "c'est énorme", "c'est long", "quoi", "hein", "bah ça alors", "ça alors", "bizarre",
        "c'est bizarre", "c'est absurde", "absurde", "ouah", "punaise", "truc de fou",
        "en serio", "de verdad", "de veras", "no me digas", "venga ya", "anda ya", "qué dices",
        "estás seguro", "no puede ser", "qué", "cómo", "qué locura", "es una locura", "increíble",
        "es increíble", "qué fuerte", "madre mía", "dios mío", "vaya", "hala", "qué raro", "caray",
        "alucinante", "impresionante", "qué barbaridad", "es mucho", "qué absurdo", "absurdo",
        "echt", "echt jetzt", "wirklich", "ernsthaft", "im ernst", "ach was", "ach echt", "krass",
        "quatsch", "kein witz", "sicher", "bist du sicher", "nicht wirklich",
        "was", "wie bitte", "verrückt", "das ist verrückt", "ist ja verrückt", "wahnsinn", "irre",
        "das ist irre", "unglaublich", "das ist unglaublich", "unfassbar", "der hammer", "hammer",
        "oha", "mein gott", "du meine güte", "meine güte", "heftig", "das ist heftig", "absurd",
        "ganz schön lang", "so lange", "so viel", "komisch", "seltsam", "boah", "alter",
    )
)  # fmt: skip
"""What is said to what is hardly believed."""

_SAID_BACK: Final = frozenset(
    " ".join(words(folded(each)))
    for each in (
        "tell me about it", "do tell", "you tell me", "don't tell me", "show me the money",
        "give me a break", "give me a second", "give me a minute", "give me a moment", "remind me",
        "give me a sec",
        "dis-moi pas", "ne me dis pas", "à qui le dis-tu", "m'en parle pas", "explique-toi",
        "dime algo que no sepa", "no me digas", "dímelo a mí", "a mí me lo vas a decir",
        "wem sagst du das", "sag mir nichts", "sag bloß", "erzähl mir nichts",
    )
)  # fmt: skip
"""What is built as a request, and is none."""

_NUMBER: Final = (
    r"(?:(?!(?:19|20)\d\d\b)\d[\d.,:]*(?:\w{1,2})?|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|twenty|thirty|fifty|hundred|once|twice|half|first|second|third|last|"
    r"deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|vingt|trente|cent|premiere?|deuxieme|"
    r"dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|veinte|treinta|cien|primer|segundo|"
    r"zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|zwanzig|dreissig|hundert|"
    r"erste[nrs]?|zweite[nrs]?|dritte[nrs]?)"
)
_BEFORE: Final = (
    r"(?:(?:only|just|about|even|all|the|a|an|whole|full|every|each|at|by|for|in|on|until|after|"
    r"before|from|almost|like|"
    r"seulement|juste|environ|meme|les?|la|tou[st]|chaque|pendant|a|vers|en|"
    r"solo|casi|el|los|las|cada|durante|"
    r"nur|etwa|fast|ganze|alle|am|um|der|die|das|jeden) )*"
)
_ECHO: Final = re.compile(rf"(?!(?:au|le|un|du|les) four\b){_BEFORE}{_NUMBER}\b.*")
"""A number that was just told, with nothing that asks: "ten days?", "7 in the morning?"."""

_LOUD: Final = re.compile(r"\?\s*!|!\s*\?")
_PAUSE: Final = re.compile(r"[,:;–—…]|\.{2,}")


def is_astonished(text: str) -> bool:
    """Return whether a sentence says nothing but that something is hardly believed: "really?"."""
    return " ".join(words(folded(text))) in _ASTONISHED


def takes_back(sentences: Sequence[str]) -> bool:
    """Return whether what was asked is no question after all: "ten days? really?"."""
    return len(sentences) > 1 and is_astonished(sentences[-1])


def parts_after_astonishment(asked: str) -> list[str]:
    """Return what follows an astonished word and a pause, part by part; mostly nothing.

    "What, in the blue barrel?" repeats, "what, exactly, is mulch?" asks: a part of it does.

    Args:
        asked: A sentence, folded, without what stands before a question.
    """
    first, *rest = [each.strip() for each in _PAUSE.split(asked) if each.strip()] or [""]
    return rest if is_astonished(first) else []


def is_said_back(text: str) -> bool:
    """Return whether a sentence is a saying that is built as a request: "tell me about it"."""
    return " ".join(words(folded(text))) in _SAID_BACK


def is_echo(text: str, asked: str) -> bool:
    """Return whether a sentence that has no form of a question only repeats what was told.

    Args:
        text: It.
        asked: It, folded, without what stands before a question.
    """
    parts = [each for each in _PAUSE.split(text) if each.strip()]
    is_beside = len(parts) > 1 and (is_astonished(parts[0]) or is_astonished(parts[-1]))
    return is_beside or bool(_LOUD.search(text)) or _ECHO.fullmatch(asked) is not None
