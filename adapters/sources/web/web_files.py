"""Opens what addresses of the web hold as sources of posts, as if they were files."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from yarl import URL

from adapters.sources.file_defaults import Labels, host_of, printable, source_name
from adapters.sources.post_file import PostFile
from adapters.sources.web.download import Bounds, Download, download
from bot.ports import FoundSources
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.ingest.addresses import WebAddress

ANYWHERE: Final = Bounds(allows=lambda _: True)
PUBLIC: Final = Bounds()


def found_at(asked: Sequence[WebAddress], bounds: Bounds = PUBLIC) -> FoundSources:
    """Ask addresses, and return what they hold; what is as it was is left out.

    No post is ever dropped because an address holds it no more: a feed holds the newest alone.
    """
    found = FoundSources([], [], [], [], [])
    fit: dict[str, WebAddress] = {}
    for each in asked:
        try:
            url = _checked(each.url)
        except PostFormatError as error:
            found.refused.append(error)
        else:
            fit[url] = replace(each, url=url)
    answers = asyncio.run(download([*fit.values()], bounds)) if fit else []
    for address, answer in zip(fit.values(), answers, strict=True):
        if isinstance(answer, PostFormatError):
            found.refused.append(answer)
        elif answer.data is not None:
            found.sources.append(_source(address, answer, answer.data))
            found.within.append(address.url)
            found.partial.append(address.url)
            read = replace(address, etag=answer.etag, modified=answer.modified)
            found.addresses.append(read)
    return found


def _checked(text: str) -> str:
    """Return an address as it is asked.

    Raises:
        PostFormatError: It is none, or holds a password.
    """
    try:
        url = URL(text.strip())
        host = url.host
    except ValueError:
        host = None
    if not host:
        raise PostFormatError(printable(text), "not_an_address")
    if url.user or url.password:
        raise PostFormatError(str(url.with_user(None)), "password_in_address")
    return str(url.with_fragment(None))


def _source(address: WebAddress, answer: Download, data: bytes) -> PostFile:
    labels = Labels(
        file=address.url,
        name=answer.place.partition("://")[2],
        source=source_name(address.source or host_of(answer.place)),
        keeps_sources=not address.source,
        audience=address.audience or None,
        address=answer.place,
    )
    return PostFile(data, labels, address.url, len(data))
