from __future__ import annotations

from bench import fields
from tests.fakes.documents import read


def test_the_page_of_fields_says_what_the_tables_in_the_code_say() -> None:
    assert read("docs/fields.md") == fields.page()
