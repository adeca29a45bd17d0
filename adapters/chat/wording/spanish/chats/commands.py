"""What commands and their options are described as in chats, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.chat.wording.spanish.chats.offers import OFFER_COMMANDS
from adapters.chat.wording.spanish.chats.workspace_settings import SETTINGS_COMMANDS

if TYPE_CHECKING:
    from collections.abc import Mapping

SLASH_COMMANDS: Final[Mapping[str, str]] = {
    "ask": "Responder a una pregunta con las palabras de los mensajes guardados",
    "ask.question": "¿Qué quieres saber?",
    "ask.person": "Solo lo que escribió este miembro",
    "ask.channel": "Solo lo que se escribió en este canal",
    "ask.from": "Solo lo que escribió esta persona",
    "ask.in": "Solo de esta fuente",
    "ask.since": "No antes de este día: 2024-09-26",
    "ask.until": "No después de este día: 2024-09-26",
    "ask.kind": "Solo mensajes, o solo comentarios",
    "ask.twice": "{name}: se dice dos veces aquí: deja uno de los dos.",
    "ask.private": "Mostrarme la respuesta solo a mí",
    "help": "Qué sé hacer, y cómo",
    "menu.related": "Buscar mensajes parecidos",
    "menu.earlier": "Respuestas anteriores a esto",
    "menu.answer": "Marcar como respuesta",
    "menu.pin": "Fijar como respuesta",
    "menu.fate": "¿Está guardado?",
    "menu.person": "Mensajes de esta persona",
    "forget-me": "Eliminar mis mensajes y no volver a guardarlos nunca",
    "posts": "Cuidar de los mensajes guardados",
    "posts.watch": "Guardar los mensajes de un canal, antiguos y nuevos",
    "posts.unwatch": "Dejar de seguir un canal",
    "posts.import": "Traer mensajes de un archivo o de un archivo comprimido",
    "posts.reindex": "Calcular de nuevo los vectores tras un cambio de modelo",
    "posts.status": "Qué está guardado, y hasta cuándo",
    "posts.report": "Qué se pregunta y se responde, en una página con gráficos solo para ti",
    "posts.unanswered": "Preguntas que nada respondió",
    "posts.ratings": "Las valoraciones de las respuestas, las palabras bajo 👎 y lo citado",
    "posts.why": "Por qué un canal no se cita aquí, y quién lo impide",
    **SETTINGS_COMMANDS,
    **OFFER_COMMANDS,
    "posts.forget": "Eliminar los mensajes de una persona, una fuente o un mensaje",
    "watch.channel": "Qué canal, o qué categoría",
    "watch.more": "Más canales, por mención: #uno #dos",
    "watch.public": "Todos los canales públicos",
    "watch.later": "También los que se creen más tarde",
    "watch.bots": "Guardar también lo que escriben bots, webhooks y workflows",
    "unwatch.channel": "Qué canal: un nombre, una mención o un id",
    "unwatch.all": "Todos los canales que se siguen aquí",
    "why.channel": "El canal que no se cita aquí",
    "import.file": "Texto, Markdown, JSONL, CSV o un archivo comprimido",
    "import.source": "Cómo llamar a la fuente",
    "import.dry_run": "Mostrar solo lo que cambiaría",
    "forget.person": "Todo lo que escribió este autor: un nombre o una mención",
    "forget.source": "Todo lo de esta fuente",
    "forget.post": "El enlace o el id de un mensaje",
}
