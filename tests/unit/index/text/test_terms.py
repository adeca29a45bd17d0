from __future__ import annotations

import re
from random import Random
from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text import terms as terms_module
from index.text.terms import asked_terms, spelled_out, terms, versions
from index.text.words import folded, stem_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.text.language import Language


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ("le sous-traitant passe", {"sous", "trait", "soustrait"}),
        ("un co-voiturage du soir", {"co", "voiturag", "covoiturag"}),
        ("version 1.4.2 is out", {"1.4.2", "1", "4", "2"}),
        ("v1.4.2", {"1.4.2"}),
        ("1,234 people", {"1234"}),
        ("3,50 €", {"3.50", "€"}),
        ("€8 or 12%", {"€", "%", "8", "12"}),
        ("休暇の申請", {"休暇", "申請"}),
        ("船厂大门", {"船厂", "厂大", "大门"}),
        ("창고 열쇠는", {"창고", "열쇠", "쇠는"}),
        ("Slackで確認", {"slack", "確認"}),
        ("C++ and C#", {"c++", "c#"}),
    ],
)
def test_a_text_is_found_by_its_words_and_by_what_is_one_without_being_a_word(
    written: str, held: set[str]
) -> None:
    assert held <= set(terms(written, "fr"))


def test_a_verb_with_its_pronoun_is_no_word() -> None:
    assert "peuton" not in terms("Peut-on entrer ?", "fr")


def test_another_version_is_another_term() -> None:
    assert "1.4.2" not in terms("1.4.12 is out", "en")
    assert [each.word for each in asked_terms("Is 1.4.2 out?")] == ["1.4.2", "out"]
    assert versions("1.4.2, 1.4.12 and 3.5") == {"1.4.2", "1.4.12"}


def test_a_sign_is_its_word() -> None:
    same = {each.word: each.same for each in asked_terms("How many euros is entry, or %?")}
    assert "€" in same["euros"]
    assert "percent" in same["%"]
    assert spelled_out("Entry is €8.").split()[-2:] == ["euros", "8."]


@pytest.mark.parametrize(
    ("question", "sought"),
    [
        ("休暇の申請はどこから行いますか？", ["休暇", "申請", "行"]),
        ("船厂的大门几点打开？", ["船厂", "大门", "打开"]),
        ("창고 열쇠는 어디에 있나요?", ["창고", "열쇠", "쇠는"]),
        ("Où est-ce que c'est ?", []),
    ],
)
def test_what_only_asks_is_not_looked_up(question: str, sought: list[str]) -> None:
    assert [each.word for each in asked_terms(question)] == sought


@given(st.text())
def test_every_term_is_one_word_to_the_full_text_index(text: str) -> None:
    assert not any(set(term) & set(' \t\n"') for term in terms(text, "en"))


@given(st.text("abC1_-+#. ,$%'\n", max_size=60), st.sampled_from(["en", "fr"]))
def test_plain_lines_are_read_as_all_others_are(text: str, language: Language) -> None:
    with pytest.MonkeyPatch.context() as patch:
        told = terms(text, language)
        patch.setattr(terms_module, "_MORE_THAN_WORDS", re.compile(""))
        assert terms(text, language) == told


@given(st.text("abé1_-\u2010+#. 图書ひ", max_size=60))
def test_joined_words_are_terms_beside_the_terms_of_their_parts(text: str) -> None:
    joined = re.findall(r"[^\W\d_]\w*(?:[-\u2010][^\W_]+){1,2}", folded(text))
    whole = stem_words([re.sub("[-\u2010]", "", each) for each in joined], "fr")
    apart = re.sub("[-\u2010]", " ", text)
    assert sorted(terms(text, "fr")) == sorted([*terms(apart, "fr"), *whole])


def test_a_long_run_without_spaces_takes_as_long_as_its_parts() -> None:
    signs = "".join(map(chr, Random(0).choices(range(0x4E00, 0x9FA6), k=40_000)))  # noqa: S311 - no secret
    parts = [signs[at : at + 40] for at in range(0, len(signs), 40)]
    in_parts = least_seconds(lambda: [terms(part, "en") for part in parts])
    assert least_seconds(lambda: terms(signs, "en")) < 10 * in_parts


def least_seconds(act: Callable[[], object]) -> float:
    """Return the least processor time that this took, of three times."""
    times = []
    for _ in range(3):
        begun = process_time()
        act()
        times.append(process_time() - begun)
    return min(times)
