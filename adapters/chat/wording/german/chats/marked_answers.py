"""What is said of the message that answered a question, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ANSWERING: Final[Mapping[str, str]] = {
    "asked": "Gefragt von {name}, {when}: {question}",
    "asked.undated": "Gefragt von {name}: {question}",
    "why": "{number}: beantwortet eine gefundene Frage; {how}.",
    "marked": "als Antwort markiert",
    "checked": "ein ✅ von wem, der fragte oder verlässlich ist",
    "accepted": "als Antwort angenommen",
    "solved": "das Thema ist als gelöst getaggt, und wer fragte, hat sich bedankt",
    "thanked": "wer fragte, hat sich bedankt",
    "replied": "jemand antwortet darin auf die Frage",
    "below": "steht unter der Frage",
    "around": "Drumherum",
    "around.quote": "Rund um {number}",
    "around.title": "Was rund um Zitat {number} gesagt wurde:",
    "around.none": "Rund um Zitat {number} wurde nichts gesagt, das du lesen darfst.",
    "newer": "{count:neuere Nachricht|neuere Nachrichten} dazu. Die neueste:",
    "newer.still": "Neuer dazu:",
    "why.pinned": "{number}: ein Admin hat es an diese Frage geheftet.",
    "pin.title": "Als Antwort anheften",
    "pin.label": "Die Frage, die es beantwortet",
    "pin.done": (
        "Angeheftet: Es kommt zuerst, wo jemand „{question}“ fragt. /posts pinned zählt es auf."
    ),
    "pin.full": (
        "Es sind schon 50 Antworten angeheftet: Nimm mit /posts pinned eine ab, dann hefte"
        " „{question}“ noch einmal an."
    ),
    "pinned.none": "Nichts ist angeheftet: Wähl {menu} im Menü einer Nachricht.",
    "pinned.title": "Angeheftete Antworten, die neueste zuerst:",
    "pinned.line": "{number}. „{question}“ – {title} ({author}, {when})",
    "pinned.gone": (
        "{number}. „{question}“ – die Nachricht ist nicht mehr gespeichert und wird nicht zitiert."
    ),
    "pinned.hidden": "{number}. „{question}“ – eine Nachricht, die du nicht liest.",
    "unpin": "{number} abnehmen",
    "mark.done": (
        "Als Antwort auf „{question}“ markiert. Wähl es noch einmal, um das zurückzunehmen."
    ),
    "mark.undone": "Nicht mehr als Antwort auf „{question}“ markiert.",
    "mark.checked": (
        "Nicht mehr als Antwort auf „{question}“ markiert, aber ein ✅ daran sagt es noch."
    ),
    "mark.no_question": (
        "Diese Nachricht gehört zu keiner gespeicherten Frage: Markier eine Antwort auf die Frage"
        " oder eine Nachricht aus ihrem Thread."
    ),
    "mark.not_stored": (
        "Diese Nachricht ist nicht gespeichert: /posts watch nimmt ihren Kanal auf."
    ),
    "mark.not_yours": (
        "Nur wer gefragt hat, wer verlässlich ist oder ein Admin kann die Antwort markieren."
    ),
}
