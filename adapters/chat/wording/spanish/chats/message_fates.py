"""What is said of one message: whether it is stored, and why it is not, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

FATES: Final[Mapping[str, str]] = {
    "stored": "Guardado, en {passages:pasaje|pasajes}, para {readers}.",
    "everyone": "todos",
    "readers": "quien lee {source}",
    "forgotten": (
        "No guardado: este mensaje, o todo lo que escribió su autor, se olvidó y no se vuelve"
        " a guardar."
    ),
    "deleted": (
        "No guardado: se borró en su canal, se mantuvo fuera con 🚫 o se quitó desde entonces."
    ),
    "not_watched": "No visto: su canal no se sigue. /posts watch se encarga.",
    "lost": "No visto: no puedo leer su canal ({error}). Déjame volver a entrar.",
    "unread": (
        "Aún no visto: su canal solo se ha leído hacia atrás hasta un mensaje posterior."
        " /posts watch continúa."
    ),
    "later": (
        "Aún no visto: es más nuevo que lo leído de su canal. Se lee en un día, o enseguida"
        " con /posts watch."
    ),
    "unknown": (
        "No guardado, aunque su canal se leyó más allá: se dejó fuera o se perdió. /posts"
        " status cuenta lo que se deja fuera; /posts watch vuelve a leer el canal."
    ),
    "bot_messages": (
        "Dejado fuera: lo escribió una aplicación. /posts watch con bots guarda lo que escriben."
    ),
    "notices": "Dejado fuera: es un aviso del chat, como una llegada, y nadie lo escribió.",
    "kept_out": "Dejado fuera: su autor, o el tema del canal, lo mantiene fuera con 🚫.",
    "wordless": "Dejado fuera: no tiene palabras.",
    "question": "Dejado fuera: me pregunta algo, o lo escribí yo.",
    "no_link": (
        "{link} no es un enlace a un mensaje de Discord o Slack: copia el enlace del menú del"
        " mensaje."
    ),
}
