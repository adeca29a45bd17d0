"""What `chat` says beside its answers, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PROMPT: Final[Mapping[str, str]] = {
    "yes_or_no": "on",
    "welcome": "Demandez ce que savent les messages. /help dit le reste ; Ctrl-D termine.",
    "help": (
        "/more      les extraits suivants de la dernière réponse\n"
        "/open 2    ouvrir le lien de l’extrait 2\n"
        "/why       comment la dernière réponse a été trouvée\n"
        "/from NOM  seulement ce que NOM a écrit, jusqu’à /from seul\n"
        "/quit      terminer ; Ctrl-D et Ctrl-C aussi\n"
        'Filtres dans une question : from:ada from:"Ada Lovelace" in:infos since:2024-09'
        " kind:comment ; Tab les complète."
    ),
    "ask_something": "Posez-moi une question à laquelle les messages peuvent répondre.",
    "small_talk": "Demandez quelque chose que les messages savent ; /help dit quoi taper.",
    "more": "{count} de plus : /more",
    "no_more": "C’était tout.",
    "searching": "Recherche…",
    "no_answer": "Posez d’abord une question.",
    "no_excerpt": "La dernière réponse n’a pas d’extrait {number}.",
    "no_link": "L’extrait {number} n’a pas de lien qu’un navigateur ouvre ; il est dans {id}.",
    "no_browser": "Aucun navigateur ne démarre : ouvrez {url} vous-même.",
    "opened": "Ouverture de {url}",
    "from_still": "Seul ce qu’a écrit {name} est cherché : /from seul lève cela.",
    "from": "Seulement ce que {name} a écrit ; /from seul lève cela.",
    "from_all": "Ce que tout le monde a écrit.",
    "unknown": "{typed} n’est pas connu : /help dit quoi taper.",
}
