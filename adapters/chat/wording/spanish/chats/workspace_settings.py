"""What is said of the settings of a server or workspace, and of its digest, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SETTINGS: Final[Mapping[str, str]] = {
    "title": "Ajustes aquí",
    "answers_in": "Respondo en público: {value}",
    "quiet_in": "Canales en silencio: {value}",
    "goes_on": "Los hilos siguen: {value}",
    "language": "Mi idioma: {value}",
    "admins": "Al cuidado de los administradores de aquí, y de: {value}",
    "keep_days": "Las preguntas se guardan: {value}",
    "digest_in": "Resumen semanal de preguntas sin respuesta: {value}",
    "trusted": "Dicen qué respondió: {value}",
    "helps_in": "Canales donde propongo respuestas sin pregunta: {value}",
    "trust.now": (
        "De confianza desde ahora: {value}. Su ✅ en una respuesta y {menu} dicen qué respondió."
    ),
    "trust.stopped": "Ya no es de confianza: {value}. Lo que se marcó por ello queda anulado.",
    "trust.how": (
        "/posts trust @grupo @persona confía en ellos, /posts trust off @grupo deja de hacerlo."
    ),
    "trust.unknown": (
        "«{value}» no es nadie de aquí en quien confiar: nombra un rol, un grupo o una persona."
    ),
    "everywhere": "en todos los canales",
    "none": "ninguno",
    "nobody": "nadie más",
    "without_mention": "sin mención",
    "with_mention": "solo con una mención",
    "reader": "el de quien lee o pregunta",
    "days": "{count:día|días}",
    "kept_as_all": "tanto como quiera quien me hace funcionar",
    "hidden": "un canal que no lees",
    "saved": "Queda así desde ahora.",
    "all": "todo",
    "how": "Cambia uno con las opciones de /posts settings; su opción reset lo devuelve.",
    "how_form": (
        "Cámbialos con el formulario de /posts settings; /posts settings reset los devuelve todos."
    ),
    "unknown": "«{value}» no es aquí ni un canal ni una persona: escribe #canal o @persona.",
    "not_written": "No puedo escribir en {channel}: déjame entrar y elígelo otra vez.",
    "shown_by_owner": (
        "Quien has nombrado ve /posts, cuando el dueño se lo muestra: Ajustes del servidor,"
        " Integraciones."
    ),
    "no_member": (
        "{person} no es miembro de pleno derecho de este espacio de trabajo: los"
        " invitados, la gente de fuera y los bots no pueden cuidar de los mensajes."
    ),
    "unknown_name": "No hay ningún ajuste «{value}»: nombra uno de {known}.",
    "no_days": (
        "«{value}» no es un número de días de 1 a {most}: escribe uno, como 30, o deja el campo"
        " vacío para guardarlas tanto como diga quien me hace funcionar."
    ),
    "quiet": "No respondo en este canal: pregúntame en privado, o con /ask, solo para ti.",
    "digest_lost": (
        "no puedo publicar allí el resumen semanal: "
        "elige otro canal con /posts settings, o déjame escribir allí."
    ),
    "digest_lost_in": "El canal del resumen semanal – {lost}",
    "digest": "Preguntado desde el último resumen, y sin respuesta:",
    "digest_more": "Otras preguntas así que todos pueden ver aquí: {count}.",
    "digest_how": "Un administrador las responde con /posts unanswered.",
}

SETTINGS_COMMANDS: Final[Mapping[str, str]] = {
    "posts.settings": "Cómo me comporto aquí: dónde respondo, idioma, administradores, resumen",
    "posts.pinned": "Las respuestas que los admins fijaron a preguntas, y cómo quitarlas",
    "posts.trust": "De quién el ✅ dice qué mensaje respondió: un rol o una persona",
    "trust.who": "El rol o la persona",
    "trust.stop": "Dejar de confiar en ellos y anular lo que marcaron por ello",
    "settings.answers_in": "Responder en público solo en estos canales: #uno #dos",
    "settings.quiet_in": "Callar en estos canales: #uno #dos",
    "settings.goes_on": "Tomar preguntas en mis hilos sin mención",
    "settings.language": "El idioma de mis propias palabras",
    "settings.admins": "Quién cuida los mensajes además de los administradores: @uno @dos",
    "settings.keep_days": "Cuántos días se guardan las preguntas",
    "settings.digest_in": "Dónde contar cada semana lo que nada respondió",
    "settings.reset": "Devolver uno a como estaba, o todo",
}
