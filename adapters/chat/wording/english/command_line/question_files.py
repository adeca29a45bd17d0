"""What is wrong with a file of questions for `pullquote eval`, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

QUESTION_FILES: Final[Mapping[str, str]] = {
    "line": "{file}, line {line}",
    "file_or_draft": "give a FILE of questions to measure, --draft N to make one, or"
    " --replay SOURCE to read a chat again",
    "not_there": "{where}: there is no such file: check its name",
    "unreadable": "{where}: cannot be read: check whether it is a file, and yours to read",
    "not_utf8": "{where}: this is not UTF-8: save it as UTF-8",
    "no_question": "{where}: there is no question in it: write one a line",
    "not_json": "{where}: this is not valid JSON: correct it",
    "not_object": '{where}: this is not an object: write {{"question": "…"}}',
    "not_read": "{where}: `{name}` is not read: name the post that answers `post_id`, or the words"
    " that answer `gold`",
    "not_text": "{where}: `{name}` is not text: write it in quotes",
    "wrong_question": "{where}: {problem}",
}
