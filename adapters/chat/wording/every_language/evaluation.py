"""What `eval` says, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_EVALUATION: Final[Mapping[str, str]] = {
    "asked": "{questions} questions, {none} that no post answers",
    "right_first": "right post first",
    "right_among": "right post among the first {most}",
    "reciprocal_rank": "mean reciprocal rank",
    "first_excerpt": "first excerpt has the words that answer",
    "first_quote": "first quote, sure or not, has the words that answer",
    "answered": "of those with an answer, answered",
    "refused": "of those with an answer, nothing quoted, sure or not",
    "not_found_recall": "of those without an answer, not surely answered",
    "not_found_precision": "of those refused, without an answer",
    "calibration_error": "calibration error: confidence against what was so",
    "calibration": "confidence, questions, share that has an answer",
    "slowest": "slowest",
    "failed": "failed: {count}",
    "expected": "expected",
    "got": "got",
    "expected_nothing": "nothing: no post answers",
    "unsure": "unsure: {text}",
    "nothing_at": "nothing: refused, right post at place {place}",
    "nothing_found": "nothing: refused, right post not found",
}

FRENCH_EVALUATION: Final[Mapping[str, str]] = {
    "asked": "Questions : {questions}, dont {none} sans réponse",
    "right_first": "bon message en premier",
    "right_among": "bon message parmi les {most} premiers",
    "reciprocal_rank": "rang réciproque moyen",
    "first_excerpt": "le premier extrait a les mots qui répondent",
    "first_quote": "la première citation, sûre ou non, a les mots qui répondent",
    "answered": "de celles qui ont une réponse, répondues",
    "refused": "de celles qui ont une réponse, rien de cité, sûr ou non",
    "not_found_recall": "de celles sans réponse, sans réponse sûre",
    "not_found_precision": "de celles refusées, sans réponse",
    "calibration_error": "erreur de calibration : la confiance face à ce qui était vrai",
    "calibration": "confiance, questions, part qui a une réponse",
    "slowest": "les plus lentes",
    "failed": "manquées : {count}",
    "expected": "attendu",
    "got": "obtenu",
    "expected_nothing": "rien : aucun message ne répond",
    "unsure": "incertain : {text}",
    "nothing_at": "rien : refusé, bon message à la place {place}",
    "nothing_found": "rien : refusé, bon message introuvable",
}

SPANISH_EVALUATION: Final[Mapping[str, str]] = {
    "asked": "Preguntas: {questions}, {none} sin respuesta",
    "right_first": "mensaje correcto primero",
    "right_among": "mensaje correcto entre los {most} primeros",
    "reciprocal_rank": "rango recíproco medio",
    "first_excerpt": "el primer extracto tiene las palabras que responden",
    "first_quote": "la primera cita, segura o no, tiene las palabras que responden",
    "answered": "de las que tienen respuesta, respondidas",
    "refused": "de las que tienen respuesta, nada citado, seguro o no",
    "not_found_recall": "de las que no tienen respuesta, sin respuesta segura",
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
}

GERMAN_EVALUATION: Final[Mapping[str, str]] = {
    "asked": "Fragen: {questions}, davon {none} ohne Antwort",
    "right_first": "richtiger Beitrag zuerst",
    "right_among": "richtiger Beitrag unter den ersten {most}",
    "reciprocal_rank": "mittlerer reziproker Rang",
    "first_excerpt": "der erste Auszug hat die Worte, die antworten",
    "first_quote": "das erste Zitat, sicher oder nicht, hat die Worte, die antworten",
    "answered": "von denen mit Antwort beantwortet",
    "refused": "von denen mit Antwort nichts zitiert, sicher oder nicht",
    "not_found_recall": "von denen ohne Antwort nicht sicher beantwortet",
    "not_found_precision": "von den abgewiesenen ohne Antwort",
    "calibration_error": "Kalibrierfehler: Zuversicht gegen das, was so war",
    "calibration": "Zuversicht, Fragen, Anteil mit Antwort",
    "slowest": "langsamste",
    "failed": "misslungen: {count}",
    "expected": "erwartet",
    "got": "bekommen",
    "expected_nothing": "nichts: kein Beitrag antwortet",
    "unsure": "unsicher: {text}",
    "nothing_at": "nichts: abgewiesen, richtiger Beitrag an Stelle {place}",
    "nothing_found": "nichts: abgewiesen, richtiger Beitrag nicht gefunden",
}
