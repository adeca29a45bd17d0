"""What is said of channels that are watched, or are to be, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

WATCHING: Final[Mapping[str, str]] = {
    "gap.unread": (
        "• Lacune : ce qui est plus ancien que {when} n’est pas encore lu ; /posts watch continue."
    ),
    "gap.lost": "• Lacune : rien n’est lu depuis {when}.",
    "gap.cut": "• Lacune : le forfait de la plateforme cache ce qui est plus ancien.",
    "begun": "Je conserve désormais les messages de {channel}, et je lis les anciens.",
    "begun_many": (
        "Je conserve désormais les messages de {channels:salon|salons}, et je lis les anciens :"
        " {names}."
    ),
    "new_public": "Les salons publics créés plus tard sont suivis aussi.",
    "new_in": "Les salons créés plus tard dans {name} sont suivis aussi.",
    "no_longer_new": "Les salons créés plus tard ne sont plus suivis.",
    "cannot_read": "Je ne peux pas lire {channel} : donnez-moi accès, historique compris.",
    "not_found": (
        "Je ne trouve aucun {channel} que vous et moi puissions lire : nommez-le avec # ou par son"
        " id, et donnez-moi accès s’il est privé."
    ),
    "name_one": "Nommez le salon : /posts why #salon.",
    "no_choice": "Je ne connais pas « {word} » : il y a bots:yes, bots:no, new:yes et new:no.",
    "none_public": "Il n’y a aucun salon public que je puisse lire.",
    "not_watched": "{channel} n’est pas suivi.",
    "none_watched": "Aucun salon n’est suivi.",
    "unwatched": "{channel} n’est plus suivi. Ses messages restent ; /posts forget les supprime.",
    "unwatched_many": (
        "{channels:salon n’est plus suivi|salons ne sont plus suivis} : {names}. Leurs messages"
        " restent ; /posts forget les supprime."
    ),
    "several": "Plusieurs salons s’appellent {name}. Désignez-en un par son id : {ids}.",
    "in_direct": "L’avancement est dans nos messages privés.",
    "reading_many": "Lecture de {channels:salon|salons}",
    "offer": "Me voici dans {channel}. Dois-je conserver ses messages, anciens et à venir ?",
    "offer_server": (
        "Me voici dans {server}. Dois-je conserver les messages de ses salons publics,"
        " anciens et à venir ?"
    ),
    "watch": "Suivre {channel}",
    "watch_public": "Suivre tous les salons publics",
    "lost": (
        "Je ne peux plus lire {channel} ({reason}). Ses messages conservés restent tels quels."
        " Rendez-moi l’accès, ou mettez fin au suivi avec /posts unwatch."
    ),
    "because.out": "je n’en fais pas partie",
    "because.hidden": "je ne peux voir ni lui ni son historique",
    "because.gone": "il n’existe plus ou m’est caché",
    "because.right": "il manque un droit à mon application",
    "because.token": "mon jeton n’est pas accepté",
    "because.passing": "la plateforme dit « {word} »",
    "remedy.out": "{because} : invitez-moi de nouveau, ou /posts unwatch",
    "remedy.hidden": "{because} : rendez-moi l’accès aux deux, ou /posts unwatch",
    "remedy.gone": "{because} : rendez-moi l’accès, ou /posts unwatch",
    "remedy.right": "{because} : `pullquote check` le nomme ; accordez-le",
    "remedy.token": (
        "{because} : qui me fait tourner le renouvelle ; `pullquote check` dit comment"
    ),
    "remedy.passing": "{because} ; je réessaie de moi-même",
    "title": "Suivre un salon",
    "which": "Quels salons",
    "public": "Tous les salons publics",
    "later": "Ceux créés plus tard aussi",
    "more": "Plus d’un salon",
}
