"""Sentences name the shortcuts as the manifest does."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]

from adapters.slack import rendering
from adapters.slack.rendering.menus import menu_name


@pytest.mark.parametrize("name", ["answer", "pin"])
def test_a_shortcut_that_sentences_name_is_called_so_in_the_manifest(name: str) -> None:
    manifest = Path(rendering.__path__[0]).parent / "manifest.yaml"
    shortcuts = yaml.safe_load(manifest.read_text(encoding="utf-8"))["features"]["shortcuts"]
    assert menu_name(name) in {each["name"] for each in shortcuts}
