from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.sources.archive_reading import json_nested
from adapters.sources.archive_reading.json_nested import records_within
from adapters.sources.archive_reading.members import FolderMembers
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def test_only_what_may_hold_the_array_is_entered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered: list[str] = []
    nested = json_nested.NestedJson
    real = nested.within

    def within(self: json_nested.NestedJson, path: Sequence[str], key: str, *depth: int) -> object:
        entered.append(key)
        return real(self, path, key, *depth)

    monkeypatch.setattr(nested, "within", within)
    idle = "1, {}, [], null, " * 100
    written = f'{{"a": [{idle} {{"b": 2, "list": [3, {{"n": 4}}]}}]}}'
    (tmp_path / "a.json").write_text(written, "utf-8")
    members = FolderMembers(tmp_path, "export", ["a.json"])

    assert [*records_within(members, "a.json", ["a"], "list")] == [({"b": 2}, {"n": 4})]
    assert len(entered) == 3


def test_arrays_in_arrays_without_end_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[" * 900 + '{"list": []}' + "]" * 900, "utf-8")
    members = FolderMembers(tmp_path, "export", ["a.json"])

    with pytest.raises(PostFormatError) as raised:
        [*records_within(members, "a.json", [], "list")]
    assert raised.value.kind == "json_too_deep"
