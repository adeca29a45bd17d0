"""Why a question cannot be taken, and what to write instead, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_MENDING: Final[Mapping[str, str]] = {
    "KeptTooLong": "{days:day|days} are the most here: whoever runs me keeps no question longer.",
    "EmptyQuestion": "There is no question: write what you would like to know.",
    "NotText": (
        "“{value}” holds bytes that are no text in UTF-8: write it anew, or give the file "
        "another name."
    ),
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
    "NotAFilter": "{name}: is no filter here. Leave it out, or say it in words; there are {known}.",
    "NoNegation": "-{name}: leaves nothing out here: name what you want, or leave it out.",
    "NoAsker": "from:{value} is only known in a chat: write from:NAME.",
}

FRENCH_MENDING: Final[Mapping[str, str]] = {
    "KeptTooLong": "{days:jour|jours} au plus ici : cette installation ne les garde pas plus.",
    "EmptyQuestion": "Il n’y a pas de question : écrivez ce que vous voulez savoir.",
    "NotText": (
        "« {value} » contient des octets qui ne sont pas du texte en UTF-8 : réécrivez-le, "
        "ou donnez un autre nom au fichier."
    ),
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
    "NotAFilter": (
        "{name}: n’est pas un filtre ici. Enlevez-le, ou dites-le en mots ; il y a {known}."
    ),
    "NoNegation": "-{name}: n’exclut rien ici : nommez ce que vous voulez, ou enlevez-le.",
    "NoAsker": "from:{value} n’est connu que dans un chat : écrivez from:NOM.",
}

SPANISH_MENDING: Final[Mapping[str, str]] = {
    "KeptTooLong": "{days:día|días} como mucho aquí: quien me hace funcionar no las guarda más.",
    "EmptyQuestion": "No hay ninguna pregunta: escribe lo que quieres saber.",
    "NotText": (
        "«{value}» contiene bytes que no son texto en UTF-8: escríbalo de nuevo, o dé otro "
        "nombre al archivo."
    ),
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
    "NotAFilter": "{name}: no es un filtro aquí. Quítalo, o dilo con palabras; hay {known}.",
    "NoNegation": "-{name}: aquí no excluye nada: nombra lo que quieres, o quítalo.",
    "NoAsker": "from:{value} solo se conoce en un chat: escribe from:NOMBRE.",
}

GERMAN_MENDING: Final[Mapping[str, str]] = {
    "KeptTooLong": "{days:Tag|Tage} sind hier das Höchste: länger hebt mein Betreiber keine auf.",
    "EmptyQuestion": "Da ist keine Frage: schreibe, was du wissen möchtest.",
    "NotText": (
        "„{value}“ enthält Bytes, die kein Text in UTF-8 sind: Schreiben Sie es neu, oder "
        "geben Sie der Datei einen anderen Namen."
    ),
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
    "NotAFilter": (
        "{name}: ist hier kein Filter. Lass es weg oder sag es in Worten; es gibt {known}."
    ),
    "NoNegation": "-{name}: schließt hier nichts aus: nenne, was du willst, oder lass es weg.",
    "NoAsker": "from:{value} ist nur in einem Chat bekannt: schreibe from:NAME.",
}
