"""What `chat` says beside its answers, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_PROMPT: Final[Mapping[str, str]] = {
    "welcome": "Ask what the posts know. /help tells what else you can type; Ctrl-D ends.",
    "help": (
        "/more      the next excerpts of the last answer\n"
        "/open 2    open the link of excerpt 2\n"
        "/why       how the last answer was found\n"
        "/from NAME only what NAME wrote, until /from alone\n"
        "/quit      end; Ctrl-D and Ctrl-C too\n"
        'Filters in a question: from:ada from:"Ada Lovelace" in:news since:2024-09 kind:comment;'
        " Tab completes them."
    ),
    "small_talk": "Ask me something that the posts may answer; /help tells what you can type.",
    "more": "{count} more: /more",
    "no_more": "That was all.",
    "searching": "Searching…",
    "no_answer": "Ask something first.",
    "no_excerpt": "The last answer has no excerpt {number}.",
    "no_link": "Excerpt {number} has no link that a browser opens; it stands in {id}.",
    "no_browser": "No browser could be started: open {url} yourself.",
    "opened": "Opening {url}",
    "from": "Only what {name} wrote; /from alone lifts that.",
    "from_all": "What everybody wrote.",
    "unknown": "{typed} is not known: /help tells what you can type.",
}

FRENCH_PROMPT: Final[Mapping[str, str]] = {
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
    "small_talk": "Demandez quelque chose que les messages savent ; /help dit quoi taper.",
    "more": "{count} de plus : /more",
    "no_more": "C’était tout.",
    "searching": "Recherche…",
    "no_answer": "Posez d’abord une question.",
    "no_excerpt": "La dernière réponse n’a pas d’extrait {number}.",
    "no_link": "L’extrait {number} n’a pas de lien qu’un navigateur ouvre ; il est dans {id}.",
    "no_browser": "Aucun navigateur ne démarre : ouvrez {url} vous-même.",
    "opened": "Ouverture de {url}",
    "from": "Seulement ce que {name} a écrit ; /from seul lève cela.",
    "from_all": "Ce que tout le monde a écrit.",
    "unknown": "{typed} n’est pas connu : /help dit quoi taper.",
}
