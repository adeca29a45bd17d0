"""With a French locale the commands speak French."""

from __future__ import annotations

import json
import re
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

    assert result.out == "1 nouveau, 0 modifié, 0 inchangé, 0 retiré, 1 refusé\n"
    assert dry.out.startswith("Ce serait : 0 nouveau,")
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

    assert pullquote("status").out.startswith("provenance  messages  commentaires")
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
    assert (result.code, "since:x n’est pas un jour" in result.err) == (2, True)


def test_what_is_damaged_or_missing_is_told_in_french_with_a_remedy_that_works(
    pullquote: Pullquote,
) -> None:
    pullquote("import", "ruche.jsonl")
    database = Path("data/pullquote.db")
    whole = database.read_bytes()

    database.write_bytes(whole[:-8192])
    told = "est endommagé ou n’est pas une base de données (son contenu est corrompu) : "
    for command in ("ask abeilles", "import ruche.jsonl", "export", "status"):
        result = pullquote(*command.split())
        assert told in result.err, command
        assert (result.code, "damaged" in result.err) == (4, False)
    checked = pullquote("check").out
    assert "mettez une sauvegarde à sa place avec `pullquote restore`, ou déplacez-le" in checked
    assert "pullquote export" not in checked

    database.write_bytes(whole[: 4096 * 9] + b"Z" * 4096 + whole[4096 * 10 :])
    assert "`pullquote export` montre ce qui peut encore être lu" in pullquote("check").out
    assert "Les abeilles essaiment en mai." in pullquote("export").out

    assert "nommez un dossier fait par une sauvegarde" in pullquote("restore", "data/..").err
    assert "il y a déjà quelque chose à data" in pullquote("backup", "data").err.lower()
    assert "rien de 'x' n’est conservé" in pullquote("eval", "--replay", "x").err


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("PULLQUOTE_KEEP_DAYS", "x", "trouvé 'x', attendu un nombre entier de 1 à 100000"),
        ("PULLQUOTE_LOG_FORMAT", "x", "trouvé 'x', attendu text ou json"),
        ("PULLQUOTE_LANGUAG", "fr", "ce n’est pas un réglage : vouliez-vous dire PULLQUOTE_LANGU"),
        (
            "SLACK_APP_TOKEN",
            "x",
            "trouvé autre chose qu’un jeton, attendu un qui commence par xapp",
        ),
        (
            "EMBEDDING_MODEL",
            "/x",
            "le modèle '/x' ne peut pas être chargé (aucun dossier de ce nom)",
        ),
    ],
)
def test_a_wrong_setting_is_told_in_french(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    monkeypatch.setenv(name, value)
    assert told in pullquote("check").out


def test_a_column_that_is_left_out_is_named_with_what_takes_it(pullquote: Pullquote) -> None:
    Path("journal.csv").write_text(
        "Rédigé par;Humeur;Message\nAda;gaie;Le four chauffe le mardi soir, enfin.\n"
        "Bob;grise;Le tour attend une courroie neuve depuis mars.\n"
    )
    told = pullquote("import", "journal.csv").out

    assert "la colonne 'Humeur' (2)" in told
    assert "`--column author=COLONNE`" in told
    assert '"author": "Ada"' in pullquote("export").out


def test_numbers_are_written_as_in_french(pullquote: Pullquote) -> None:
    Path("many.csv").write_text("text\n" + "".join(f"Abeille {n}.\n" for n in range(1100)))

    assert pullquote("import", "many.csv").out.startswith("1\u202f100 nouveaux, 0 modifié,")
    shown = pullquote("status").out
    assert "1\u202f100 messages et commentaires" in shown
    assert "many  1\u202f100" in shown
    assert re.search(r" \d+,\d Mo", shown)
