"""What is said of answers that are offered unasked, and of earlier ones, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

OFFERING: Final[Mapping[str, str]] = {
    "earlier": "Ce qui a déjà été répondu à quelque chose de semblable :",
    "earlier.none": (
        "Rien de ce que vous pouvez lire ici n’a déjà répondu à quelque chose de semblable."
    ),
    "earlier.own": "C’est un message de moi : choisissez ceci sur ce que quelqu’un a écrit.",
    "no_words": (
        "Ce message n’a pas de mots à chercher : choisissez ceci sur un message"
        " qui dit quelque chose."
    ),
    "related.none": "Aucun autre message que vous pouvez lire ici n’est proche de celui-là.",
    "related.own": (
        "C’est un message de moi : choisissez ceci sur ce que quelqu’un"
        " a écrit, ou sur une de mes réponses."
    ),
    "offer": "On y a peut-être déjà répondu :",
    "offer.direct": (
        "Vous avez demandé « {question} » dans #{channel}. On y a peut-être déjà répondu :"
    ),
    "helped": "Ça m’a aidé",
    "not_this": "Pas ça",
    "taken_away": "Retiré.",
    "not_yours": (
        "Seule la personne qui a demandé, ou un admin, dit ce qu’il en est d’une proposition."
    ),
    "thread": "dans le fil",
    "asker": "à qui a demandé seulement",
    "off": "non",
    "set": (
        "Je propose désormais des réponses sans qu’on me le demande dans {channel}, {way} : là"
        " où je suis sûr et où personne n’a encore répondu."
    ),
    "set.off": "Je ne propose plus de réponses sans qu’on me le demande dans {channel}.",
    "how": "/posts help-out #channel dit où : in the thread, to the asker only ou off.",
    "unknown": (
        "« {value} » n’est pas une façon de proposer des réponses : dites in the thread, to the"
        " asker only ou off."
    ),
    "counts": (
        "Proposé sans demande dans {channel} : {offered:réponse|réponse|réponses} ;"
        " {helped:a aidé|a aidé|ont aidé},"
        " {refused:ne convenait pas|ne convenait pas|ne convenaient pas}."
    ),
}

OFFER_COMMANDS: Final[Mapping[str, str]] = {
    "posts.help-out": "Proposer des réponses là où la même chose a déjà été répondue",
    "help-out.channel": "Quel salon ou forum",
    "help-out.how": "Dans le fil, à qui a demandé seulement, ou plus du tout",
}
