"""How ratings of answers are listed for admins, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

RATINGS: Final[Mapping[str, str]] = {
    "heading": "Valoraciones de las respuestas, las peores primero:",
    "none": "Ninguna respuesta que puedas ver aquí tiene valoración.",
    "item": "«{question}» 👍 {good} 👎 {bad}",
    "not_kept": (
        "Tu valoración no se guarda: ya no conservo esa pregunta, o no conservo nada tuyo."
    ),
    "not_shown": (
        "{count:extracto no se muestra|extractos no se muestran}: cambió, se quitó o no es para ti."
    ),
    "hidden": (
        "Fuera de la lista, por preguntarse en privado o donde no lees:"
        " {count:valoración|valoraciones}."
    ),
}
