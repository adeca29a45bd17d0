"""What is said of channels that are watched, or are to be, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_WATCHING: Final[Mapping[str, str]] = {
    "begun": "I keep the messages of {channel} from now on, and read the old ones.",
    "begun_many": (
        "I keep the messages of {channels:channel|channels} from now on, and read the old ones:"
        " {names}."
    ),
    "new_public": "Public channels that are made later are watched, too.",
    "new_in": "Channels that are made later in {name} are watched, too.",
    "no_longer_new": "Channels that are made later are not watched any more.",
    "cannot_read": "I may not read {channel}: let me in, with the history.",
    "none_public": "There is no public channel that I may read.",
    "not_watched": "{channel} is not being watched.",
    "none_watched": "No channel is being watched.",
    "unwatched": "I follow {channel} no longer. Its posts stay; /posts forget removes them.",
    "unwatched_many": (
        "I follow {channels:channel|channels} no longer: {names}. Their posts stay; /posts forget"
        " removes them."
    ),
    "several": "Several watched channels are called {name}. Name one by its id: {ids}.",
    "reading_many": "Reading {channels:channel|channels}",
    "offer": "I am in {channel} now. Shall I keep its messages as posts, old and new?",
    "offer_server": (
        "I am in {server} now. Shall I keep the messages of its public channels as posts, old and"
        " new?"
    ),
    "watch": "Watch {channel}",
    "watch_public": "Watch all public channels",
    "lost": (
        "I can no longer read {channel} ({reason}). Its posts stay as they are. Let me in again,"
        " or end the watching with /posts unwatch."
    ),
    "title": "Watch a channel",
    "which": "Which channels",
    "public": "All public channels",
    "later": "Those that are made later, too",
    "more": "More than one channel",
}

FRENCH_WATCHING: Final[Mapping[str, str]] = {
    "begun": "Je conserve désormais les messages de {channel}, et je lis les anciens.",
    "begun_many": (
        "Je conserve désormais les messages de {channels:salon|salons}, et je lis les anciens :"
        " {names}."
    ),
    "new_public": "Les salons publics créés plus tard sont suivis aussi.",
    "new_in": "Les salons créés plus tard dans {name} sont suivis aussi.",
    "no_longer_new": "Les salons créés plus tard ne sont plus suivis.",
    "cannot_read": "Je ne peux pas lire {channel} : donnez-moi accès, historique compris.",
    "none_public": "Il n’y a aucun salon public que je puisse lire.",
    "not_watched": "{channel} n’est pas suivi.",
    "none_watched": "Aucun salon n’est suivi.",
    "unwatched": "{channel} n’est plus suivi. Ses messages restent ; /posts forget les supprime.",
    "unwatched_many": (
        "{channels:salon n’est plus suivi|salons ne sont plus suivis} : {names}. Leurs messages"
        " restent ; /posts forget les supprime."
    ),
    "several": "Plusieurs salons suivis s’appellent {name}. Désignez-en un par son id : {ids}.",
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
    "title": "Suivre un salon",
    "which": "Quels salons",
    "public": "Tous les salons publics",
    "later": "Ceux créés plus tard aussi",
    "more": "Plus d’un salon",
}

SPANISH_WATCHING: Final[Mapping[str, str]] = {
    "begun": "Desde ahora guardo los mensajes de {channel}, y leo los antiguos.",
    "begun_many": (
        "Desde ahora guardo los mensajes de {channels:canal|canales}, y leo los antiguos: {names}."
    ),
    "new_public": "También sigo los canales públicos que se creen más tarde.",
    "new_in": "También sigo los canales que se creen más tarde en {name}.",
    "no_longer_new": "Ya no sigo los canales que se creen más tarde.",
    "cannot_read": "No puedo leer {channel}: dame acceso, con el historial.",
    "none_public": "No hay ningún canal público que yo pueda leer.",
    "not_watched": "{channel} no se sigue.",
    "none_watched": "No se sigue ningún canal.",
    "unwatched": "Ya no sigo {channel}. Sus mensajes se quedan; /posts forget los elimina.",
    "unwatched_many": (
        "Ya no sigo {channels:canal|canales}: {names}. Sus mensajes se quedan; /posts forget los"
        " elimina."
    ),
    "several": "Varios canales seguidos se llaman {name}. Nombra uno por su id: {ids}.",
    "reading_many": "Leyendo {channels:canal|canales}",
    "offer": "Ya estoy en {channel}. ¿Guardo sus mensajes, los antiguos y los nuevos?",
    "offer_server": (
        "Ya estoy en {server}. ¿Guardo los mensajes de sus canales públicos, los antiguos y los"
        " nuevos?"
    ),
    "watch": "Seguir {channel}",
    "watch_public": "Seguir todos los canales públicos",
    "lost": (
        "Ya no puedo leer {channel} ({reason}). Los mensajes guardados se quedan como están. Dame"
        " acceso otra vez, o deja de seguirlo con /posts unwatch."
    ),
    "title": "Seguir un canal",
    "which": "Qué canales",
    "public": "Todos los canales públicos",
    "later": "También los que se creen más tarde",
    "more": "Más de un canal",
}

GERMAN_WATCHING: Final[Mapping[str, str]] = {
    "begun": "Ab jetzt bewahre ich die Nachrichten von {channel} auf, und lese die alten.",
    "begun_many": (
        "Ab jetzt bewahre ich die Nachrichten von {channels:Kanal|Kanälen} auf, und lese die alten:"
        " {names}."
    ),
    "new_public": "Öffentliche Kanäle, die später entstehen, werden auch verfolgt.",
    "new_in": "Kanäle, die später in {name} entstehen, werden auch verfolgt.",
    "no_longer_new": "Kanäle, die später entstehen, werden nicht mehr verfolgt.",
    "cannot_read": "Ich darf {channel} nicht lesen: gib mir Zugang, auch zum Verlauf.",
    "none_public": "Es gibt keinen öffentlichen Kanal, den ich lesen darf.",
    "not_watched": "{channel} wird nicht verfolgt.",
    "none_watched": "Es wird kein Kanal verfolgt.",
    "unwatched": (
        "{channel} verfolge ich nicht mehr. Die Beiträge bleiben; /posts forget löscht sie."
    ),
    "unwatched_many": (
        "{channels:Kanal verfolge ich|Kanäle verfolge ich} nicht mehr: {names}. Die Beiträge"
        " bleiben; /posts forget löscht sie."
    ),
    "several": "Mehrere verfolgte Kanäle heißen {name}. Nenne einen mit seiner Id: {ids}.",
    "reading_many": "Lese {channels:Kanal|Kanäle}",
    "offer": "Ich bin jetzt in {channel}. Soll ich die Nachrichten aufbewahren, alte und neue?",
    "offer_server": (
        "Ich bin jetzt in {server}. Soll ich die Nachrichten der öffentlichen Kanäle aufbewahren,"
        " alte und neue?"
    ),
    "watch": "{channel} verfolgen",
    "watch_public": "Alle öffentlichen Kanäle verfolgen",
    "lost": (
        "Ich kann {channel} nicht mehr lesen ({reason}). Die Beiträge bleiben, wie sie sind. Lass"
        " mich wieder hinein, oder beende das Verfolgen mit /posts unwatch."
    ),
    "title": "Kanal verfolgen",
    "which": "Welche Kanäle",
    "public": "Alle öffentlichen Kanäle",
    "later": "Auch die, die später entstehen",
    "more": "Mehr als ein Kanal",
}
