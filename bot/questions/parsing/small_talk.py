"""Recognises what is said to a bot and asks nothing; pure."""

from __future__ import annotations

from typing import Final

from index.text.words import words

_POLITE: Final = frozenset(
    words(
        "agreed bye cheers cool done evening good goodbye got great haha hello hey hi it lol makes "
        "many morning much nice no np ok okay one perfect please problem sense so sounds thank "
        "thanks there thx understood very well wow yes you bot job helped worked that "
        "ah adieu au beaucoup bien bonjour bonne bonsoir bravo compris coucou d'accord de entendu "
        "génial journée merci non oui parfait pas revoir rien salut soirée souci super toi top "
        "tous très vous à "
        "abend alles bitte danke dir genau gut guten hallo ja klar klasse moin morgen nein "
        "guter perfekt prima schön servus tag tschüss verstanden "
        "adiós buenas buenos claro días entendido genial gracias hola muchas buen nada noches "
        "perfecto sí tardes vale"
    )
)
"""Words of which greetings, thanks and assent are made, in four languages."""

_HELP: Final = frozenset(words("help aide aidez ayuda ayúdame hilfe"))
_GREETINGS: Final = frozenset(
    words(
        "hello hey hi morning evening bonjour bonsoir coucou salut hola buenas buenos hallo moin"
        " servus guten"
    )
)
_BESIDE: Final = frozenset(
    words("me moi à l' to please need i s'il vous plaît te por favor por bitte mir hilf un peu")
)
"""What may stand beside a call for help."""

_ASKING_ABOUT_US: Final = frozenset(
    " ".join(words(each))
    for each in (
        "what can you do", "what do you do", "who are you", "what are you", "how do you work",
        "how does this work", "how does it work", "how to use this", "how do i use this",
        "how do i use you", "help me", "que sais-tu faire", "que peux-tu faire", "qui es-tu",
        "comment ça marche", "comment tu marches", "aide-moi", "aidez-moi", "qué puedes hacer",
        "quién eres", "cómo funciona", "cómo funcionas", "cómo funciona esto", "was kannst du",
        "wer bist du", "wie funktioniert das", "wie funktionierst du", "hilf mir",
    )
)  # fmt: skip

_PHRASES: Final = frozenset(
    " ".join(words(each))
    for each in (
        "how are you",
        "how are you doing",
        "ça va",
        "comment ça va",
        "nice work",
        "good work",
        "great work",
        "bon travail",
        "gute arbeit",
        "buen trabajo",
        "bad bot",
        "i love you",
        "love it",
        "love this bot",
        "i love this bot",
    )
)


def is_small_talk(text: str) -> bool:
    """Say whether a text greets, thanks or agrees, and asks nothing."""
    said = words(text)
    return bool(said) and (_POLITE.issuperset(said) or " ".join(said) in _PHRASES)


def wants_help(text: str) -> bool:
    """Say whether a text greets us, calls for help, or asks nothing but what we are."""
    said = words(text)
    if not said:
        return bool(text.strip()) and set(text.split("?")) <= {"", " "}
    calls = _HELP.intersection(said) and (_HELP | _BESIDE | _POLITE).issuperset(said)
    greets = _GREETINGS.intersection(said) and is_small_talk(text)
    return bool(calls or greets) or " ".join(said) in _ASKING_ABOUT_US
