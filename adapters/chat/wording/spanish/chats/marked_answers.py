"""What is said of the message that answered a question, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ANSWERING: Final[Mapping[str, str]] = {
    "asked": "Pregunta de {name}, {when}: {question}",
    "asked.undated": "Pregunta de {name}: {question}",
    "why": "{number}: responde a una pregunta encontrada; {how}.",
    "marked": "se marcó como la respuesta",
    "checked": "tiene un ✅ de quien preguntó o es de confianza",
    "accepted": "se aceptó como la respuesta",
    "solved": "el hilo está etiquetado como resuelto, y quien preguntó dio las gracias",
    "thanked": "quien preguntó dio las gracias",
    "replied": "alguien responde a quien preguntó",
    "below": "está debajo de la pregunta",
    "around": "Alrededor",
    "around.quote": "Alrededor de {number}",
    "around.title": "Lo que se dijo alrededor de la cita {number}:",
    "around.none": "Alrededor de la cita {number} no se dijo nada que puedas leer.",
    "newer": "{count:mensaje más nuevo|mensajes más nuevos} sobre esto. El último:",
    "newer.still": "Más nuevo sobre esto:",
    "why.pinned": "{number}: un admin lo fijó a esta pregunta.",
    "pin.title": "Fijar como respuesta",
    "pin.label": "La pregunta a la que responde",
    "pin.done": "Fijado: va primero donde alguien pregunta «{question}». /posts pinned lo enumera.",
    "pin.full": (
        "Ya hay 50 respuestas fijadas: quita una con /posts pinned y fija «{question}» otra vez."
    ),
    "pinned.none": "No hay nada fijado: elige {menu} en el menú de un mensaje.",
    "pinned.title": "Respuestas fijadas, la más nueva primero:",
    "pinned.line": "{number}. «{question}» – {title} ({author}, {when})",
    "pinned.gone": "{number}. «{question}» – su mensaje ya no está guardado y no se cita.",
    "pinned.hidden": "{number}. «{question}» – un mensaje que no lees.",
    "unpin": "Quitar {number}",
    "mark.done": "Marcado como la respuesta a «{question}». Elígelo otra vez para deshacerlo.",
    "mark.undone": "Ya no está marcado como la respuesta a «{question}».",
    "mark.checked": "Ya no está marcado como la respuesta a «{question}», pero un ✅ aún lo dice.",
    "mark.no_question": (
        "Este mensaje no pertenece a ninguna pregunta guardada: marca una respuesta a la pregunta,"
        " o un mensaje de su hilo."
    ),
    "mark.not_stored": "Este mensaje no está guardado: /posts watch se encarga de su canal.",
    "mark.not_yours": (
        "Solo quien preguntó, quien es de confianza, o un admin, puede marcar la respuesta."
    ),
}
