"""How ratings of answers are listed for admins, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_RATINGS: Final[Mapping[str, str]] = {
    "heading": "Ratings of answers, the worst first:",
    "none": "No answer that you may see here was rated.",
    "item": "“{question}” 👍 {good} 👎 {bad}",
    "more": "{count:more|more} with words",
    "not_shown": (
        "{count:excerpt is|excerpts are} not shown: changed, removed, or not for you to read."
    ),
    "hidden": (
        "Not listed, as it was asked in private or where you do not read: {count:rating|ratings}."
    ),
}

FRENCH_RATINGS: Final[Mapping[str, str]] = {
    "heading": "Notes des réponses, les pires d’abord :",
    "none": "Aucune réponse que vous pouvez voir ici n’a de note.",
    "item": "« {question} » 👍 {good} 👎 {bad}",
    "more": "{count:autre|autres} avec des mots",
    "not_shown": (
        "{count:extrait n’est pas montré|extraits ne sont pas montrés} : changé, supprimé, ou pas"
        " pour vous."
    ),
    "hidden": "Hors liste, car demandé en privé ou là où vous ne lisez pas : {count:note|notes}.",
}

SPANISH_RATINGS: Final[Mapping[str, str]] = {
    "heading": "Valoraciones de las respuestas, las peores primero:",
    "none": "Ninguna respuesta que puedas ver aquí tiene valoración.",
    "item": "«{question}» 👍 {good} 👎 {bad}",
    "more": "{count:más con palabras|más con palabras}",
    "not_shown": (
        "{count:extracto no se muestra|extractos no se muestran}: cambió, se quitó o no es para ti."
    ),
    "hidden": (
        "Fuera de la lista, por preguntarse en privado o donde no lees:"
        " {count:valoración|valoraciones}."
    ),
}

GERMAN_RATINGS: Final[Mapping[str, str]] = {
    "heading": "Bewertungen der Antworten, die schlechtesten zuerst:",
    "none": "Keine Antwort, die du hier sehen darfst, wurde bewertet.",
    "item": "„{question}“ 👍 {good} 👎 {bad}",
    "more": "{count:weitere mit Worten|weitere mit Worten}",
    "not_shown": (
        "{count:Auszug wird nicht gezeigt|Auszüge werden nicht gezeigt}: geändert, entfernt oder"
        " nicht für dich."
    ),
    "hidden": (
        "Nicht in der Liste, weil privat gefragt oder wo du nicht liest:"
        " {count:Bewertung|Bewertungen}."
    ),
}
