"""What is said of where posts may be quoted, and of answers that go, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

QUOTING: Final[Mapping[str, str]] = {
    "cited": "«{words}»",
    "together": (
        "Otros mensajes nombran a {name} junto con más autores, y se quedan: {authors}."
        " Para eliminarlos también, da todos sus nombres como persona."
    ),
    "nothing_by": "No encuentro nada de {name} que responda a eso.",
    "none_readable": "Todavía no hay mensajes que puedas leer.",
    "withheld.guests": (
        "Hay mensajes que responden a «{question}», pero no puedo citarlos aquí, porque también"
        " leen invitados: pulsa «{button}»."
    ),
    "withheld.outsiders": (
        "Hay mensajes que responden a «{question}», pero no puedo citarlos aquí, porque también"
        " lee gente de otros espacios de trabajo: pulsa «{button}»."
    ),
    "withheld.others": (
        "Hay mensajes que responden a «{question}», pero no puedo citarlos aquí, porque no todos"
        " los de aquí pueden leerlos: pulsa «{button}»."
    ),
    "withheld.elsewhere": (
        "Hay mensajes que responden a «{question}», pero no puedo citarlos en {channel}, porque no"
        " todos los de allí pueden leerlos: pulsa «{button}»."
    ),
    "withheld.age": (
        "Hay mensajes que responden a «{question}», pero no puedo citarlos aquí, porque tienen"
        " restricción de edad: pregúntame en un mensaje directo."
    ),
    "withheld.age_elsewhere": (
        "Hay mensajes que responden a «{question}», pero no puedo citarlos en {channel}, porque"
        " tienen restricción de edad: pulsa «{button}»."
    ),
    "nothing_stored": "No se guarda nada de {channel}: /posts watch se encarga.",
    "nothing_yet": "{channel} se sigue, pero todavía no hay nada guardado.",
    "open": "Quien lee aquí puede leer {channel}: sus mensajes se citan aquí.",
    "closed": "Lo que se escribe en {channel} no se cita aquí:",
    "everyone": "• los miembros sin rol ven este canal, pero allí les falta «{needed}».",
    "role": "• quien tiene el rol {names} ve este canal, pero allí le falta «{needed}».",
    "pair": "• quien tiene los dos roles {names} ve este canal, pero allí le falta «{needed}».",
    "member": "• {names}: ve este canal, pero allí le falta «{needed}».",
    "history": "• no todos los que lo ven pueden leer su historial, solo lo nuevo.",
    "age_restricted": "• tiene restricción de edad, y este canal no.",
    "private": "• es privado: solo se cita allí, y a solas a sus miembros.",
    "guests": "• aquí también leen invitados: {names}.",
    "outsiders": "• aquí también lee gente de otros espacios de trabajo.",
    "unknown": "• no puedo saber quién lee aquí.",
    "more": "{names} y {count} más",
    "remedy": "Esas personas tienen que poder leer {channel}, o no ver este canal.",
    "needed.view_channel": "Ver canal",
    "needed.read_message_history": "Leer el historial de mensajes",
    "needed.connect": "Conectar",
    "why_searched": (
        "He buscado en {posts:mensaje que todos aquí pueden leer|mensajes que todos aquí pueden"
        " leer} ({passages:pasaje|pasajes}), último cambio {when}."
    ),
    "take_away": "Retirar",
    "not_yours": "Solo quien preguntó puede retirar esta respuesta.",
    "correcting": (
        "Se están corrigiendo mis respuestas que lo citan: {count}. Te diré cuándo termina."
    ),
    "corrected": "Todas mis respuestas que lo citaban están corregidas.",
    "what_of": "¿{title}?",
}
