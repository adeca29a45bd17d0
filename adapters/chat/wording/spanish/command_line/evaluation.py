"""What `eval` says, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

EVALUATION: Final[Mapping[str, str]] = {
    "asked": "Preguntas: {questions}, {none} sin respuesta",
    "right_first": "mensaje correcto primero",
    "right_among": "mensaje correcto entre los {most} primeros",
    "reciprocal_rank": "rango recíproco medio",
    "first_excerpt": "el primer extracto tiene las palabras que responden",
    "first_quote": "la primera cita, segura o no, tiene las palabras que responden",
    "answered": "de las que tienen respuesta, respondidas",
    "refused": "de las que tienen respuesta, nada citado, seguro o no",
    "offered_right": "de las que tienen respuesta y nada citado, el mensaje correcto como cercano",
    "not_found_recall": "de las que no tienen respuesta, sin respuesta segura",
    "offered_in_vain": "de las que no tienen respuesta y nada citado, mensajes como cercanos",
    "not_found_precision": "de las rechazadas, sin respuesta",
    "calibration_error": "error de calibración: la confianza frente a lo que era cierto",
    "calibration": "confianza, preguntas, parte que tiene respuesta",
    "slowest": "las más lentas",
    "failed": "falladas: {count}",
    "expected": "esperado",
    "got": "obtenido",
    "expected_nothing": "nada: ningún mensaje responde",
    "unsure": "incierto: {text}",
    "nothing_at": "nada: rechazada, mensaje correcto en el puesto {place}",
    "nothing_found": "nada: rechazada, mensaje correcto no hallado",
    "replayed": "{messages} mensajes, entre ellos {repeats} preguntas ya respondidas antes",
    "replay.known": "con lo que se sabe que respondió",
    "replay.alone": "solo por la clasificación",
    "replay.first": "un mensaje que ya respondió va primero",
    "replay.among": "uno está entre los cinco primeros",
    "replay.quoted": "se cita algo con seguridad",
    "replay.right": "de esas, citado primero de un mensaje así",
    "no_source": "no hay nada guardado de {source!r}: `pullquote status` nombra las fuentes",
    "replay.unasked": (
        "Sin pregunta, {offered:respuesta se habría propuesto|respuestas se habrían"
        " propuesto}: de {right} las réplicas dicen que responde, de {wrong} que lo hace"
        " otra, de {untold} nada."
    ),
}
