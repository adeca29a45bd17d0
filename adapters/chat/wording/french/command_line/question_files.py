"""What is wrong with a file of questions for `pullquote eval`, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

QUESTION_FILES: Final[Mapping[str, str]] = {
    "line": "{file}, ligne {line}",
    "file_or_draft": "donnez un FICHIER de questions à mesurer, --draft N pour en ébaucher un, ou"
    " --replay SOURCE pour relire une discussion",
    "not_there": "{where} : il n’y a pas de fichier de ce nom : vérifiez-le",
    "unreadable": "{where} : illisible : vérifiez que c’est un fichier, et que vous pouvez le lire",
    "not_utf8": "{where} : ce n’est pas de l’UTF-8 : enregistrez-le en UTF-8",
    "no_question": "{where} : il n’y a pas de question dedans : écrivez-en une par ligne",
    "not_json": "{where} : ce n’est pas du JSON valable : corrigez-le",
    "not_object": '{where} : ce n’est pas un objet : écrivez {{"question": "…"}}',
    "not_read": "{where} : `{name}` n’est pas lu : nommez `post_id` le message qui répond, ou"
    " `gold` les mots qui répondent",
    "not_text": "{where} : `{name}` n’est pas un texte : mettez-le entre guillemets",
    "wrong_question": "{where} : {problem}",
}
