"""What is wrong with a file of questions for `pullquote eval`, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

QUESTION_FILES: Final[Mapping[str, str]] = {
    "line": "{file}, línea {line}",
    "file_or_draft": "da un ARCHIVO de preguntas para medir, --draft N para esbozar uno, o"
    " --replay FUENTE para releer un chat",
    "not_there": "{where}: no hay ningún archivo con ese nombre: compruébalo",
    "unreadable": "{where}: no se puede leer: comprueba que es un archivo y que puedes leerlo",
    "not_utf8": "{where}: esto no es UTF-8: guárdalo como UTF-8",
    "no_question": "{where}: no hay ninguna pregunta: escribe una por línea",
    "not_json": "{where}: esto no es JSON válido: corríjalo",
    "not_object": '{where}: esto no es un objeto: escribe {{"question": "…"}}',
    "not_read": "{where}: `{name}` no se lee: llama `post_id` al mensaje que responde, o `gold` a"
    " las palabras que responden",
    "not_text": "{where}: `{name}` no es texto: escríbelo entre comillas",
    "wrong_question": "{where}: {problem}",
}
