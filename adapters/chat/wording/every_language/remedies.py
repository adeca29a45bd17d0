"""What is wrong with a question or command, and what to do about it, in every language."""

from __future__ import annotations

from typing import Final

ENGLISH_REMEDIES: Final = {
    "EmptyQuestion": "There is no question: write what you would like to know.",
    "QuestionTooLong": "That question is too long: {most} characters are the most.",
    "TooManyQuestions": (
        "That is a lot of questions at once: ask again in {seconds:second|seconds}."
    ),
    "TooBusy": "I am busy, many people are asking: ask again in {seconds:second|seconds}.",
    "NotAName": '{name}: needs a name, as in {name}:maria or {name}:"Maria Lopez".',
    "NotADay": "{name}:{value} is not a day: write it as {name}:2024-09-26.",
    "NotStored": "{name}:{value} – nothing here has that name.",
    "Misspelt": "{name}:{value} – nothing here has that name: did you mean {name}:{near}?",
    "NotAKind": "kind:{value} is not known: write kind:post or kind:comment.",
}

FRENCH_REMEDIES: Final = {
    "EmptyQuestion": "Il n’y a pas de question : écrivez ce que vous voulez savoir.",
    "QuestionTooLong": "Cette question est trop longue : {most} caractères au plus.",
    "TooManyQuestions": (
        "Beaucoup de questions à la fois : réessayez dans {seconds:seconde|secondes}."
    ),
    "TooBusy": (
        "Trop de questions arrivent en ce moment : réessayez dans {seconds:seconde|secondes}."
    ),
    "NotAName": '{name}: attend un nom, comme {name}:maria ou {name}:"Maria Lopez".',
    "NotADay": "{name}:{value} n’est pas un jour : écrivez {name}:2024-09-26.",
    "NotStored": "{name}:{value} : rien ici ne porte ce nom.",
    "Misspelt": "{name}:{value} : rien ici ne porte ce nom. Vouliez-vous dire {name}:{near} ?",
    "NotAKind": "kind:{value} n’existe pas : écrivez kind:post ou kind:comment.",
}

SPANISH_REMEDIES: Final = {
    "EmptyQuestion": "No hay ninguna pregunta: escribe lo que quieres saber.",
    "QuestionTooLong": "La pregunta es demasiado larga: {most} caracteres como máximo.",
    "TooManyQuestions": (
        "Son muchas preguntas a la vez: vuelve a preguntar en {seconds:segundo|segundos}."
    ),
    "TooBusy": (
        "Mucha gente pregunta ahora mismo: vuelve a preguntar en {seconds:segundo|segundos}."
    ),
    "NotAName": '{name}: necesita un nombre, como {name}:maria o {name}:"Maria Lopez".',
    "NotADay": "{name}:{value} no es un día: escribe {name}:2024-09-26.",
    "NotStored": "{name}:{value}: aquí nada tiene ese nombre.",
    "Misspelt": "{name}:{value}: aquí nada tiene ese nombre. ¿Querías decir {name}:{near}?",
    "NotAKind": "kind:{value} no existe: escribe kind:post o kind:comment.",
}

GERMAN_REMEDIES: Final = {
    "EmptyQuestion": "Da ist keine Frage: schreibe, was du wissen möchtest.",
    "QuestionTooLong": "Die Frage ist zu lang: höchstens {most} Zeichen.",
    "TooManyQuestions": (
        "Das sind viele Fragen auf einmal: frage in {seconds:Sekunde|Sekunden} wieder."
    ),
    "TooBusy": "Gerade fragen viele: frage in {seconds:Sekunde|Sekunden} wieder.",
    "NotAName": '{name}: braucht einen Namen, wie {name}:maria oder {name}:"Maria Lopez".',
    "NotADay": "{name}:{value} ist kein Tag: schreibe {name}:2024-09-26.",
    "NotStored": "{name}:{value} – so heißt hier nichts.",
    "Misspelt": "{name}:{value} – so heißt hier nichts: meinst du {name}:{near}?",
    "NotAKind": "kind:{value} gibt es nicht: schreibe kind:post oder kind:comment.",
}
