"""Remembers the addresses that posts were read from, to ask them again."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.engine import Engine


_NOTED: Final = "address:"


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address of a feed or page; the origin of the posts that were read from it.

    Attributes:
        url: The address, as it is asked.
        source: What the person called its source; "" where it names that itself.
        audience: Who may see its posts, where the person said so; else "".
        etag: The mark of what it held last, as its server gave it; "" for none.
        modified: When that was changed, as its server said it; "" where it did not.
    """

    url: str
    source: str = ""
    audience: str = ""
    etag: str = ""
    modified: str = ""


def addresses(engine: Engine) -> list[WebAddress]:
    """Return the addresses that stored posts were read from, in the order of their letters."""
    return [WebAddress(**json.loads(value)) for value in engine.notes(_NOTED).values()]


def note_addresses(engine: Engine, read: Iterable[WebAddress]) -> None:
    """Remember addresses of which all is stored; one without stored posts is not remembered.

    What a person said of one earlier stays true where they say nothing else.
    """
    by_url = {each.url: each for each in read}
    stored = engine.origins_among(by_url)
    known = {each.url: each for each in addresses(engine)}
    for url in by_url.keys() & stored:
        now, before = by_url[url], known.get(url, WebAddress(url))
        each = replace(
            now, source=now.source or before.source, audience=now.audience or before.audience
        )
        engine.note(f"{_NOTED}{url}", json.dumps(asdict(each)))


def forget_address(engine: Engine, url: str) -> None:
    """Forget an address; its posts stay."""
    engine.forget_note(f"{_NOTED}{url}")


def forget_addresses(engine: Engine) -> None:
    """Forget the addresses of which no post is stored any more."""
    urls = [each.url for each in addresses(engine)]
    for url in {*urls} - engine.origins_among(urls):
        forget_address(engine, url)
