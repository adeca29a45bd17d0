"""Rows and columns of tables that are for a few only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

SAID = "The glaze cracked because the kiln was too hot."


@pytest.mark.parametrize(
    ("mark", "cell"),
    [
        ("Is private", "TRUE"),
        ("private", "yes"),
        ("Confidential", "x"),
        ("Privé", "oui"),
        ("Vertraulich", "ja"),
        ("Es privado", "sí"),
        ("visibility", "private"),
        ("Visibility", "Only me"),
        ("Sichtbarkeit", "Privat"),
        ("Public", "false"),
        ("May we publish your answer?", "No"),
        ("Can we quote you on our site?", "No thanks"),
        ("Do you agree that this is published?", "No"),
        ("Pouvons-nous publier votre avis ?", "Non"),
        ("Dürfen wir Ihre Antwort veröffentlichen?", "Nein"),
        ("¿Podemos publicar su comentario?", "No"),
        ("Visibility", "Staff only"),
        ("Visibility", "Connections"),
        ("Visibility", "Custom"),
        ("Visibility", "Organization"),
        ("Visibility", "Nur für Mitglieder"),
        ("Visibility", "Amis uniquement"),
        ("Visibility", "not visible"),
        ("Sichtbarkeit", "nur Freunde"),
        ("Visible to", "Staff only"),
        ("Message privé", "oui"),
        ("Commentaire privé", "oui"),
        ("Private note", "TRUE"),
        ("Hidden", "1"),
        ("isPublic", "0"),
        ("ispublic", "0"),
        ("Note type", "Private"),
        ("Type", "internal_note"),
        ("Status", "private"),
        ("Access", "restricted"),
        ("comment_approved", "trash"),
    ],
)
def test_a_private_row_is_left_out_and_counted(read_file: ReadFile, mark: str, cell: str) -> None:
    rows = f'Author,Comment,{mark}\nAna,"{SAID}",{cell}\nBen,Open day is on Monday.,\n'
    found = read_file(rows, "a.csv")

    assert [post.author for post in found.posts] == ["Ben"]
    assert found.left_out["private_posts"] == 1


@pytest.mark.parametrize(
    ("mark", "cell"),
    [
        ("Is private", "FALSE"),
        ("private", "no"),
        ("visibility", "public"),
        ("visibility", "unlisted"),
        ("Public", "TRUE"),
        ("May we publish your answer?", "Yes, with my name"),
        ("Can we use the kiln at night?", "No"),
        ("Could we share the wheel?", "no"),
        ("Did you agree with the price?", "No"),
        ("Dürfen wir nachts arbeiten?", "Nein"),
        ("Visibility", "good, 10 km"),
        ("Private pool", "yes"),
        ("Internal ID", "x"),
        ("Visibility", "Everyone"),
        ("Visibility", "Visible to everyone"),
        ("Sichtbarkeit", "Öffentlich"),
        ("Visibilité", "Publique"),
        ("Visibilidad", "Público"),
        ("Visible to", "All"),
        ("Privacy", "accepted"),
        ("Message privé", "non"),
        ("Hidden", "0"),
        ("ispublic", "1"),
        ("Type", "private"),
        ("Type", "public_reply"),
        ("Customer type", "private"),
        ("Note type", "Public"),
        ("Review type", "self"),
        ("Status", "pending"),
        ("Status", "open"),
        ("Access", "limited"),
        ("comment_approved", "1"),
        ("Published", "2025-05-12"),
        ("Intern", "yes"),
    ],
)
def test_an_open_row_stays(read_file: ReadFile, mark: str, cell: str) -> None:
    found = read_file(f'Author,Comment,{mark}\nAna,"{SAID}","{cell}"\n', "a.csv")

    assert (found.only.author, found.left_out["private_posts"]) == ("Ana", 0)


def test_private_statuses_of_json_are_left_out_also_beside_a_text(read_file: ReadFile) -> None:
    rows = [{"text": SAID, "visibility": each} for each in ("private", "direct")]
    rows.append({"text": "Open day is on Monday.", "visibility": "public"})
    found = read_file(json.dumps(rows), "a.json")

    assert found.only.text == "Open day is on Monday."
    assert found.left_out["private_posts"] == 2


@pytest.mark.parametrize(
    "head", ["Private Notes", "Notes internes", "Vertrauliche Notiz", "Notas privadas"]
)
def test_private_notes_are_no_text(read_file: ReadFile, head: str) -> None:
    found = read_file(f'Author,Comment,{head}\nAna,"{SAID}",lent to Tom last week\n', "a.csv")

    assert found.only.text == SAID
    assert found.left_out == {f"columns:{head!r}": 1}


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        ("Name,Intern,Comment", "yes"),
        ("Name,Privat,Kommentar,Gewerblich", "x"),
        ("Nom,Privé,Commentaire,Professionnel", "x"),
    ],
)
def test_what_somebody_is_makes_no_row_private(read_file: ReadFile, heads: str, cells: str) -> None:
    found = read_file(f'{heads}\nAna Ruiz,{cells},"{SAID}"\n', "a.csv")

    assert (found.only.text, found.left_out["private_posts"]) == (SAID, 0)


@pytest.mark.parametrize(
    "heads", ["Name,Intern,Kommentar", "Name,Privat,Kommentar", "Name,Intern,Kommentar,Firma"]
)
def test_what_is_internal_is_private(read_file: ReadFile, heads: str) -> None:
    found = read_file(f'{heads}\nAna Ruiz,ja,"{SAID}"\n', "a.csv")

    assert (found.posts, found.left_out["private_posts"]) == ([], 1)


@pytest.mark.parametrize(
    ("states", "kept"),
    [
        (["publish", "private", "draft", "pending", "trash"], ["publish"]),
        (["published", "private"], ["published"]),
        (["veröffentlicht", "Entwurf"], ["veröffentlicht"]),
        (["approved", "hold", "spam"], ["approved"]),
        (["draft", "pending"], []),
        (["private"], []),
        (["open", "pending", "hold", "solved"], ["open", "pending", "hold", "solved"]),
        (["private", "business"], ["private", "business"]),
        (["approved", "pending", "rejected"], ["approved", "pending", "rejected"]),
        (["pending"], ["pending"]),
    ],
)
def test_what_is_not_published_is_left_out(
    read_file: ReadFile, states: list[str], kept: list[str]
) -> None:
    rows = [{"title": each, "content": f"{SAID} {each}", "status": each} for each in states]
    found = read_file(json.dumps(rows), "a.json")

    assert [post.title for post in found.posts] == kept
    assert found.left_out["private_posts"] == len(states) - len(kept)


@pytest.mark.parametrize(("value", "count"), [("EVERYONE", 1), ("ALL_FRIENDS", 0), ("CUSTOM", 0)])
def test_who_may_read_a_row_may_be_an_object(read_file: ReadFile, value: str, count: int) -> None:
    row = {"message": SAID, "privacy": {"value": value, "friends": "", "allow": ""}}

    assert len(read_file(json.dumps([row]), "a.json").posts) == count


def test_an_opinion_that_is_asked_for_as_private_is_read(read_file: ReadFile) -> None:
    found = read_file(f"Name,Your private opinion of the shop\nAna Ruiz,{SAID}\n", "a.csv")

    assert found.only.text == SAID
