"""What `chat` says beside its answers, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PROMPT: Final[Mapping[str, str]] = {
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
    "ask_something": "Pregúntame algo que los mensajes puedan responder.",
    "small_talk": "Pregúntame algo que los mensajes puedan saber; /help dice qué escribir.",
    "more": "{count} más: /more",
    "no_more": "Eso era todo.",
    "searching": "Buscando…",
    "no_answer": "Primero pregunta algo.",
    "no_excerpt": "La última respuesta no tiene extracto {number}.",
    "no_link": "El extracto {number} no tiene un enlace que abra un navegador; está en {id}.",
    "no_browser": "No arranca ningún navegador: abre {url} tú mismo.",
    "opened": "Abriendo {url}",
    "from_still": "Solo se busca lo que escribió {name}: /from solo lo quita.",
    "from": "Solo lo que escribió {name}; /from sin nada lo quita.",
    "from_all": "Lo que escribieron todos.",
    "unknown": "No conozco {typed}: /help dice qué escribir.",
}
