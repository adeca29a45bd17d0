"""What is said of answers that are offered unasked, and of earlier ones, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

OFFERING: Final[Mapping[str, str]] = {
    "earlier": "Lo que ya se respondió a algo parecido:",
    "earlier.none": "Nada de lo que puedes leer aquí respondió ya a algo parecido.",
    "earlier.own": "Ese mensaje es mío: elige esto en lo que escribió alguien.",
    "no_words": "Ese mensaje no tiene palabras que buscar: elige esto en uno que diga algo.",
    "related.none": "Ningún otro mensaje que puedes leer aquí se parece a ese.",
    "related.own": (
        "Ese mensaje es mío: elige esto en lo que escribió alguien, o en una respuesta mía."
    ),
    "offer": "Puede que ya se haya respondido:",
    "offer.direct": "Preguntaste «{question}» en #{channel}. Puede que ya se haya respondido:",
    "helped": "Me ayudó",
    "not_this": "No es esto",
    "taken_away": "Retirado.",
    "not_yours": "Solo quien preguntó, o un admin, dice qué fue de una propuesta.",
    "thread": "en el hilo",
    "asker": "solo a quien pregunta",
    "off": "no",
    "set": (
        "Desde ahora propongo respuestas sin que se me pregunte en {channel}, {way}: donde"
        " estoy seguro y nadie ha respondido aún."
    ),
    "set.off": "Ya no propongo respuestas sin que se me pregunte en {channel}.",
    "how": "/posts help-out #channel dice dónde: in the thread, to the asker only u off.",
    "unknown": (
        "«{value}» no es una manera de proponer respuestas: di in the thread, to the asker only"
        " u off."
    ),
    "counts": (
        "Propuesto sin pregunta en {channel}: {offered:respuesta|respuestas};"
        " {helped:ayudó|ayudaron}, {refused:no venía al caso|no venían al caso}."
    ),
}

OFFER_COMMANDS: Final[Mapping[str, str]] = {
    "posts.help-out": "Proponer respuestas donde ya se respondió lo mismo",
    "help-out.channel": "Qué canal o foro",
    "help-out.how": "En el hilo, solo a quien pregunta, o nunca",
}
