"""With a French locale the commands speak French."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]


@pytest.fixture(autouse=True)
def _french(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    post = {"id": "1", "text": "Les abeilles essaiment en mai.", "author": "Ada"}
    Path("ruche.jsonl").write_text(json.dumps(post) + "\n{\n")


def test_an_import_counts_and_refuses_in_french(pullquote: Pullquote) -> None:
    result = pullquote("import", "ruche.jsonl")
    dry = pullquote("import", "ruche.jsonl", "--dry-run")

    assert result.out == "1 nouveaux, 0 modifiés, 0 inchangés, 0 retirés, 1 refusés\n"
    assert dry.out.startswith("Ce serait : 0 nouveaux")
    assert "refusé : ruche.jsonl, ligne 2 : " in result.err
    assert f"Conservé dans {Path('data').resolve()}." in result.err


def test_what_is_stored_missing_and_forgotten_is_told_in_french(pullquote: Pullquote) -> None:
    pullquote("import", "ruche.jsonl")

    assert "1 message ou commentaire en 1 passage\n" in pullquote("status").out
    assert "rien ici ne porte ce nom" in pullquote("ask", "abeilles in:ruch").err
    assert "since:x n’est pas un jour" in pullquote("ask", "abeilles", "--since", "x").err
    asked = pullquote("forget", "--author", "Ada", stdin="n\n").out
    assert "Retirer 1 message de 'Ada' de la base et de tous ses fichiers ?" in asked
    near = pullquote("forget", "--author", "Adda").out
    assert near == "Il n’y a rien de 'Adda' ici : vouliez-vous dire 'Ada' ?\n"
    assert pullquote("forget", "--author", "Ada", "--yes").out == "Retirés : 1.\n"


def test_what_looks_at_the_posts_speaks_french(pullquote: Pullquote) -> None:
    none = "pas encore de messages dans"
    assert all(none in pullquote(*each.split()).err for each in ("status", "ask abeilles"))
    assert "base          pas encore de messages :" in pullquote("check").out
    pullquote("import", "ruche.jsonl")

    assert pullquote("status").out.startswith("source d’où  messages  commentaires")
    checked = pullquote("check").out.splitlines()
    assert "bon    base          1 message ou commentaire" in checked
    assert all(line.startswith(("bon    ", "ÉCHEC  ")) for line in checked)
    assert "Il n’y a pas de message 'x' ici" in pullquote("show", "x").err
    assert "donnez le jeton de sa plateforme" in pullquote("audit", "--as", "1234567").err


def test_answers_are_measured_in_french(pullquote: Pullquote) -> None:
    pullquote("import", "ruche.jsonl")
    Path("questions.jsonl").write_text(json.dumps({"question": "Où sont les loups ?", "gold": "x"}))
    said = pullquote("eval", "questions.jsonl").out
    assert said.startswith("Questions : 1, dont 0 sans réponse\n")
    assert "manquées : 1\n• Où sont les loups ?\n    attendu  x\n    obtenu   rien :" in said


def test_wrong_settings_do_not_hide_what_is_wrong_with_a_question(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULLQUOTE_LOG_LEVEL", "loud")
    result = pullquote("ask", "abeilles", "--since", "x")
    assert (result.code, "since:x is not a day" in result.err) == (2, True)
