"""What a file in Slack says in the message that it hangs on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from adapters.markup.others_words import Enclosure, Said
from adapters.markup.slack import account_mark, escaped
from adapters.markup.slack_blocks import object_of, objects_of, text_of
from adapters.markup.text_files import holds_words, is_document, is_text_file

if TYPE_CHECKING:
    from adapters.markup.word_files import Kind

File = Mapping[str, object]

_TYPED: Final = "snippet"
"""The mode of files whose words were typed into the chat."""

_CANVASES: Final = frozenset({"quip", "canvas", "space", "post"})
_POSTS: Final = frozenset({"space", "post"})
"""What Slack called the canvases of before, whose words stand in the message as well."""

_LISTS: Final = frozenset({"list"})
_MAILS: Final = frozenset({"email"})
_CALLED_LIKE_A_FILE: Final = re.compile(r"[^\n]{1,200}[^\s.]\.[A-Za-z]\w{1,4}")
_BLANKS: Final = re.compile(r"[\s_]+")
_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST: Final = 253_402_300_799


def file_words(file: File, sender: str = "", team: str = "") -> Said:
    """Return what a file says, in Slack's markup, and whether there is more that is not here.

    Args:
        file: The file.
        sender: The account that shares it; "" where that is not told.
        team: The workspace of the message.

    Returns:
        Where it is another account's file, or another commented on it, that account's words are
        passed on.
    """
    comment = object_of(file.get("initial_comment"))
    owner = text_of(file.get("user"))
    commenter = text_of(comment.get("user")) or owner
    titles = [escaped(each) for each in (_title(file), text_of(file.get("alt_txt")))]
    mail, whole = (_mail(file),) if is_mail(file) else (), _content(file) or _transcript(file)
    if mail:
        titles = [each for each in titles if each not in {mail[0].title, mail[0].text}]
        whole = ""
    words: dict[str, list[str]] = {}
    for account, said in ((commenter, text_of(comment.get("comment"))),
                          *((owner, each) for each in (*titles, escaped(whole)))):  # fmt: skip
        if said:
            words.setdefault(account if _is_another(account, sender) else "", []).append(said)
    own = words.pop("", [])
    passed_on = (_of_another(file, said, account, team) for account, said in words.items())
    is_cut = _is_cut_off(file) if mail else not whole and _has_words(file)
    return Said(tuple(own), (*passed_on, *mail), ("file_contents",) if is_cut else ())


def is_mail(file: File) -> bool:
    """Return whether a file is an e-mail."""
    return _is_one_of(file, _MAILS)


def kept_apart(file: File, sender: str = "") -> tuple[Kind, str, str] | None:
    """Return what a file is whose words its message lacks, where they are, and what to call it.

    Args:
        file: The file.
        sender: The account that shares it; "" where that is not told.

    Returns:
        None where it holds no words, the message has all of them, or they would be taken for the
        sender's and another account typed them.
    """
    name = text_of(file.get("name"))
    url = text_of(file.get("url_private_download")) or text_of(file.get("url_private"))
    if is_mail(file) or _content(file) or _transcript(file):
        return None
    if _is_canvas(file):
        return ("document", url, f"{text_of(file.get('title')) or name}.html") if url else None
    if _is_spoken(file) or file.get("mode") == _TYPED or _is_text(file):
        return None if _is_another(text_of(file.get("user")), sender) else _typed(file, name, url)
    return ("document", url, name) if url and is_document(name) else None


def _typed(file: File, name: str, url: str) -> tuple[Kind, str, str] | None:
    if _is_spoken(file):
        transcript = text_of(file.get("vtt"))
        return ("transcript", transcript, name) if transcript else None
    return ("text", url, name) if url else None


def _is_another(account: str, sender: str) -> bool:
    return bool(account and sender) and account != sender


def _of_another(file: File, words: list[str], account: str, team: str) -> Enclosure:
    """Return what another account than the sender's wrote into a file, or about it."""
    team = text_of(file.get("user_team")) or team
    return Enclosure(
        "forwarded",
        "\n\n".join(words),
        author=account_mark(account),
        url=text_of(file.get("permalink")),
        author_id=f"slack:{team}/{account}" if team else "",
        posted_at=_moment(file.get("created")),
    )


def _moment(value: object) -> datetime | None:
    """Return a moment in seconds; None for anything else."""
    is_one = type(value) is int and 0 < value <= _LATEST
    return _BEGINNING + timedelta(seconds=value) if is_one else None  # type: ignore[arg-type]


def _mail(file: File) -> Enclosure:
    """Return an e-mail as what its sender wrote; its title is its subject."""
    subject = text_of(file.get("subject")) or text_of(file.get("title"))
    body = text_of(file.get("plain_text")) or text_of(file.get("preview_plain_text"))
    sender = next(objects_of(file.get("from")), {})
    name = text_of(sender.get("name")) or text_of(sender.get("address"))
    return Enclosure("mail", escaped(body or subject), escaped(subject) if body else "",
                     escaped(name), text_of(file.get("permalink")))  # fmt: skip


def _is_cut_off(mail: File) -> bool:
    """Return whether an e-mail says more: one without a plain body may have one in HTML."""
    if text_of(mail.get("plain_text")):
        return False
    is_begun = bool(text_of(mail.get("preview_plain_text")))
    return bool(mail.get("preview_is_truncated") if is_begun else mail.get("preview"))


def _title(file: File) -> str:
    """Return the title that somebody gave to a file, or "" where it is only its name."""
    title, name = text_of(file.get("title")), text_of(file.get("name"))
    if not name:  # as in what was exported of a comment on it
        return "" if _CALLED_LIKE_A_FILE.fullmatch(title) else title
    called = _as_name(name)
    return "" if _as_name(title) in {called, called.rpartition(".")[0]} else title


def _as_name(text: str) -> str:
    """Return a title as Slack makes a file's name of it: without blanks."""
    return _BLANKS.sub("_", text.strip()).casefold()


def _content(file: File) -> str:
    """Return the text of a file that was typed into the chat, if the message has all of it."""
    is_whole = not (file.get("preview_is_truncated") or file.get("lines_more"))
    preview = text_of(file.get("preview"))
    # A post's may be in HTML, of which the page of its own is read instead.
    is_post = _is_one_of(file, _POSTS) and "<" not in preview
    is_words = file.get("mode") == _TYPED or _is_text(file) or is_post
    return preview if is_words and is_whole else ""


def _transcript(file: File) -> str:
    spoken = file.get("transcription")
    preview = spoken.get("preview") if isinstance(spoken, Mapping) else None
    if not isinstance(preview, Mapping) or preview.get("has_more"):
        return ""
    return text_of(preview.get("content"))


def _has_words(file: File) -> bool:
    is_named_so = holds_words(text_of(file.get("name")))
    is_called_so = _is_one_of(file, _CANVASES | _LISTS | {_TYPED})
    return _is_spoken(file) or is_called_so or is_named_so


def _is_spoken(file: File) -> bool:
    spoken = file.get("transcription")
    return isinstance(spoken, Mapping) and spoken.get("status") == "complete"


def _is_canvas(file: File) -> bool:
    return _is_one_of(file, _CANVASES)


def _is_one_of(file: File, kinds: frozenset[str]) -> bool:
    return not kinds.isdisjoint({text_of(file.get("mode")), text_of(file.get("filetype"))})


def _is_text(file: File) -> bool:
    return is_text_file(text_of(file.get("name")))
