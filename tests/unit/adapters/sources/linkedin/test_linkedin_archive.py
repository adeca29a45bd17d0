from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.sources.linkedin.dates import archive_date, is_day_first
from index.posts import Post
from tests.fakes.archives import payload, unpacked, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import Found, ReadFile, ReadPaths


LINK = "https://www.linkedin.com/feed/update/urn:li:activity:"
LONG = "A long sentence that somebody has written"


@pytest.fixture
def files() -> dict[str, bytes]:
    return payload("linkedin")


@pytest.fixture
def found(tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths) -> Found:
    """The recorded archive, read from a zip."""
    return read_paths(zipped(tmp_path / "data.zip", files))


def by_id(found: Found) -> dict[str, Post]:
    return {post.id: post for post in found.posts}


def test_a_share_is_a_post_with_its_line_ends_and_quotes_as_written(found: Found) -> None:
    assert found.errors == []
    assert by_id(found)["linkedin:share/7001"] == Post(
        id="linkedin:share/7001",
        source="LinkedIn",
        text='The heap sleeps in winter, "they" say.\n\nCover it with straw.',
        author="Ada Quill",
        url="https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7001",
        posted_at=datetime(2024, 3, 1, 9, tzinfo=UTC),
    )


def test_a_comment_belongs_to_the_post_that_it_is_on(found: Found) -> None:
    own = by_id(found)["linkedin:comment/7001/8001"]
    [other] = [post for post in found.posts if "without a date" in post.text]

    assert own.parent_id == "linkedin:share/7001"
    assert own.text == 'My uncle calls it "black gold", and he is right.\nTwice.'
    assert (other.parent_id, other.posted_at) == ("linkedin:activity/7100", None)


def test_an_article_is_a_post_with_its_title_and_a_draft_is_none(found: Found) -> None:
    assert by_id(found)["linkedin:article/ten-years-compost-ada"] == Post(
        id="linkedin:article/ten-years-compost-ada",
        source="LinkedIn",
        title="Ten years of compost",
        text="I began with a bucket.\n\nWorms\n\nThey came by themselves.",
        author="Ada Quill",
        url="https://www.linkedin.com/pulse/ten-years-compost-ada",
        posted_at=datetime(2024, 2, 25, 0, 9, tzinfo=UTC),
    )
    assert not [post for post in found.posts if "Nobody may read" in post.text]


def test_what_only_connections_see_is_for_them(found: Found) -> None:
    assert {post.audience for post in found.posts} == {"everyone", "linkedin:connections"}
    assert by_id(found)["linkedin:ugcPost/7003"].audience == "linkedin:connections"


def test_messages_reactions_and_reposts_without_a_word_are_no_posts(found: Found) -> None:
    assert len(found.posts) == 5


@pytest.mark.parametrize("root", ["", "Complete_LinkedInDataExport/"])
def test_a_folder_gives_the_same_posts_as_its_zip(
    tmp_path: Path, files: dict[str, bytes], found: Found, root: str, read_paths: ReadPaths
) -> None:
    rooted = {root + name: data for name, data in files.items()}

    assert read_paths(unpacked(tmp_path / "unpacked", rooted)) == found
    assert read_paths(zipped(tmp_path / "rooted.zip", rooted)) == found


def test_names_with_the_number_of_a_member_are_known(
    tmp_path: Path, files: dict[str, bytes], found: Found, read_paths: ReadPaths
) -> None:
    files["Shares_17529409.csv"] = files.pop("Shares.csv")

    assert by_id(read_paths(zipped(tmp_path / "a.zip", files))) == by_id(found)


def test_columns_are_known_in_french(read_file: ReadFile) -> None:
    shares = (
        "Date,Lien de partage,Commentaire de partage,Visibilité\n"
        f"03/04/2024 10:30,{LINK}1,Le tas dort en hiver.,PUBLIC\n"
    )
    comments = f"Date,Lien,Commentaire\n15 janv. 2024 à 10:22,{LINK}1,Bravo !\n"
    share = read_file(shares, "Partages.csv").only
    comment = read_file(comments, "Commentaires.csv").only

    assert (share.id, share.text) == ("linkedin:activity/1", "Le tas dort en hiver.")
    assert share.posted_at == datetime(2024, 4, 3, 10, 30, tzinfo=UTC)
    assert comment.posted_at == datetime(2024, 1, 15, 10, 22, tzinfo=UTC)
    assert comment.parent_id == "linkedin:activity/1"


def test_columns_in_another_language_are_known_by_what_they_hold(read_file: ReadFile) -> None:
    rows = "".join(f"2024-05-0{n} 10:00:00,{LINK}{n},,{LONG} {n}.,PUBLIC\n" for n in (1, 2, 3))
    posts = read_file(f"Datum,Verknüpfung,Bild,Beitrag,Sicht\n{rows}", "Beiträge.csv").posts

    assert [post.text for post in posts] == [f"{LONG} {n}." for n in (1, 2, 3)]
    assert posts[0].id == "linkedin:activity/1"
    assert {post.kind for post in posts} == {"post"}


def test_comments_in_another_language_are_known_by_their_few_columns(read_file: ReadFile) -> None:
    post = read_file(f"Datum,Ort,Wort\n2024-05-01,{LINK}1,{LONG}.\n", "Stimmen.csv").only

    assert (post.kind, post.parent_id) == ("comment", "linkedin:activity/1")


def test_the_other_tables_of_an_archive_are_not_posts(
    files: dict[str, bytes], read_file: ReadFile
) -> None:
    for name in ("Reactions.csv", "messages.csv", "Connections.csv"):
        assert not read_file(files[name], name).posts


def test_our_own_table_beside_an_archive_is_read_as_ever(
    tmp_path: Path, files: dict[str, bytes], found: Found, read_paths: ReadPaths
) -> None:
    files["bikes.csv"] = b"id,text\n1,The chain is oiled on Fridays.\n"
    both = read_paths(unpacked(tmp_path / "a", files))

    assert both.errors == []
    assert len(both.posts) == len(found.posts) + 1


def test_a_table_in_another_encoding_is_refused_and_the_rest_is_read(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    files["Comments.csv"] = f"Date,Link,Message\n,{LINK}1,Déjà vu\n".encode("cp1252")
    path = zipped(tmp_path / "a.zip", files)
    found = read_paths(path)

    assert len(found.posts) == 3
    assert found.error.file == f"{path}/Comments.csv"
    assert "is not UTF-8 (it looks like Windows-1252 encoding)" in found.error.problem


def test_an_address_of_another_form_names_its_post_as_well(read_file: ReadFile) -> None:
    link = "https://www.linkedin.com/posts/ada-quill_compost-activity-71-Ab"
    post = read_file(f"Date,ShareLink,ShareCommentary\n,{link},Bravo\n", "Shares.csv").only

    assert post.id == "linkedin:activity/71"


def test_short_words_beside_links_are_clicks_and_no_texts(read_file: ReadFile) -> None:
    found = read_file(f"Datum,Ort,Art\n2024-05-01,{LINK}1,gut so\n", "Klicks.csv")

    assert found.posts == []


def test_a_profile_that_cannot_be_read_leaves_the_author_open(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    files["Profile.csv"] = b"First Name,Last Name\n\xff,Quill\n"
    found = read_paths(zipped(tmp_path / "a.zip", files))

    assert {post.author for post in found.posts} == {None}
    assert found.error.file.endswith("a.zip/Profile.csv")


def test_an_article_of_another_make_is_its_text(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    files["Articles/Articles/compost.html"] = b"<html><body><p>Just words.</p></body></html>"
    files["Articles/Articles/draft.html"] = b"<html></html>"
    found = read_paths(zipped(tmp_path / "a.zip", files))

    [article] = [post for post in found.posts if ":article/" in post.id]
    assert (article.text, article.title, article.posted_at) == ("Just words.", "", None)


def test_a_table_of_posts_that_is_none_any_more_is_told(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    files["Comments.csv"] = b"\n"
    found = read_paths(zipped(tmp_path / "a.zip", files))

    assert len(found.posts) == 3
    assert "no table of posts or comments" in found.error.problem


def test_dates_that_cannot_be_read_are_told_and_the_posts_are_kept(read_file: ReadFile) -> None:
    found = read_file(f"Date,Link,Message\nsoon,{LINK}1,Bravo\n", "Comments.csv")

    assert found.posts[0].posted_at is None
    assert found.error.problem == ("1 of its dates cannot be read ('soon'): these posts have none")


def test_a_row_that_a_stray_quote_tore_apart_is_refused(read_file: ReadFile) -> None:
    found = read_file(f"Date,Link,Message\n,{LINK}1,a,b\n,{LINK}1,c\n", "Comments.csv")

    assert [post.text for post in found.posts] == ["c"]
    assert found.error.problem.startswith("row 2 has 4 cells, but the header has 3")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-01-15 10:22:33", datetime(2024, 1, 15, 10, 22, 33, tzinfo=UTC)),
        ("2024-01-15 10:22:33 UTC", datetime(2024, 1, 15, 10, 22, 33, tzinfo=UTC)),
        ("2024/01/15", datetime(2024, 1, 15, tzinfo=UTC)),
        ("1/15/24, 10:22 PM", datetime(2024, 1, 15, 22, 22, tzinfo=UTC)),
        ("15 Jan 2024", datetime(2024, 1, 15, tzinfo=UTC)),
        ("Jan 15, 2024, 12:05 AM", datetime(2024, 1, 15, 0, 5, tzinfo=UTC)),
        ("15 août 2024 à 10:22", datetime(2024, 8, 15, 10, 22, tzinfo=UTC)),
        ("mardi 5 mars 2024", datetime(2024, 3, 5, tzinfo=UTC)),
        ("Sat Sep 05 08:12:14 UTC 2026", datetime(2026, 9, 5, 8, 12, 14, tzinfo=UTC)),
        ("2024-02-31", None),
        ("Jan 15", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_are_read_in_the_forms_that_occur(text: str, expected: datetime | None) -> None:
    assert archive_date(text, day_first=False) == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["03/04/2024", "13/04/2024"], True),
        (["03/04/2024", "04/13/2024"], False),
        (["03.04.2024"], True),
        (["03/04/2024"], None),
    ],
)
def test_other_dates_of_a_column_tell_which_number_is_the_day(
    dates: list[str], expected: bool | None
) -> None:
    for otherwise in (True, False):
        told = is_day_first(dates, otherwise=otherwise)
        assert told == (otherwise if expected is None else expected)


@given(st.text() | st.from_regex(r"[0-9/:. -]{1,24}(jan|mai)?[0-9]{0,5}"), st.booleans())
def test_no_date_raises(text: str, day_first: bool) -> None:
    moment = archive_date(text, day_first=day_first)

    assert moment is None or moment.tzinfo is UTC


def test_blank_lines_between_quotes_are_blank_lines(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    head = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
    for number, blank in enumerate(('"', '""')):
        said = f'One."\n{blank}\n"Two.'.replace('"', '""')
        row = f'2024-03-01 09:00:00,{LINK}70{number},"{said}",,,MEMBER_NETWORK\n'
        path = zipped(tmp_path / f"{number}.zip", {**files, "Shares.csv": (head + row).encode()})
        texts = [post.text for post in read_paths(path).posts]
        assert "One.\n\nTwo." in texts
