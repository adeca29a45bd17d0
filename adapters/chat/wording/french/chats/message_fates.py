"""What is said of one message: whether it is stored, and why it is not, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

FATES: Final[Mapping[str, str]] = {
    "stored": "Conservé, en {passages:passage|passages}, pour {readers}.",
    "everyone": "tout le monde",
    "readers": "qui lit {source}",
    "forgotten": (
        "Non conservé : ce message, ou tout ce que son auteur a écrit, a été oublié et ne"
        " sera plus jamais conservé."
    ),
    "deleted": (
        "Non conservé : il a été supprimé dans son salon, tenu à l’écart par 🚫, ou retiré depuis."
    ),
    "not_watched": "Non vu : son salon n’est pas suivi. /posts watch s’en charge.",
    "lost": "Non vu : je ne peux pas lire son salon ({error}). Laissez-moi y revenir.",
    "unread": (
        "Pas encore vu : son salon n’est relu que jusqu’à un message plus récent. /posts"
        " watch continue."
    ),
    "later": (
        "Pas encore vu : il est plus récent que ce qui a été lu de son salon. Il sera lu"
        " d’ici un jour, ou tout de suite avec /posts watch."
    ),
    "unknown": (
        "Non conservé, bien que son salon ait été lu au-delà : laissé de côté, ou manqué."
        " /posts status compte ce qui est laissé de côté ; /posts watch relit le salon."
    ),
    "bot_messages": (
        "Laissé de côté : une application l’a écrit. /posts watch avec bots garde ce qu’elles"
        " écrivent."
    ),
    "notices": (
        "Laissé de côté : c’est un avis du chat, comme une arrivée, et personne ne l’a écrit."
    ),
    "kept_out": "Laissé de côté : son auteur, ou le sujet du salon, le tient à l’écart par 🚫.",
    "wordless": "Laissé de côté : il n’a pas de mots.",
    "question": "Laissé de côté : il me demande quelque chose, ou je l’ai écrit.",
    "no_link": (
        "{link} n’est pas un lien vers un message de Discord ou de Slack : copiez le lien"
        " depuis le menu du message."
    ),
}
