"""What admins are told of open questions that several of them answer, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_OPEN_QUESTIONS: Final[Mapping[str, str]] = {
    "answering": "{name} is answering this, too.",
    "settled": "This question is not open any more: {name} has answered or dismissed it.",
    "closed": "This question is not open any more.",
    "draft": "Your words, so that they are not lost:",
    "as_table": "As a table",
    "table": "What nothing answered here: {count:question|questions}.",
    "in_direct": "The table is in our direct messages.",
}

FRENCH_OPEN_QUESTIONS: Final[Mapping[str, str]] = {
    "answering": "{name} y répond aussi en ce moment.",
    "settled": "Cette question n’est plus ouverte : {name} y a répondu ou l’a écartée.",
    "closed": "Cette question n’est plus ouverte.",
    "draft": "Vos mots, pour qu’ils ne soient pas perdus :",
    "as_table": "En tableau",
    "table": "Ce à quoi rien ne répond ici : {count:question|questions}.",
    "in_direct": "Le tableau est dans nos messages directs.",
}

SPANISH_OPEN_QUESTIONS: Final[Mapping[str, str]] = {
    "answering": "{name} también la está respondiendo.",
    "settled": "Esta pregunta ya no está abierta: {name} la ha respondido o descartado.",
    "closed": "Esta pregunta ya no está abierta.",
    "draft": "Tus palabras, para que no se pierdan:",
    "as_table": "Como tabla",
    "table": "Lo que nada responde aquí: {count:pregunta|preguntas}.",
    "in_direct": "La tabla está en nuestros mensajes directos.",
}

GERMAN_OPEN_QUESTIONS: Final[Mapping[str, str]] = {
    "answering": "{name} beantwortet das gerade auch.",
    "settled": "Diese Frage ist nicht mehr offen: {name} hat sie beantwortet oder verworfen.",
    "closed": "Diese Frage ist nicht mehr offen.",
    "draft": "Deine Worte, damit sie nicht verloren gehen:",
    "as_table": "Als Tabelle",
    "table": "Was hier nichts beantwortet: {count:Frage|Fragen}.",
    "in_direct": "Die Tabelle steht in unseren Direktnachrichten.",
}
