"""What `chat` says beside its answers, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_PROMPT: Final[Mapping[str, str]] = {
    "yes_or_no": "yn",
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

SPANISH_PROMPT: Final[Mapping[str, str]] = {
    "yes_or_no": "sn",
    "welcome": "Pregunta lo que saben los mensajes. /help dice qué más escribir; Ctrl-D termina.",
    "help": (
        "/more      los siguientes extractos de la última respuesta\n"
        "/open 2    abrir el enlace del extracto 2\n"
        "/why       cómo se encontró la última respuesta\n"
        "/from NOMBRE solo lo que escribió NOMBRE, hasta /from sin nada\n"
        "/quit      terminar; también Ctrl-D y Ctrl-C\n"
        'Filtros en una pregunta: from:ada from:"Ada Lovelace" in:news since:2024-09 kind:comment;'
        " Tab los completa."
    ),
    "small_talk": "Pregúntame algo que los mensajes puedan saber; /help dice qué escribir.",
    "more": "{count} más: /more",
    "no_more": "Eso era todo.",
    "searching": "Buscando…",
    "no_answer": "Primero pregunta algo.",
    "no_excerpt": "La última respuesta no tiene extracto {number}.",
    "no_link": "El extracto {number} no tiene un enlace que abra un navegador; está en {id}.",
    "no_browser": "No arranca ningún navegador: abre {url} tú mismo.",
    "opened": "Abriendo {url}",
    "from": "Solo lo que escribió {name}; /from sin nada lo quita.",
    "from_all": "Lo que escribieron todos.",
    "unknown": "No conozco {typed}: /help dice qué escribir.",
}

GERMAN_PROMPT: Final[Mapping[str, str]] = {
    "yes_or_no": "jn",
    "welcome": "Frage, was die Beiträge wissen. /help sagt, was sonst geht; Strg-D beendet.",
    "help": (
        "/more      die nächsten Auszüge der letzten Antwort\n"
        "/open 2    den Link von Auszug 2 öffnen\n"
        "/why       wie die letzte Antwort gefunden wurde\n"
        "/from NAME nur, was NAME geschrieben hat, bis zu /from allein\n"
        "/quit      beenden; auch Strg-D und Strg-C\n"
        'Filter in einer Frage: from:ada from:"Ada Lovelace" in:news since:2024-09 kind:comment;'
        " Tab ergänzt sie."
    ),
    "small_talk": "Frag mich etwas, das die Beiträge wissen können; /help sagt, was geht.",
    "more": "{count} weitere: /more",
    "no_more": "Das war alles.",
    "searching": "Suche…",
    "no_answer": "Frage zuerst etwas.",
    "no_excerpt": "Die letzte Antwort hat keinen Auszug {number}.",
    "no_link": "Auszug {number} hat keinen Link, den ein Browser öffnet; er steht in {id}.",
    "no_browser": "Es ließ sich kein Browser starten: öffne {url} selbst.",
    "opened": "Öffne {url}",
    "from": "Nur, was {name} geschrieben hat; /from allein hebt das auf.",
    "from_all": "Was alle geschrieben haben.",
    "unknown": "{typed} kenne ich nicht: /help sagt, was geht.",
}
