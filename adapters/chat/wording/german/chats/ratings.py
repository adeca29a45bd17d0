"""How ratings of answers are listed for admins, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

RATINGS: Final[Mapping[str, str]] = {
    "heading": "Bewertungen der Antworten, die schlechtesten zuerst:",
    "none": "Keine Antwort, die du hier sehen darfst, wurde bewertet.",
    "item": "„{question}“ 👍 {good} 👎 {bad}",
    "not_kept": (
        "Deine Bewertung wird nicht behalten: "
        "Ich speichere diese Frage nicht mehr, oder nichts von dir."
    ),
    "not_shown": (
        "{count:Auszug wird nicht gezeigt|Auszüge werden nicht gezeigt}: geändert, entfernt oder"
        " nicht für dich."
    ),
    "hidden": (
        "Nicht in der Liste, weil privat gefragt oder wo du nicht liest:"
        " {count:Bewertung|Bewertungen}."
    ),
}
