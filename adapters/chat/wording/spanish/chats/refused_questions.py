"""Why a question cannot be taken, and what to write instead, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MENDING: Final[Mapping[str, str]] = {
    "KeptTooLong": "{days:día|días} como mucho aquí: quien me hace funcionar no las guarda más.",
    "EmptyQuestion": "No hay ninguna pregunta: escribe lo que quieres saber.",
    "EmptyAnswer": "No hay ninguna respuesta: escribe unas palabras.",
    "NotText": (
        "«{value}» contiene bytes que no son texto en UTF-8: escríbelo de nuevo, o da otro "
        "nombre al archivo."
    ),
    "QuestionTooLong": "La pregunta es demasiado larga: {most} caracteres como máximo.",
    "TooManyQuestions": (
        "Son muchas preguntas a la vez: vuelve a preguntar en {seconds:segundo|segundos}."
    ),
    "TooBusy": (
        "Mucha gente pregunta ahora mismo, {before:pregunta|preguntas} antes de la tuya: vuelve "
        "a preguntar en {seconds:segundo|segundos}."
    ),
    "NotAName": '{name}: necesita un nombre, como {name}:maria o {name}:"Maria Lopez".',
    "NotADay": (
        "{name}:{value} no es un día: escribe {name}:2024-09-26, o {name}:2024-09 o "
        "{name}:2024 para todos los días de un mes o un año."
    ),
    "NoDayLeft": "Desde {since} hasta {until} no hay ningún día: el primero viene tras el último.",
    "NotStored": "{name}:{value}: aquí nada tiene ese nombre.",
    "Misspelt": "{name}:{value}: aquí nada tiene ese nombre. ¿Querías decir {name}:{near}?",
    "OnlyOne": "{name}: solo puede tener uno: quita los demás, o pregunta una vez por cada uno.",
    "NotAKind": "kind:{value} no existe: escribe kind:post o kind:comment.",
    "NotAFilter": "{name}: no es un filtro aquí. Quítalo, o dilo con palabras; hay {known}.",
    "NoNegation": "-{name}: aquí no excluye nada: nombra lo que quieres, o quítalo.",
    "NoWordLeftOut": (
        "-{word} aquí no excluye nada: nombra lo que quieres, o ponlo entre comillas."
    ),
    "NoValue": "{name}: necesita un valor justo después de los dos puntos, o quítalo.",
    "NoAsker": "from:{value} solo se conoce en un chat: escribe from:NOMBRE.",
}
