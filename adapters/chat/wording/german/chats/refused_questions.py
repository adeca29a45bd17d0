"""Why a question cannot be taken, and what to write instead, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MENDING: Final[Mapping[str, str]] = {
    "KeptTooLong": "{days:Tag|Tage} sind hier das Höchste: länger hebt mein Betreiber keine auf.",
    "EmptyQuestion": "Da ist keine Frage: schreibe, was du wissen möchtest.",
    "EmptyAnswer": "Da ist keine Antwort: schreibe ein paar Worte.",
    "NotText": (
        "„{value}“ enthält Bytes, die kein Text in UTF-8 sind: Schreib es neu, oder "
        "gib der Datei einen anderen Namen."
    ),
    "QuestionTooLong": "Die Frage ist zu lang: höchstens {most} Zeichen.",
    "TooManyQuestions": (
        "Das sind viele Fragen auf einmal: frage in {seconds:Sekunde|Sekunden} wieder."
    ),
    "TooBusy": (
        "Gerade fragen viele, vor dir sind {before:Frage|Fragen}: frage in "
        "{seconds:Sekunde|Sekunden} wieder."
    ),
    "NotAName": '{name}: braucht einen Namen, wie {name}:maria oder {name}:"Maria Lopez".',
    "NotADay": (
        "{name}:{value} ist kein Tag: schreibe {name}:2024-09-26, oder {name}:2024-09 oder "
        "{name}:2024 für alle Tage eines Monats oder Jahres."
    ),
    "NoDayLeft": "Von {since} bis {until} liegt kein Tag: Der erste kommt nach dem letzten.",
    "NotStored": "{name}:{value} – so heißt hier nichts.",
    "Misspelt": "{name}:{value} – so heißt hier nichts: meinst du {name}:{near}?",
    "OnlyOne": "{name}: kann nur eines sein: lass die anderen weg, oder frage für jedes einzeln.",
    "NotAKind": "kind:{value} gibt es nicht: schreibe kind:post oder kind:comment.",
    "NotAFilter": (
        "{name}: ist hier kein Filter. Lass es weg oder sag es in Worten; es gibt {known}."
    ),
    "NoNegation": "-{name}: schließt hier nichts aus: nenne, was du willst, oder lass es weg.",
    "NoWordLeftOut": (
        "-{word} schließt hier nichts aus: nenne, was du willst, oder setze es in"
        " Anführungszeichen."
    ),
    "NoValue": "{name}: braucht einen Wert gleich nach dem Doppelpunkt, oder lass es weg.",
    "NoAsker": "from:{value} ist nur in einem Chat bekannt: schreibe from:NAME.",
}
