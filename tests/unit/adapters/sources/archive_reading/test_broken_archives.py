"""Whatever is broken in an archive costs what is broken, and is told in a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.sources.discovery import sources
from index.errors import PostFormatError
from index.posts import Post
from tests.fakes.archives import PAYLOADS, as_json, payload, unpacked, zipped

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = sorted(path.name for path in PAYLOADS.iterdir())
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def everything_in(path: Path) -> list[Post | PostFormatError]:
    found: list[Post | PostFormatError] = []
    for source in sources([str(path)]):
        found += [source] if isinstance(source, PostFormatError) else source.posts()
    for each in found:
        assert isinstance(each, Post) or str(each).encode()
    return found


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield everything inside a JSON value, as a container and a key of it."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in inside:
        yield value, key
        if isinstance(inner, dict | list):
            yield from places(inner)


@pytest.mark.parametrize("kind", KINDS)
@unhurried
@given(st.data())
def test_no_flipped_bytes_of_a_zip_raise(kind: str, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = zipped(Path(folder) / "a.zip", payload(kind))
        content = bytearray(path.read_bytes())
        flips = st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255))
        for place, byte in data.draw(st.lists(flips, min_size=1, max_size=9)):
            content[place] = byte
        path.write_bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))])
        assert everything_in(path), "broken, and not a word of it"


@pytest.mark.parametrize("kind", KINDS)
@unhurried
@given(st.data())
def test_no_other_bytes_of_a_member_raise(kind: str, data: st.DataObject) -> None:
    files = payload(kind)
    name = data.draw(st.sampled_from(sorted(files)))
    cut = data.draw(st.integers(0, len(files[name])))
    files[name] = files[name][:cut] + data.draw(st.binary(max_size=20))
    with TemporaryDirectory() as folder:
        everything_in(unpacked(Path(folder) / "a", files))


@pytest.mark.parametrize("kind", KINDS)
@unhurried
@given(st.data())
def test_no_other_values_in_a_member_raise(kind: str, data: st.DataObject) -> None:
    files = payload(kind)
    documents = sorted(name for name in files if name.endswith((".json", ".js")))
    if documents:
        name = data.draw(st.sampled_from(documents))
        start = files[name].index(b"=") + 1 if name.endswith(".js") else 0
        value = json.loads(files[name][start:])
        spots = list(places(value))
        for _ in range(data.draw(st.integers(1, 3)) if spots else 0):
            holder, key = data.draw(st.sampled_from(spots))
            holder[key] = data.draw(VALUES)
        files[name] = files[name][:start] + as_json(value)
        with TemporaryDirectory() as folder:
            everything_in(unpacked(Path(folder) / "a", files))
