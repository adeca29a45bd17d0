"""Which tables in a folder are of LinkedIn's archive, and which somebody laid beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.fakes.archives import payload, unpacked, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths

WORDS: Final = "We grind the chisels on the wet stone every Friday before we close."
OWN: Final = {
    "Projects.csv": f"title,text\nWorkshop,{WORDS}\n",
    "Messages.csv": f"id,text,author\n1,{WORDS},Ben\n",
    "tools.csv": f"Title,Body,Author,Date\nStones,{WORDS},Ben,2026-03-02\n",
    "Tales/Events.csv": f"Auteur,Description\nBen,{WORDS}\n",
    "Skills.csv": f"title,text\nStones,{WORDS}\n",
}
PREFERENCES: Final = (
    "Locations,Industries,Dream Companies,Introduction Statement,Open To Recruiters\n"
    f"Oslo,Tools,Acme,{WORDS},Yes\n"
)
ANSWERS: Final = f"Question,Answer\nWhy do you want to work here?,{WORDS}\n"


@pytest.mark.parametrize("name", OWN)
def test_a_table_of_one_s_own_beside_an_archive_is_read(
    tmp_path: Path, read_paths: ReadPaths, name: str
) -> None:
    files = payload("linkedin")
    before = len(read_paths(unpacked(tmp_path / "a", files)).posts)
    files.pop(name.lower(), None)
    files[name] = OWN[name].encode()
    found = read_paths(unpacked(tmp_path / "b", files))
    assert found.errors == []
    assert len(found.posts) == before + 1
    assert [WORDS in post.text for post in found.posts].count(True) == 1


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("Jobs/Job Seeker Preferences.csv", PREFERENCES),
        ("Jobs/Job Applicant Saved Answers.csv", ANSWERS),
        ("Job Seeker Preferences_12.csv", PREFERENCES),
    ],
)
def test_a_table_of_the_archive_in_a_folder_is_no_post_packed_or_not(
    tmp_path: Path, read_paths: ReadPaths, name: str, table: str
) -> None:
    files = payload("linkedin")
    before = read_paths(unpacked(tmp_path / "a", files))
    files[name] = table.encode()
    for found in (
        read_paths(unpacked(tmp_path / "b", files)),
        read_paths(zipped(tmp_path / "b.zip", files)),
    ):
        assert found.posts == before.posts
        assert found.left_out - before.left_out == {"profile_texts": 1}


def test_a_table_that_is_not_known_is_named_where_it_is_packed(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = payload("linkedin") | {"New Things.csv": f"Thing,Said\nA,{WORDS}\n".encode()}
    found = read_paths(zipped(tmp_path / "a.zip", files))
    [named] = [kind for kind in found.left_out if kind.startswith("unknown_fields:")]
    assert "New Things.csv" in named


@pytest.mark.parametrize("name", ["New Things.csv", "Events.csv", "Jobs/Letters.csv"])
def test_a_table_that_is_not_known_is_no_post_where_it_is_unpacked_and_named_with_a_remedy(
    tmp_path: Path, read_paths: ReadPaths, name: str
) -> None:
    files = payload("linkedin")
    before = read_paths(unpacked(tmp_path / "a", files))
    files[name] = f"Name,Description\nOpen day,{WORDS}\n".encode()
    folder = unpacked(tmp_path / "b", files)
    found = read_paths(folder)
    assert found.posts == before.posts
    assert found.left_out - before.left_out == {f"tables_beside:{name!r}": 1}
    assert read_paths(folder / name).only.text == WORDS


@pytest.mark.parametrize("words", ["my private note words here", "Oak", "橡木"])
def test_a_table_that_is_not_known_is_named_however_little_it_says(
    tmp_path: Path, read_paths: ReadPaths, words: str
) -> None:
    files = payload("linkedin")
    before = read_paths(unpacked(tmp_path / "a", files))
    files["Notes.csv"] = f"Created,Note\n2026-01-01,{words}\n".encode()
    unpacked_one = read_paths(unpacked(tmp_path / "b", files))
    packed = read_paths(zipped(tmp_path / "b.zip", files))

    assert unpacked_one.posts == packed.posts == before.posts
    assert unpacked_one.left_out - before.left_out == {"tables_beside:'Notes.csv'": 1}
    [named] = packed.left_out - before.left_out
    assert "Notes.csv" in named


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("Counts.csv", "Day,Count\n2026-01-01,5\n"),
        ("Counts.csv", "Day,Count\n"),
        ("Skills.csv", "Kenntnis\nOak Working\n"),
        ("Connections.csv", "Vorname,Nachname,Firma\nBen,Moor,Oak and Sons\n"),
    ],
)
def test_a_table_without_words_is_not_named(
    tmp_path: Path, read_paths: ReadPaths, name: str, table: str
) -> None:
    files = payload("linkedin")
    before = read_paths(unpacked(tmp_path / "a", files)).left_out
    files[name] = table.encode()
    found = read_paths(unpacked(tmp_path / "b", files))

    assert not [kind for kind in found.left_out - before if name in kind]


def test_a_member_in_a_folder_that_is_not_known_is_named_where_it_is_packed(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = payload("linkedin") | {"Notes/Plans.csv": f"Plan,Said\nA,{WORDS}\n".encode()}
    found = read_paths(zipped(tmp_path / "a.zip", files))
    assert found.left_out["members:'Notes/Plans.csv'"] == 1


SHARES: Final = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility,Alt Text,Poll"
LINK: Final = "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7001"


@pytest.mark.parametrize(
    ("head", "row", "named"),
    [
        (SHARES, f"2026-01-03 09:00:00,{LINK},Words,https://a.example,x,ALL,A tiller,",
         ["Alt Text"]),
        (SHARES, f"2026-01-03 09:00:00,{LINK},Words,,,MEMBER_NETWORK,a,b", ["Alt Text", "Poll"]),
        ("Date,Link,Message,ReplyMessage", f"2026-01-03 10:00:00,{LINK},I would.,And I.",
         ["ReplyMessage"]),
        ("Fecha,Enlace,Comentario,Respuesta", f"2026-01-03 10:00:00,{LINK},{WORDS},{WORDS}",
         ["Respuesta"]),
        ("Fecha,Enlace,Comentario,Estado", f"2026-01-03 10:00:00,{LINK},{WORDS},abierto", []),
        ("Date,Link,Message,", f"2026-01-03 10:00:00,{LINK},I would.,x", []),
    ],
)  # fmt: skip
def test_a_new_column_of_posts_is_named_where_it_holds_anything(
    tmp_path: Path, read_paths: ReadPaths, head: str, row: str, named: list[str]
) -> None:
    files = payload("linkedin")
    before = read_paths(unpacked(tmp_path / "a", files)).left_out
    table = "Shares" if head == SHARES else "Comments"
    name = next(each for each in files if each.endswith(f"{table}.csv"))
    files[name] = f"{head}\n{row}\n".encode()
    found = read_paths(unpacked(tmp_path / "b", files))
    newer = [kind for kind in found.left_out if kind not in before and "unknown" in kind]
    assert [kind.rpartition(": ")[2].strip("'") for kind in newer] == named
