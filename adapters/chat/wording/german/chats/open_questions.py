"""What admins are told of open questions that several of them answer, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

OPEN_QUESTIONS: Final[Mapping[str, str]] = {
    "answering": "{name} beantwortet das gerade auch.",
    "settled": "Diese Frage ist nicht mehr offen: {name} hat sie beantwortet oder verworfen.",
    "closed": "Diese Frage ist nicht mehr offen.",
    "draft": "Deine Worte, damit sie nicht verloren gehen:",
    "no_posts": (
        "Ohne Beiträge kann ich keine Frage beantworten: /posts watch oder /posts import holt"
        " welche. Was sie nicht beantworten, steht dann hier."
    ),
    "none_asked": (
        "Ich kenne keine Frage, die hier gestellt wurde: Erwähne mich mit einer, oder nimm /ask."
        " Was nichts beantwortet, steht dann hier."
    ),
    "as_table": "Als Tabelle",
    "table": "Was hier nichts beantwortet: {count:Frage|Fragen}.",
    "in_direct": "Die Tabelle steht in unseren Direktnachrichten.",
}
