from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import tostring

from adapters.sources.formats.pages.html_text import (
    _with_fewer_attributes,
    html_text,
    parsed,
    tree_text,
)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("plain &amp; <b>bold</b>", "plain & bold"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<p>one<br>two<br/>three</p>", "one\ntwo\nthree"),
        ("<p>  much\n\n space&nbsp;here </p>", "much space here"),
        ("<ul><li>a</li><li>b</li></ul>after", "- a\n- b\n\nafter"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2\n3"),
        ("<pre>a\n  b</pre>c", "a\n  b\n\nc"),
        ("a<script>x</script><style>y</style><!-- z -->b", "ab"),
        ('<a href="https://a.example">link</a><img src="x" alt="y">', "link"),
        ('<?xml version="1.0" encoding="latin-1"?><html><body>é</body></html>', "é"),
        ("<p>unclosed <b>tags", "unclosed tags"),
    ],
)
def test_html_becomes_what_readers_see(html: str, text: str) -> None:
    assert html_text(html) == text


@given(st.text(st.sampled_from("<>/&;pbli !-=\"'scrtude\0\n")) | st.text())
def test_no_html_raises(html: str) -> None:
    assert isinstance(html_text(html), str)


@given(st.text(st.characters() | st.sampled_from("\0\x01\n\r\t\u00a0\ufffe "), min_size=1))
def test_a_text_without_markup_is_what_the_parser_makes_of_it(text: str) -> None:
    plain = text.replace("<", "").replace("&", "")
    tree = parsed(plain)
    assert html_text(plain) == ("" if tree is None else tree_text(tree))


TAGS = st.sampled_from("p div b li td pre nav script".split())
MARKUP = st.recursive(
    st.sampled_from(["a", " b\n", "&amp;"]),
    lambda inner: st.builds("<{0}>{1}{2}</{0}>".format, TAGS, inner, inner),
)


@given(MARKUP)
def test_the_text_of_an_element_is_that_of_its_source(html: str) -> None:
    tree = parsed(f"<div>{html}</div>after")
    assert tree is not None
    for element in tree.iter("div", "p", "b"):
        assert tree_text(element) == html_text(
            tostring(element, encoding="unicode", with_tail=False)
        )


def test_blanks_beside_borders_go_and_those_meant_stay() -> None:
    html = "<p>a\t </p> \t<pre>b\t\tc\t</pre>\u200b<br>\t<br>&nbsp;d"
    assert html_text(html) == "a\n\nb\t\tc\n\nd"
    blanks = "\t" * 99_999
    assert html_text(f"<pre>a{blanks}b</pre>") == f"a{blanks}b"


MANY = " ".join(f"a{n}='>'" for n in range(2_000))


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (f"<p>b<p class=c {MANY}>one</p>two", f"<p>b<p class=c {MANY}"),
        (f"<script {MANY}>one</script>two", f"<script {MANY}"),
        (f"<title>a</title><p {MANY}>one</p>two", f"<title>a</title><p {MANY}"),
        (f"<!--> <p {MANY}>one</p>two", f"<!--> <p {MANY}"),
    ],
)
def test_a_tag_keeps_so_many_attributes_and_all_of_its_words(html: str, kept: str) -> None:
    few = _with_fewer_attributes(html)
    assert len(few) < len(html) - 5_000
    assert few.startswith(kept[: len(few) - len(">one</p>two") - 20])
    assert html_text(html) == html_text(few) == html_text(html.replace(MANY, ""))


@pytest.mark.parametrize(
    "html",
    [
        f"<!-- <p {MANY}> -->a",
        f"<script>if (a <b {MANY}</script>a",
        f"<title>a <b {MANY}</title>a",
        f"a < b {MANY}",
        f"<p>{MANY}</p>",
        f"<img src='data:,{'a b ' * 9_999}'>a",
    ],
)
def test_what_only_looks_like_attributes_stays(html: str) -> None:
    assert _with_fewer_attributes(html) == html
