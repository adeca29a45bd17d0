from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.formats.feeds.fields import KNOWN
from tests.unit.adapters.sources.formats.feeds.test_elements import atom, rss

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

NEW: Final = f"unknown_fields:{KNOWN.versions}"


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("<x:notes xmlns:x='urn:x'>Words of mine</x:notes>", "x:notes"),
        ("<x:a xmlns:x='urn:x'><x:notes>Words of mine</x:notes></x:a>", "x:notes"),
        ("<x:description xmlns:x='urn:x'>Words of mine</x:description>", "x:description"),
        ("<notes>Words of mine</notes>", "notes"),
        ("<itunes:notes>Words of mine</itunes:notes>", "itunes:notes"),
    ],
)
def test_an_element_with_words_that_is_not_known_is_named(
    read_file: ReadFile, item: str, name: str
) -> None:
    found = rss(read_file, item)
    assert found.posts[0].text == "They swarm in May."
    assert found.left_out == {f"{NEW}: {name!r}": 1}


@pytest.mark.parametrize(
    "item",
    [
        "<x:notes xmlns:x='urn:x'> </x:notes>",
        "<category>bees</category><comments>https://bees.example/c</comments>",
        "<itunes:duration>3:10</itunes:duration><media:credit>Ada</media:credit>",
        "<itunes:title>Swarm</itunes:title>",
        "<atom:author><atom:name>Ada</atom:name><atom:bio>A keeper.</atom:bio></atom:author>",
    ],
)
def test_what_is_known_or_holds_no_words_is_not(read_file: ReadFile, item: str) -> None:
    assert rss(read_file, item).left_out == {}


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("<itunes:title>Why they go</itunes:title>", "summaries"),
        ("<media:content><media:title>A hive at noon</media:title></media:content>", "alt_texts"),
    ],
)
def test_a_title_of_its_own_is_counted(read_file: ReadFile, item: str, kind: str) -> None:
    assert rss(read_file, item).left_out == {kind: 1}


def test_the_markup_of_a_text_is_no_element_of_its_entry(read_file: ReadFile) -> None:
    text = (
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>They <b>swarm</b> in"
        " May, as the old books have it.</p></div></content>"
    )
    assert atom(read_file, text).left_out == {"summaries": 1}
