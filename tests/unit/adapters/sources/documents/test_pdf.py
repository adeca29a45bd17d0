from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes import office

if TYPE_CHECKING:
    import pytest

    from tests.unit.adapters.sources.conftest import ReadFile


def test_a_pdf_is_a_post_called_like_its_file_and_pages_without_words_are_counted(
    read_file: ReadFile,
) -> None:
    found = read_file(office.pdf(["The keel is oak.", "", "The rail is elm."]), "Yard rules.pdf")
    assert found.only.text == "The keel is oak.\n\nThe rail is elm."
    assert (found.only.title, found.only.author) == ("Yard rules", None)
    assert found.left_out == {"wordless_pages": 1}


def test_the_lines_of_a_page_stay_lines_with_the_hyphens_at_their_ends(read_file: ReadFile) -> None:
    found = read_file(office.pdf(["The keel is of hard-\nwood. The rail\nis elm."]), "a.pdf")
    assert found.only.text == "The keel is of hard-\nwood. The rail\nis elm."


def test_comments_and_filled_fields_are_counted_and_links_are_not(read_file: ReadFile) -> None:
    annotations = [
        "/Subtype/Text/Contents(Sure?)",
        "/Subtype/Highlight/Contents()",
        "/Subtype/Link/Contents(Rules)",
        "/Subtype/Widget/FT/Tx/T(name)/V(Ada)",
        "/Subtype/Widget/FT/Tx/T(age)",
    ]
    found = read_file(office.pdf(["The keel is oak."], annotations), "a.pdf")
    assert found.left_out == {"margin_comments": 1, "form_fields": 1}


def test_a_pdf_with_a_password_is_refused(read_file: ReadFile) -> None:
    key = "00" * 32
    locked = f"/Encrypt<</Filter/Standard/V 1/R 2/P -1/O<{key}>/U<{key}>>>/ID[<00><00>]"
    found = read_file(office.pdf(["The keel is oak."], trailer=locked), "a.pdf")
    assert "password" in found.error.problem


def test_a_pdf_that_takes_long_is_refused_before_it_does(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.sources.documents.pdf._LEAST_SECONDS", 0.05)
    monkeypatch.setattr("adapters.sources.documents.pdf._SECONDS_A_BYTE", 0)
    found = read_file(office.pdf(["The keel is oak.\n" * 90_000]), "a.pdf")
    assert "seconds of processor time" in found.error.problem


def test_a_reader_that_breaks_costs_only_its_pdf(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.sources.documents.pdf._MOST_MEMORY", 1_000)
    found = read_file(office.pdf(["The keel is oak.\n" * 20_000]), "a.pdf")
    assert "save it again" in found.error.problem
