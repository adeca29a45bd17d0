"""Each language speaks to its readers in one way: „du“, « vous », "tú"."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Final

import pytest

from adapters.chat import wording

FOLDER: Final = Path(wording.__file__).parent
_BEGINS: Final = r"(?:^|[:;.,(] |\b(?:o|e|y|u|luego|antes|favor,) )"
_OF_USTED: Final = (
    "abra actualice active ajuste añada borre cambie cierre compruebe convierta copie corrija cree"
    " deje dele descargue diga divida dé ejecute elija elimine envíe escriba espere exporte guarde"
    " haga importe indique inicie instale intente lea libere llame mire mueva omita pare"
    " permita pida ponga pregunte pruebe pulse quite reduzca reinicie repita restaure separe suba"
    " termine vea vuelva cópielo comuníquelo compruébelo déjelo déjeme escríbalo guárdelo"
    " instálela inténtelo invíteme llévelo léalo póngalo quítelo añádalo"
).split()
OTHERS: Final = {
    "spanish": re.compile(
        rf"\bustede?s?\b|{_BEGINS}(?:{'|'.join(_OF_USTED)}|nombre (?:una?|otr[oa]))\b",
        re.IGNORECASE,
    ),
    "german": re.compile(r"\b\w+n Sie\b|\bIhnen\b|\w[^.:!?“]* Ihr(?:e[mnrs]?)?\b"),
    "french": re.compile(r"\b(?:tu|toi|tes|ton|t['’])\b", re.IGNORECASE),
}


def sentences(language: str) -> list[str]:
    trees = (ast.parse(path.read_text()) for path in sorted((FOLDER / language).rglob("*.py")))
    nodes = (node for tree in trees for node in ast.walk(tree))
    return [
        each.value for each in nodes if isinstance(each, ast.Constant) and type(each.value) is str
    ]


@pytest.mark.parametrize("language", OTHERS)
def test_nobody_is_spoken_to_in_another_way(language: str) -> None:
    said = sentences(language)
    assert len(said) > 500
    assert [each for each in said if OTHERS[language].search(each)] == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("spanish", "no se puede leer: compruebe que existe"),
        ("spanish", "Dele un archivo"),
        ("spanish", "otro proceso lo usa, e inténtelo luego"),
        ("german", "nicht gefunden: geben Sie einen anderen"),
        ("french", "introuvable : donne ton fichier"),
    ],
)
def test_the_other_way_would_be_found(language: str, sentence: str) -> None:
    assert OTHERS[language].search(sentence)
