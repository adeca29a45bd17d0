"""What is said of the message that answered a question, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_ANSWERING: Final[Mapping[str, str]] = {
    "asked": "Asked by {name}, {when}: {question}",
    "asked.undated": "Asked by {name}: {question}",
    "why": "{number}: answers a question that was found; {how}.",
    "marked": "it was marked as the answer",
    "accepted": "it was accepted as the answer",
    "thanked": "who asked thanked for it",
    "replied": "it replies to who asked",
    "below": "it stands below the question",
    "mark.done": "Marked as the answer to “{question}”. Choose it again to take that back.",
    "mark.undone": "No longer marked as the answer to “{question}”.",
    "mark.no_question": (
        "This message belongs to no stored question: mark a reply to the question, or a message"
        " of its thread."
    ),
    "mark.not_stored": "This message is not stored: /posts watch takes up its channel.",
    "mark.not_yours": "Only who asked, or an admin, can mark what answered.",
}

FRENCH_ANSWERING: Final[Mapping[str, str]] = {
    "asked": "Question de {name}, {when} : {question}",
    "asked.undated": "Question de {name} : {question}",
    "why": "{number} : répond à une question trouvée ; {how}.",
    "marked": "marqué comme la réponse",
    "accepted": "accepté comme la réponse",
    "thanked": "la personne qui a posé la question a remercié",
    "replied": "quelqu’un répond à la personne qui a posé la question",
    "below": "il se trouve sous la question",
    "mark.done": (
        "Marqué comme la réponse à « {question} ». Choisissez-le encore une fois pour l’annuler."
    ),
    "mark.undone": "N’est plus marqué comme la réponse à « {question} ».",
    "mark.no_question": (
        "Ce message ne répond à aucune question conservée : marquez une réponse à la question, ou"
        " un message de son fil."
    ),
    "mark.not_stored": "Ce message n’est pas conservé : /posts watch se charge de son salon.",
    "mark.not_yours": (
        "Seule la personne qui a posé la question, ou un admin, peut marquer la réponse."
    ),
}

SPANISH_ANSWERING: Final[Mapping[str, str]] = {
    "asked": "Pregunta de {name}, {when}: {question}",
    "asked.undated": "Pregunta de {name}: {question}",
    "why": "{number}: responde a una pregunta encontrada; {how}.",
    "marked": "se marcó como la respuesta",
    "accepted": "se aceptó como la respuesta",
    "thanked": "quien preguntó dio las gracias",
    "replied": "alguien responde a quien preguntó",
    "below": "está debajo de la pregunta",
    "mark.done": "Marcado como la respuesta a «{question}». Elígelo otra vez para deshacerlo.",
    "mark.undone": "Ya no está marcado como la respuesta a «{question}».",
    "mark.no_question": (
        "Este mensaje no pertenece a ninguna pregunta guardada: marca una respuesta a la pregunta,"
        " o un mensaje de su hilo."
    ),
    "mark.not_stored": "Este mensaje no está guardado: /posts watch se encarga de su canal.",
    "mark.not_yours": "Solo quien preguntó, o un admin, puede marcar la respuesta.",
}

GERMAN_ANSWERING: Final[Mapping[str, str]] = {
    "asked": "Gefragt von {name}, {when}: {question}",
    "asked.undated": "Gefragt von {name}: {question}",
    "why": "{number}: beantwortet eine gefundene Frage; {how}.",
    "marked": "als Antwort markiert",
    "accepted": "als Antwort angenommen",
    "thanked": "wer fragte, hat sich bedankt",
    "replied": "jemand antwortet darin auf die Frage",
    "below": "steht unter der Frage",
    "mark.done": (
        "Als Antwort auf „{question}“ markiert. Wähl es noch einmal, um das zurückzunehmen."
    ),
    "mark.undone": "Nicht mehr als Antwort auf „{question}“ markiert.",
    "mark.no_question": (
        "Diese Nachricht gehört zu keiner gespeicherten Frage: Markier eine Antwort auf die Frage"
        " oder eine Nachricht aus ihrem Thread."
    ),
    "mark.not_stored": (
        "Diese Nachricht ist nicht gespeichert: /posts watch nimmt ihren Kanal auf."
    ),
    "mark.not_yours": "Nur wer gefragt hat oder ein Admin kann die Antwort markieren.",
}
