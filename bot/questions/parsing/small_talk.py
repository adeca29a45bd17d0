"""Recognises what is said to a bot and asks nothing; pure."""

from __future__ import annotations

from typing import Final

from index.text.words import words

_POLITE: Final = frozenset(
    words(
        "bye cheers cool evening good goodbye great hello hey hi lol many morning much nice no ok "
        "okay perfect please so thank thanks there thx very well wow yes you "
        "ah adieu au beaucoup bien bonjour bonne bonsoir coucou d'accord journée merci non oui "
        "parfait revoir salut soirée super toi tous très vous à "
        "abend danke gut guten hallo ja morgen nein schön tag tschüss "
        "adiós buenas buenos días gracias hola muchas noches sí tardes vale"
    )
)
"""Words of which greetings, thanks and assent are made, in four languages."""

_PHRASES: Final = frozenset(
    " ".join(words(each)) for each in ("how are you", "how are you doing", "ça va", "comment ça va")
)


def is_small_talk(text: str) -> bool:
    """Say whether a text greets, thanks or agrees, and asks nothing."""
    said = words(text)
    return bool(said) and (_POLITE.issuperset(said) or " ".join(said) in _PHRASES)
