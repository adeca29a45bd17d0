"""Posts from the web: fetched when allowed, asked again, and never dropped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.terminal.test_at_a_terminal import typed
from tests.fakes.sites import Site, feed, page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

NOW = ("--yes", "--allow-private")


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve pages on loopback."""
    with Site() as opened:
        yield opened


def texts(pullquote: Pullquote) -> list[str]:
    return [post["text"] for post in pullquote("export").lines]


def test_a_feed_and_a_page_are_imported_and_answer_with_their_address(
    pullquote: Pullquote, site: Site
) -> None:
    feed_url = site.put("/feed", feed(swarm="The bees swarm in May."))
    page_url = site.put("/oven", page("The oven is lit on Fridays.", "The oven"))

    result = pullquote("import", feed_url, page_url, *NOW)

    assert (result.code, result.out) == (
        0,
        "2 new, 0 changed, 0 unchanged, 0 removed, 0 refused\n",
    )
    [excerpt] = pullquote("ask", "when is the oven lit?", "--json").json["excerpts"]
    assert (excerpt["url"], excerpt["source"]) == (page_url, "127.0.0.1")
    again = pullquote("import", feed_url, page_url, *NOW)
    assert again.out.startswith("0 new, 0 changed, 2 unchanged")


def test_nothing_is_asked_of_the_web_unless_somebody_said_so(
    pullquote: Pullquote, site: Site
) -> None:
    url = site.put("/feed", feed(swarm="The bees swarm in May."))

    result = pullquote("import", url, "--allow-private")
    assert (result.code, result.err) == (2, f"{url} is on the web: give --yes to have it fetched\n")
    code, shown = typed("n\n", "import", url, "--allow-private")
    assert (code, f"Fetch {url} from the web? [y/N]" in shown) == (1, True)
    assert site.asked == []

    code, shown = typed("y\n", "import", url, "--allow-private")
    assert (code, "1 new" in shown) == (0, True)
    assert site.paths() == ["/feed"]


def test_this_machine_is_not_asked_unless_somebody_said_so(
    pullquote: Pullquote, site: Site
) -> None:
    url = site.put("/feed", feed(swarm="The bees swarm in May."))
    result = pullquote("import", url, "--yes")
    assert result.code == 1
    assert f"refused: {url}: 127.0.0.1 is this machine or in its own network" in result.err
    assert site.asked == []


def test_a_file_beside_an_address_is_imported_whatever_becomes_of_that(
    pullquote: Pullquote, site: Site
) -> None:
    Path("bees.txt").write_text("The bees swarm in May.")
    result = pullquote("import", "bees.txt", f"{site.url}/none", *NOW)
    assert (result.code, result.out[:5]) == (1, "1 new")
    assert "nothing is there (status 404)" in result.err


def test_refreshing_brings_what_is_new_and_drops_nothing(pullquote: Pullquote, site: Site) -> None:
    site.put("/feed", feed(a="The bees swarm.", b="The oven is lit."), ETag='"v1"')
    pullquote("import", f"{site.url}/feed", *NOW)

    same = pullquote("refresh", "--allow-private")
    assert same.out == ("1 address asked, 1 of them unchanged.\n")
    assert site.asked[-1][1]["If-None-Match"] == '"v1"'

    site.put("/feed", feed(b="The oven is cold.", c="The goats graze."), ETag='"v2"')
    newer = pullquote("refresh", "--allow-private")
    assert newer.out.startswith(
        "1 address asked, 0 of them unchanged.\n1 new, 1 changed, 0 unchanged"
    )
    assert sorted(texts(pullquote)) == ["The bees swarm.", "The goats graze.", "The oven is cold."]
    assert pullquote("refresh", "--allow-private").out.startswith(
        "1 address asked, 1 of them unchanged."
    )


def test_a_page_that_is_gone_is_named_and_its_post_stays(pullquote: Pullquote, site: Site) -> None:
    pages = [site.put(f"/{name}", page(f"The {name} is lit.")) for name in ("oven", "kiln")]
    pullquote("import", *pages, *NOW)
    site.put("/oven", status=410)

    result = pullquote("refresh", "--allow-private")

    assert result.code == 1
    assert f"refused: {pages[0]}: nothing is there (status 410)" in result.err
    assert result.out.endswith("0 new, 0 changed, 1 unchanged, 0 removed, 1 refused\n")
    assert len(texts(pullquote)) == 2


def test_what_was_said_at_the_import_holds_when_it_is_refreshed(
    pullquote: Pullquote, site: Site
) -> None:
    url = site.put("/feed", feed(a="The bees swarm."))
    pullquote("import", url, "--source", "garden", "--audience", "slack:C1", *NOW)
    site.put("/feed", feed(a="The bees swarm.", b="The goats graze."))
    pullquote("refresh", "--allow-private")
    posts = pullquote("export").lines
    assert {(each["source"], each["audience"]) for each in posts} == {("garden", "slack:C1")}
    assert len(posts) == 2


def test_a_source_that_was_forgotten_is_not_asked_again(pullquote: Pullquote, site: Site) -> None:
    pullquote("import", site.put("/feed", feed(a="The bees swarm.")), *NOW)
    pullquote("forget", "--source", "Garden notes", "--yes")

    result = pullquote("refresh", "--allow-private")

    assert result.out == (
        "No address is known here: bring one in with `pullquote import https://…`.\n"
    )
    assert site.paths() == ["/feed"]


def test_an_author_who_was_forgotten_stays_out_when_a_feed_is_refreshed(
    pullquote: Pullquote, site: Site
) -> None:
    entries = feed(a="The bees swarm.", b="The goats graze.")
    entry = b"<item><guid>a</guid>"
    signed = entries.replace(entry, entry + b"<author>Mira Lopez</author>")
    pullquote("import", site.put("/feed", signed), *NOW)
    assert pullquote("forget", "--author", "Mira Lopez", "--yes").out == "Removed: 1.\n"

    assert "1 left out: forgotten" in pullquote("refresh", "--allow-private").out
    assert texts(pullquote) == ["The goats graze."]


def test_an_address_is_asked_no_more_when_told_and_its_posts_stay(
    pullquote: Pullquote, site: Site
) -> None:
    feed_url = site.put("/feed", feed(a="The bees swarm."))
    page_url = site.put("/oven", page("The oven is lit."))
    pullquote("import", feed_url, page_url, *NOW)

    wrong = pullquote("refresh", "--stop", f"{site.url}/fed")
    assert (wrong.code, f"what it asks: {feed_url}, {page_url}" in wrong.err) == (2, True)
    stopped = pullquote("refresh", "--stop", feed_url)
    assert stopped.out == f"refresh asks {feed_url} no more; its posts stay.\n"
    assert pullquote("refresh", "--allow-private").out.startswith("1 address asked,")
    assert sorted(site.paths()) == ["/feed", "/oven", "/oven"]
    assert len(texts(pullquote)) == 2


def test_more_addresses_than_are_held_at_once_are_all_asked(
    pullquote: Pullquote, site: Site
) -> None:
    pages = [site.put(f"/{n}", page(f"Hut {n} is open."), ETag=f'"{n}"') for n in range(19)]
    pullquote("import", *pages, *NOW)
    site.put("/3", page("Hut 3 is closed."), ETag='"new"')
    out = pullquote("refresh", "--allow-private").out
    assert out.startswith(
        "19 addresses asked, 18 of them unchanged.\n0 new, 1 changed, 0 unchanged"
    )


def test_a_preview_of_an_address_stores_nothing(pullquote: Pullquote, site: Site) -> None:
    url = site.put("/feed", feed(a="The bees swarm."))
    assert pullquote("import", url, "--dry-run", *NOW).out.startswith("Would be: 1 new")
    assert not Path("data/pullquote.db").exists()


def test_addresses_are_told_in_french(
    pullquote: Pullquote, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    url = site.put("/feed", feed(a="Les abeilles essaiment."))
    asked = pullquote("import", url)
    assert asked.err == f"{url} est sur le web : donnez --yes pour aller l’y chercher\n"
    assert "donnez --allow-private si c’est bien" in pullquote("import", url, "--yes").err
    assert pullquote("refresh").out.startswith("Aucune adresse n’est connue ici")
    pullquote("import", url, *NOW)
    assert "1 adresse consultée, dont 0 sans changement." in pullquote("refresh", *NOW[1:]).out
