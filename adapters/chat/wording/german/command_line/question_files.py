"""What is wrong with a file of questions for `pullquote eval`, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

QUESTION_FILES: Final[Mapping[str, str]] = {
    "line": "{file}, Zeile {line}",
    "file_or_draft": "eine DATEI mit Fragen zum Messen angeben, --draft N, um eine zu entwerfen,"
    " oder --replay QUELLE, um einen Chat noch einmal zu lesen",
    "not_there": "{where}: diese Datei gibt es nicht: den Namen prüfen",
    "unreadable": "{where}: nicht lesbar: prüfen, ob es eine Datei ist und sie gelesen werden darf",
    "not_utf8": "{where}: das ist kein UTF-8: als UTF-8 speichern",
    "no_question": "{where}: es steht keine Frage darin: eine je Zeile schreiben",
    "not_json": "{where}: das ist kein gültiges JSON: berichtigen",
    "not_object": '{where}: das ist kein Objekt: {{"question": "…"}} schreiben',
    "not_read": "{where}: `{name}` wird nicht gelesen: den Beitrag, der antwortet, `post_id`"
    " nennen, oder die Wörter `gold`",
    "not_text": "{where}: `{name}` ist kein Text: in Anführungszeichen schreiben",
    "wrong_question": "{where}: {problem}",
}
