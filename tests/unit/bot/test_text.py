from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import json_line, one_line, plain, readable, shown, web_link


def test_control_characters_go_and_the_rest_stays() -> None:
    assert plain("a\x1b[2Jb\u202ec\td\ne :smile: [red]") == "a[2Jbc\td\ne :smile: [red]"


@given(st.text())
def test_one_line_is_one_line_of_printable_signs(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line


@pytest.mark.parametrize("sign", ["\u115f", "\u1160", "\u3164", "\uffa0", "\u200d"])
def test_letters_that_show_nothing_are_escaped_in_json(sign: str) -> None:
    line = json_line({"author": f"A{sign}da"})
    assert sign not in line
    assert json.loads(line) == {"author": f"A{sign}da"}


def test_what_a_joiner_joins_stays_as_it_is_in_json() -> None:
    assert "👩‍👧" in json_line({"text": "👩‍👧"})


@pytest.mark.parametrize(
    "sign", ["\u200b", "\u2060", "\ufeff", "\u00ad", "\u3164", "\U0001d173", "\ufff0", "\u200e"]
)
def test_what_nobody_sees_goes_from_what_is_shown(sign: str) -> None:
    assert shown(f"one{sign} two\n\tthree{sign}") == "one two\n\tthree"


@pytest.mark.parametrize("name", ["\u2800", "\u2800\ufeff", "\ufe0f", "\u180b", "\u3164", "\u00a0"])
def test_a_name_of_blanks_alone_is_empty(name: str) -> None:
    assert one_line(name) == ""
    assert shown(name).strip() == ""


@pytest.mark.parametrize(
    "text", ["👩\u200d👧", "❤\ufe0f", "1\ufe0f\u20e3", "‼\ufe0f", "می\u200cخواهم", "⠓⠊"]
)
def test_what_belongs_to_a_sign_or_a_spelling_stays(text: str) -> None:
    assert shown(text) == one_line(text) == text


def test_bytes_that_are_no_text_are_written_out() -> None:
    assert readable("\udcff\udcfea é") == "\\udcff\\udcfea é"


HOSTS = """
wiki localhost wiki:8080 example.org example.org. my_host.example.org _dmarc.example.org
x-.example.org ab--cd.example bücher.example 日本.example é xn--bcher-kva.example 3com.example
163.example 1.example 127.0.0.1 192.168.1.4:80 [::1] [2001:db8::1]:8080
""".split()
NO_HOSTS = """
xn-- xn--.org xn--a xn--abc-.org xn--ü.org 1 1.2 127.1 0x 0x7f.1 2130706433 256.1.1.1 01.2.3.4 a.1
１ １２７.0.0.1 a..b .a a.. . .. _ __ - -- -a.b a.-b [::1%25eth0] [v1.a] [a] a%62.org a。b
""".split()


@pytest.mark.parametrize("host", HOSTS)
def test_a_link_leads_to_any_host_that_there_may_be(host: str) -> None:
    assert web_link(f"https://{host}/a?b#c") == f"https://{host}/a?b#c"
    assert web_link(f"http://{host}") == f"http://{host}"


@pytest.mark.parametrize("host", [*NO_HOSTS, "a b", "", "a" * 64, ".".join(["a" * 60] * 5)])
def test_what_can_be_no_host_is_no_link(host: str) -> None:
    assert web_link(f"https://{host}/a") is None
    assert web_link(f"http://{host}") is None
