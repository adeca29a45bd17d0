from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from index.embedding.encoder import BUNDLED, model_name
from index.given_posts import GivenPosts
from index.ingest.answer_evidence import MOST_ANSWERS, answers_in
from index.ingest.reindex import reindex
from index.posts import Evidence
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.embedding.encoder import OpenEncoder
    from index.ingest.indexer import Indexer
    from index.posts import Post
    from index.sqlite.store import Store

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
ASKED = post("Which paint holds in brackish water?", "q", author="Ada", posted_at=NOON)


def said(text: str, name: str, author: str | None, parent: str = "q") -> Post:
    when = NOON + timedelta(minutes=int(name))
    return post(text, name, author=author, parent=parent, posted_at=when)


EPOXY = said("Hard epoxy with copper, two coats.", "1", "Bob")
TAR = said("Tar, as my grandfather did.", "2", "Cleo")


def kinds(*replies: Post, below: tuple[Post, ...] = (), is_solved: bool = False) -> dict[str, str]:
    further: dict[str, list[Post]] = {}
    for each in below:
        further.setdefault(each.parent_id or "", []).append(each)
    found = answers_in(ASKED, replies, further, is_solved=is_solved)
    return {each.answer.removeprefix("notes:"): each.kind for each in found}


def test_a_reply_by_somebody_else_may_answer() -> None:
    assert kinds(EPOXY, TAR) == {"1": "replied", "2": "replied"}


@pytest.mark.parametrize("text", ["+1", "Same here!", "Which kind of boat is it?"])
def test_small_talk_and_questions_answer_nothing(text: str) -> None:
    assert kinds(said(text, "1", "Bob")) == {}


def test_what_the_asker_adds_or_nobody_is_known_to_have_said_only_stands_below() -> None:
    own, nobody = said("It is a steel boat.", "1", "Ada"), said("Use tar.", "2", None)
    assert kinds(own, nobody) == {"1": "below", "2": "below"}


@pytest.mark.parametrize(
    "thanks",
    [
        "Thanks Bob, that worked!",
        "thank you!",
        "Merci, ça marche maintenant.",
        "¡Gracias! Ya funciona.",
        "Danke, jetzt klappt es.",
        "Solved ✅",
    ],
)
def test_who_asked_thanks_for_what_was_said_just_before(thanks: str) -> None:
    found = kinds(EPOXY, TAR, said(thanks, "3", "Ada"))
    assert list(found.items()) == [("2", "thanked"), ("1", "replied")]
    found = kinds(EPOXY, TAR, below=(said(thanks, "3", "Ada", parent="1"),))
    assert list(found.items()) == [("1", "thanked"), ("2", "replied")]


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, but that did not work.",
        "Thanks in advance!",
        "Merci d'avance.",
        "Gracias, pero no.",
        "Danke, aber es geht nicht.",
        "Thanks! And which roller?",
        "No thanks.",
    ],
)
def test_thanks_for_what_did_not_help_tell_nothing(text: str) -> None:
    assert "thanked" not in kinds(EPOXY, said(text, "3", "Ada")).values()


def test_thanks_by_others_or_before_any_reply_tell_nothing() -> None:
    assert "thanked" not in kinds(EPOXY, said("Thanks, that worked!", "3", "Cleo")).values()
    early = post("Thanks!", "0", author="Ada", parent="q", posted_at=NOON)
    assert "thanked" not in kinds(early, EPOXY).values()


def test_thanks_are_for_the_last_statement_and_not_for_small_talk_in_between() -> None:
    found = kinds(EPOXY, said("+1", "2", "Cleo"), said("Thanks, that worked!", "3", "Ada"))
    assert found["1"] == "thanked"


def test_thanks_are_for_all_that_one_person_said_before_them_but_not_for_what_they_asked() -> None:
    asks, answers = said("Is it a steel boat?", "1", "Bob"), said("Then epoxy.", "2", "Bob")
    adds, ends = said("Two coats of it.", "3", "Bob"), said("Thanks, that worked!", "4", "Ada")
    assert kinds(asks, answers, adds, ends) == {"2": "thanked", "3": "thanked"}
    other = said("Or tar.", "2", "Cleo")
    assert kinds(said("Epoxy.", "1", "Bob"), other, adds, ends)["1"] == "replied"


@pytest.mark.parametrize(
    "text", ["Ada: yes", "!paint | Ada", "!epoxy", "Cleo: thanks, that worked!"]
)
def test_what_is_said_to_somebody_or_to_a_bot_alone_answers_nothing(text: str) -> None:
    assert kinds(said(text, "1", "Bob")) == {}


def test_a_question_that_helped_is_an_answer() -> None:
    hint = said("Did you sand it first?", "1", "Bob")
    assert kinds(hint, said("That did it, thanks!", "2", "Ada"))["1"] == "thanked"


@pytest.mark.parametrize(
    "text",
    [
        "It still does not work.",
        "The error is back.",
        "It happens again since this morning.",
        "Ça ne marche plus.",
        "Toujours pas…",
        "Sigue sin funcionar.",
        "Geht leider doch nicht.",
    ],
)
def test_a_thread_that_its_asker_opens_again_is_solved_no_more(text: str) -> None:
    thanks, back = said("Thanks, that worked!", "3", "Ada"), said(text, "4", "Ada")
    assert kinds(EPOXY, TAR, thanks)["2"] == "thanked"
    assert "thanked" not in kinds(EPOXY, TAR, thanks, back).values()
    assert "solved" not in kinds(EPOXY, TAR, thanks, back, is_solved=True).values()
    again = said("Copper paint then.", "5", "Bob"), said("That did it, thanks!", "6", "Ada")
    found = kinds(EPOXY, TAR, thanks, back, *again)
    assert (found["2"], found["5"]) == ("replied", "thanked")


def test_what_others_say_of_it_opens_no_thread_again() -> None:
    thanks, other = said("Thanks!", "3", "Ada"), said("It still does not work.", "4", "Cleo")
    assert kinds(EPOXY, TAR, thanks, other)["2"] == "thanked"


def test_a_tag_says_of_what_was_thanked_for_last_that_it_solved_the_question() -> None:
    replies = (EPOXY, said("Thanks!", "2", "Ada"), said("Use tar, too.", "3", "Cleo"))
    assert kinds(*replies, said("That worked!", "4", "Ada"), is_solved=True) == {
        "3": "solved",
        "1": "thanked",
    }
    assert "solved" not in kinds(EPOXY, TAR, is_solved=True).values()


def test_only_so_many_answers_are_kept_the_strongest_of_them() -> None:
    many = [said(f"Paint number {number} holds.", str(number), "Bob") for number in range(1, 30)]
    found = kinds(*many, said("Thanks, that worked!", "30", "Ada"))
    assert len(found) == MOST_ANSWERS
    assert [*found.items()][:4] == [
        *((str(number), "thanked") for number in (27, 28, 29)),
        ("1", "replied"),
    ]


def test_accounts_tell_who_asked_whatever_the_names() -> None:
    asked = post(ASKED.text, "q", author="Ada", author_id="slack:T1/U1")
    same = post("It is steel.", "1", author="Ada L.", author_id="slack:T1/U1", parent="q")
    other = post("Use tar.", "2", author="Ada", author_id="slack:T1/U2", parent="q")
    found = answers_in(asked, [same, other], {})
    assert [each.kind for each in found] == ["replied", "below"]


def evidence_in(store: Store) -> list[tuple[str, str]]:
    return [(each.answer, each.kind) for each in store.evidence_of([ASKED.id])]


def test_what_answers_is_worked_out_when_posts_are_stored_in_any_order(
    save: Callable[..., None], store: Store
) -> None:
    save(EPOXY)
    assert evidence_in(store) == []
    save(said("That worked, thanks!", "3", "Ada", parent="1"))
    save(ASKED)
    assert evidence_in(store) == [(EPOXY.id, "thanked")]


def test_it_changes_with_the_thread(
    save: Callable[..., None], store: Store, indexer: Indexer
) -> None:
    thanks = said("That worked, thanks!", "3", "Ada", parent="1")
    save(ASKED, EPOXY)
    assert evidence_in(store) == [(EPOXY.id, "replied")]
    save(thanks)
    assert evidence_in(store) == [(EPOXY.id, "thanked")]
    save(said("It peeled off after an hour.", "3", "Ada", parent="1"))
    assert evidence_in(store) == [(EPOXY.id, "replied")]
    save(thanks)
    indexer.remove([thanks.id])
    assert evidence_in(store) == [(EPOXY.id, "replied")]
    save(post("I have painted the boat.", "q", author="Ada", posted_at=NOON))
    assert evidence_in(store) == []


def test_a_reply_that_is_moved_answers_there(save: Callable[..., None], store: Store) -> None:
    other = post("Which tar holds?", "r", author="Ada", posted_at=NOON)
    save(ASKED, other, EPOXY)
    save(said(EPOXY.text, "1", "Bob", parent="r"))
    assert evidence_in(store) == []
    assert store.evidence_of([other.id]) == [Evidence(other.id, EPOXY.id, "replied")]


def test_a_mark_stays_with_an_edited_post_and_goes_with_a_removed_one(
    save: Callable[..., None], store: Store, indexer: Indexer
) -> None:
    save(ASKED, EPOXY)
    with store.writing():
        store.state_evidence([Evidence(ASKED.id, EPOXY.id, "marked")])
    save(said("Hard epoxy.", "1", "Bob"))
    assert evidence_in(store)[0] == (EPOXY.id, "marked")
    indexer.remove([EPOXY.id])
    save(EPOXY)
    assert evidence_in(store) == [(EPOXY.id, "replied")]


def test_an_accepted_answer_is_one_until_its_page_says_otherwise(
    save: Callable[..., None], store: Store, indexer: Indexer
) -> None:
    def read(*, is_accepted: bool | None) -> int:
        answer = post(EPOXY.text, "1", author="Bob", parent="q", is_accepted=is_accepted)
        return indexer.import_posts([GivenPosts([answer])]).changed

    save(ASKED)
    read(is_accepted=True)
    assert evidence_in(store) == [(EPOXY.id, "accepted"), (EPOXY.id, "replied")]
    assert read(is_accepted=True) == 0
    assert read(is_accepted=None) == 0
    assert evidence_in(store)[0] == (EPOXY.id, "accepted")
    assert read(is_accepted=False) == 1
    assert evidence_in(store) == [(EPOXY.id, "replied")]


def test_a_thread_is_solved_until_its_tag_is_taken_off(
    save: Callable[..., None], store: Store, indexer: Indexer
) -> None:
    def read(*, is_solved: bool | None) -> int:
        asked = replace(ASKED, is_solved=is_solved)
        return indexer.import_posts([GivenPosts([asked])]).changed

    save(ASKED, EPOXY, said("That worked, thanks!", "2", "Ada"))
    assert read(is_solved=True) == 1
    assert evidence_in(store)[0] == (EPOXY.id, "solved")
    assert read(is_solved=True) == read(is_solved=None) == 0
    assert read(is_solved=False) == 1
    assert evidence_in(store)[0] == (EPOXY.id, "thanked")


def test_a_full_reindex_works_it_out_for_what_an_older_version_stored(
    save: Callable[..., None], store: Store, open_bundled: OpenEncoder
) -> None:
    save(ASKED, EPOXY)
    with store.writing():
        store.put_evidence([ASKED.id], ())
    assert evidence_in(store) == []
    reindex(store, open_bundled, model_name(BUNDLED), full=True)
    assert evidence_in(store) == [(EPOXY.id, "replied")]


def test_a_message_of_no_thread_costs_a_few_lookups_more(
    save: Callable[..., None], store: Store
) -> None:
    save(ASKED, EPOXY)
    executed: list[str] = []
    store.connection.set_trace_callback(executed.append)
    save(post("The goats graze behind the school.", "9"))
    alone = [sql for sql in executed if "evidence" in sql or "asked.value" in sql]
    executed.clear()
    save(said("That worked, thanks!", "3", "Ada", parent="1"))
    store.connection.set_trace_callback(None)
    assert len(alone) <= 5  # two of them look up whether it changed
    assert len([sql for sql in executed if "asked.value" in sql]) == 2
