"""What is wrong with a file of questions for `pullquote eval`, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_QUESTION_FILES: Final[Mapping[str, str]] = {
    "line": "{file}, line {line}",
    "file_or_draft": "give a FILE of questions to measure, or --draft N to make one",
    "not_there": "{where}: there is no such file: check its name",
    "unreadable": "{where}: cannot be read: check whether it is a file, and yours to read",
    "not_utf8": "{where}: this is not UTF-8: save it as UTF-8",
    "no_question": "{where}: there is no question in it: write one a line",
    "not_json": "{where}: this is not valid JSON: correct it",
    "not_object": '{where}: this is not an object: write {{"question": "…"}}',
    "not_text": "{where}: `{name}` is not text: write it in quotes",
    "wrong_question": "{where}: {problem}",
}

FRENCH_QUESTION_FILES: Final[Mapping[str, str]] = {
    "line": "{file}, ligne {line}",
    "file_or_draft": "donnez un FICHIER de questions à mesurer, ou --draft N pour en"
    " ébaucher un",
    "not_there": "{where} : il n’y a pas de fichier de ce nom : vérifiez-le",
    "unreadable": "{where} : illisible : vérifiez que c’est un fichier, et que vous"
    " pouvez le lire",
    "not_utf8": "{where} : ce n’est pas de l’UTF-8 : enregistrez-le en UTF-8",
    "no_question": "{where} : il n’y a pas de question dedans : écrivez-en une par ligne",
    "not_json": "{where} : ce n’est pas du JSON valable : corrigez-le",
    "not_object": '{where} : ce n’est pas un objet : écrivez {{"question": "…"}}',
    "not_text": "{where} : `{name}` n’est pas un texte : mettez-le entre guillemets",
    "wrong_question": "{where} : {problem}",
}

GERMAN_QUESTION_FILES: Final[Mapping[str, str]] = {
    "line": "{file}, Zeile {line}",
    "file_or_draft": "eine DATEI mit Fragen zum Messen angeben, oder --draft N, um eine zu"
    " entwerfen",
    "not_there": "{where}: diese Datei gibt es nicht: den Namen prüfen",
    "unreadable": "{where}: nicht lesbar: prüfen, ob es eine Datei ist und sie gelesen"
    " werden darf",
    "not_utf8": "{where}: das ist kein UTF-8: als UTF-8 speichern",
    "no_question": "{where}: es steht keine Frage darin: eine je Zeile schreiben",
    "not_json": "{where}: das ist kein gültiges JSON: berichtigen",
    "not_object": '{where}: das ist kein Objekt: {{"question": "…"}} schreiben',
    "not_text": "{where}: `{name}` ist kein Text: in Anführungszeichen schreiben",
    "wrong_question": "{where}: {problem}",
}

SPANISH_QUESTION_FILES: Final[Mapping[str, str]] = {
    "line": "{file}, línea {line}",
    "file_or_draft": "dé un ARCHIVO de preguntas para medir, o --draft N para esbozar uno",
    "not_there": "{where}: no hay ningún archivo con ese nombre: compruébelo",
    "unreadable": "{where}: no se puede leer: compruebe que es un archivo y que puede leerlo",
    "not_utf8": "{where}: esto no es UTF-8: guárdelo como UTF-8",
    "no_question": "{where}: no hay ninguna pregunta: escriba una por línea",
    "not_json": "{where}: esto no es JSON válido: corríjalo",
    "not_object": '{where}: esto no es un objeto: escriba {{"question": "…"}}',
    "not_text": "{where}: `{name}` no es texto: escríbalo entre comillas",
    "wrong_question": "{where}: {problem}",
}
