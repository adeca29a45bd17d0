"""What a file in Slack says in the message that it hangs on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from adapters.markup.others_words import Enclosure, Said
from adapters.markup.slack import escaped
from adapters.markup.slack_blocks import objects_of, text_of
from adapters.markup.text_files import holds_words, is_document, is_text_file

if TYPE_CHECKING:
    from adapters.markup.others_words import LeftOut
    from adapters.markup.word_files import Kind

File = Mapping[str, object]

_TYPED: Final = "snippet"
"""The mode of files whose words were typed into the chat."""

_CANVASES: Final = frozenset({"quip", "canvas", "space", "post"})
_POSTS: Final = frozenset({"space", "post"})
"""What Slack called the canvases of before, whose words stand in the message as well."""

_LISTS: Final = frozenset({"list"})
_MAILS: Final = frozenset({"email"})


def file_words(file: File) -> Said:
    """Return what a file says, in Slack's markup, and whether there is more that is not here."""
    comment = file.get("initial_comment")
    own = [text_of(comment.get("comment"))] if isinstance(comment, Mapping) else []
    own += [escaped(each) for each in (_title(file), text_of(file.get("alt_txt"))) if each]
    if is_mail(file):
        return _mail(file, own)
    whole = _content(file) or _transcript(file)
    left_out: tuple[LeftOut, ...] = ("file_contents",) if not whole and _has_words(file) else ()
    own.append(escaped(whole))
    return Said(tuple(filter(None, own)), (), left_out)


def is_mail(file: File) -> bool:
    """Return whether a file is an e-mail."""
    return _is_one_of(file, _MAILS)


def kept_apart(file: File) -> tuple[Kind, str, str] | None:
    """Return what a file is whose words its message lacks, where they are, and what to call it.

    Returns:
        None where it holds no words, or the message has all of them.
    """
    name = text_of(file.get("name"))
    url = text_of(file.get("url_private_download")) or text_of(file.get("url_private"))
    if is_mail(file) or _content(file) or _transcript(file):
        return None
    if _is_canvas(file):
        return ("document", url, f"{text_of(file.get('title')) or name}.html") if url else None
    if _is_spoken(file):
        transcript = text_of(file.get("vtt"))
        return ("transcript", transcript, name) if transcript else None
    if file.get("mode") == _TYPED or _is_text(file):
        return ("text", url, name) if url else None
    return ("document", url, name) if url and is_document(name) else None


def _mail(file: File, own: list[str]) -> Said:
    """Return an e-mail as what its sender wrote; its title is its subject."""
    subject = text_of(file.get("subject")) or text_of(file.get("title"))
    body = text_of(file.get("plain_text")) or text_of(file.get("preview_plain_text"))
    sender = next(objects_of(file.get("from")), {})
    name = text_of(sender.get("name")) or text_of(sender.get("address"))
    own = [each for each in own if each != escaped(subject)]
    # Without a plain body there may be one in HTML, of which no words are taken.
    is_cut = bool(file.get("preview_is_truncated") if body else file.get("preview"))
    is_cut = is_cut and not file.get("plain_text")
    mail = Enclosure("mail", escaped(body or subject), escaped(subject) if body else "",
                     escaped(name), text_of(file.get("permalink")))  # fmt: skip
    return Said(tuple(filter(None, own)), (mail,), ("file_contents",) if is_cut else ())


def _title(file: File) -> str:
    """Return the title that somebody gave to a file, or "" where it is only its name."""
    title, name = text_of(file.get("title")), text_of(file.get("name"))
    return "" if title in {name, name.rpartition(".")[0]} else title


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
