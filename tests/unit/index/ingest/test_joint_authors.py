"""Tests of whom a list of authors names."""

from __future__ import annotations

import pytest

from index.ingest.joint_authors import is_one_of


@pytest.mark.parametrize(
    ("person", "authors"),
    [
        ("Mara Quist", "Mara Quist, Otto Reyes"),
        ("mara quist", "Otto Reyes; MARA QUIST"),
        ("Zoé Marín", "Otto Reyes et Zoe Marin"),
        ("Mara Quist", "Otto Reyes, Mara Quist and Ana Ruiz"),
        ("Mara Quist", "Mara Quist & Otto Reyes"),
        ("Quist, Mara", "Quist, Mara, Reyes, Otto"),
        ("Ortega y Gasset", "Ortega y Gasset, Ana Ruiz"),
        ("Otto", "Mara und Otto"),
    ],
)
def test_a_list_names_somebody(person: str, authors: str) -> None:
    assert is_one_of(person, authors)


@pytest.mark.parametrize(
    ("person", "authors"),
    [
        ("Mara", "Mara Quist, Otto Reyes"),
        ("Quist", "Mara Quist, Otto Reyes"),
        ("Mara Quist", "Mara Quist"),
        ("Mara Quist", "Mara Quist Ruiz, Otto Reyes"),
        ("Mara Quist", "Otto Reyes"),
        ("Otto", "Anderson, Ottoline"),
        ("Sand", "Sandra and Ann"),
        ("Mara Quist, Otto Reyes", "Mara Quist, Otto Reyes"),
        ("", "Mara Quist, Otto Reyes"),
        ("???", "Mara Quist, ???!"),
    ],
)
def test_a_list_does_not_name_somebody(person: str, authors: str) -> None:
    assert not is_one_of(person, authors)
