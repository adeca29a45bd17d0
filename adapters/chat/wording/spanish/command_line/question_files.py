"""What is wrong with a file of questions for `pullquote eval`, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

QUESTION_FILES: Final[Mapping[str, str]] = {
    "line": "{file}, línea {line}",
    "file_or_draft": "dé un ARCHIVO de preguntas para medir, --draft N para esbozar uno, o"
    " --replay FUENTE para releer un chat",
    "not_there": "{where}: no hay ningún archivo con ese nombre: compruébelo",
    "unreadable": "{where}: no se puede leer: compruebe que es un archivo y que puede leerlo",
    "not_utf8": "{where}: esto no es UTF-8: guárdelo como UTF-8",
    "no_question": "{where}: no hay ninguna pregunta: escriba una por línea",
    "not_json": "{where}: esto no es JSON válido: corríjalo",
    "not_object": '{where}: esto no es un objeto: escriba {{"question": "…"}}',
    "not_read": "{where}: `{name}` no se lee: llame `post_id` al mensaje que responde, o `gold` a"
    " las palabras que responden",
    "not_text": "{where}: `{name}` no es texto: escríbalo entre comillas",
    "wrong_question": "{where}: {problem}",
}
