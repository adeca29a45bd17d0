"""What admins are told of open questions that several of them answer, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

OPEN_QUESTIONS: Final[Mapping[str, str]] = {
    "answering": "{name} también la está respondiendo.",
    "settled": "Esta pregunta ya no está abierta: {name} la ha respondido o descartado.",
    "closed": "Esta pregunta ya no está abierta.",
    "draft": "Tus palabras, para que no se pierdan:",
    "no_posts": (
        "Sin mensajes no puedo responder a ninguna pregunta: /posts watch o /posts import los trae."
        " Lo que no respondan aparecerá aquí."
    ),
    "none_asked": (
        "No conozco ninguna pregunta hecha aquí: mencióname con una, o usa /ask."
        " Lo que nada responda aparecerá aquí."
    ),
    "as_table": "Como tabla",
    "table": "Lo que nada responde aquí: {count:pregunta|preguntas}.",
    "in_direct": "La tabla está en nuestros mensajes directos.",
}
