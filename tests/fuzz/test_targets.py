"""Each target of `make fuzz`, for as long as a run of all tests may take."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from adapters.sources.archive_formats import ARCHIVE_FORMATS
from adapters.sources.archive_reading.members import FolderMembers
from adapters.sources.bytes.reader import HEAD
from adapters.sources.detection import Format, format_of
from adapters.sources.documents import document
from adapters.sources.messengers.chat_files import READERS
from index.errors import PostFormatError
from tests.fakes.archives import unpacked
from tests.fuzz.inputs import SOURCES
from tests.fuzz.targets import TARGETS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_nothing_that_is_fed_is_a_fault(name: str) -> None:
    TARGETS[name]()
    assert TARGETS[name].hypothesis.fuzz_one_input  # type: ignore[attr-defined] # for `make fuzz`


FILES = [(name, content) for files in SOURCES.values() for name, content in files().items()]


def test_a_file_of_every_format_is_fed() -> None:
    found = set()
    for name, content in FILES:
        try:
            found.add(format_of(content[:HEAD], name, name))
        except PostFormatError:
            continue  # it is one of an archive's
    assert found == {*get_args(Format)}


def test_a_document_of_every_kind_is_fed() -> None:
    kinds = {document.document_kind(content[:HEAD], name) for name, content in FILES}
    assert kinds - {""} == {*document.READERS}


def test_an_archive_of_every_kind_is_fed(tmp_path: Path) -> None:
    met, begun = set(), set()
    for number, files in enumerate(SOURCES.values()):
        made = files()
        members = FolderMembers(unpacked(tmp_path / str(number), made), "a", (*made,))
        met |= {each for each in ARCHIVE_FORMATS if each.claims(members)}
        begun |= {each for each in READERS for held in made.values() if each.begins(held[:4_096])}
    assert (met, begun) == ({*ARCHIVE_FORMATS}, {*READERS})
