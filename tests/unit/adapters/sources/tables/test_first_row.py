"""Whether the first row of a table holds its heads, or data that is not to be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.sources.tables.first_row import is_data

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


@pytest.mark.parametrize(
    "row",
    [
        ["The kiln is hot until Sunday, do not open it."],
        ["The kiln is hot until Sunday", "do not open it."],
        ["Ana Ruiz", "5", "The glaze cracked because the kiln was opened"],
        ["Ana Ruiz", "The glaze cracked. I opened the kiln too early"],
        ["Ana", "5", "Great comments by the staff, thank you for the tour."],
        ["Le four est chaud jusqu'à dimanche, ne l'ouvrez pas !", "Marie"],
        ["12.05.2025", "Der Ofen ist heiß"],
        ["x", "https://example.org/1"],
        ["Please close the window when you leave."],
        ["2. Das Wetter", "Der Ofen ist heiß. Wir warten noch"],
        ["1. The kiln was far too hot for cups.", "3. The clay was dry."],
        ["10:30 – The kiln was opened too early.", "11:30 – The glaze had cracked."],
        ["4,5", "El horno está muy caliente hasta el domingo"],
    ],
)
def test_sentences_and_numbers_beside_words_are_data(row: list[str]) -> None:
    assert is_data(row)


@pytest.mark.parametrize(
    "row",
    [
        ["Timestamp", "Please describe what you liked most about the day."],
        ["Room", "Please tell us in a few words what we could do better."],
        ["Raum", "Bitte beschreiben Sie kurz, was Ihnen gefallen hat."],
        ["Salle", "Décrivez en quelques mots ce qui vous a plu."],
        ["Sala", "Por favor, indique qué podemos mejorar."],
        ["k1", "k2", "k3"],
        ["Region", "2024", "2025"],
        ["Overall satisfaction with the course", "Quality of the rooms and the food"],
        ["What did you like? Please be honest.", "5"],
        ["Comment", "It was a very good day for all of us."],
        [
            "1. What did you like? Please tell us in a sentence or two.",
            "2. I would come again.",
            "3. Is there anything else you want us to know.",
        ],
        ["Raum", "1) Ich würde gern wieder kommen.", "2) Bitte schreiben Sie uns, was fehlte."],
        ["Room", "4. Please tell us in a few words what we could do better."],
        ["Q1. I felt welcome in the workshop.", "Q2. I would come again with friends."],
        ["Feedback"],
        [""],
    ],
)
def test_heads_stay_heads_however_long(row: list[str]) -> None:
    assert not is_data(row)


@pytest.mark.parametrize("mark", [",", ";"])
def test_no_row_of_a_table_without_heads_is_lost(read_file: ReadFile, mark: str) -> None:
    rows = [
        ("Ana Ruiz", "5", "The glaze cracked because the kiln was too hot."),
        ("Ben Ode", "4", "Please send more clay, the last bag was too dry."),
    ]
    table = "".join(f'{name}{mark}{stars}{mark}"{said}"\n' for name, stars, said in rows)
    found = read_file(table, "a.csv")

    assert [post.text for post in found.posts] == [said for _, _, said in rows]
    assert [post.author for post in found.posts] == [None, None]
    assert found.left_out == {"columns:'1'": 2, "columns:'2'": 2}


@pytest.mark.parametrize(
    "rows",
    [
        "anaruiz,5,good\nbenode,4,the clay was much too dry for the wheel\n",
        "Ana,The kiln was too hot\nBen,The clay was too dry for me\n",
        "Ute;Der Ofen war viel zu heiß\nJörg;Der Ton ist leider zu trocken\n",
        "The kiln is much too hot,Ana\nThe clay was too dry for me,Ben\n",
    ],
)
def test_a_first_row_like_those_below_it_is_data(rows: str) -> None:
    first, second = (each.split(";" if ";" in rows else ",") for each in rows.splitlines())

    assert is_data(first, [second])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Region,2024,Remarks on it", "North,5,The clay was much too dry for the wheel"),
        ("Week,1,2", "North,5,4"),
        ("Room,The workshop was well organised", "Loom,5"),
        ("Room,The tutor was kind to all", "Loom,yes"),
        ("Room,Quality of the food and tea", "Loom,The tea was hot and very good"),
        ("k1,k2,k3", "anaruiz,4,The clay was much too dry for the wheel"),
        ("Raum,Bitte sagen Sie, was gut war", "Flur,Der Ton ist leider zu trocken"),
        ("The kiln was hot for days,The clay was dry for days", "5,4"),
        ("Name,5,Comment", "Ana,4,The clay was much too dry for the wheel"),
        ("Place,Stars,Words", "Loom,4,The clay was much too dry for the wheel"),
    ],
)
def test_a_first_row_unlike_those_below_it_is_none(first: str, second: str) -> None:
    assert not is_data(first.split(","), [second.split(",")])


@pytest.mark.parametrize(
    "rows",
    [
        [("Ana", "The kiln was too hot"), ("Ben", "The clay was too dry for me")],
        [("anaruiz", "5", "good"), ("benode", "4", "the clay was much too dry for the wheel")],
    ],
)
def test_a_first_row_like_others_is_a_post_of_its_own(
    read_file: ReadFile, rows: list[tuple[str, ...]]
) -> None:
    found = read_file("".join(f"{','.join(row)}\n" for row in rows), "a.csv")

    assert [post.text for post in found.posts] == [row[-1] for row in rows]
