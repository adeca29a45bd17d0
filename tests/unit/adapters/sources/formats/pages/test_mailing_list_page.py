"""The page of an e-mail in the archive of a mailing list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.text.parts.quoted import quoted_in

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

PAGE = """<HTML><HEAD><TITLE>[Kilns] Cold kiln</TITLE></HEAD><BODY><H1>[Kilns] Cold kiln</H1>
<B>Ada Byron</B> <A HREF="mailto:kilns%40lists.example" TITLE="Kiln">ada at example.org </A><BR>
<I>Fri Mar  1 10:00:00 UTC 2024</I><P><UL><LI>Previous message: <A HREF="1.html">Hello</A></LI></UL>
<HR><PRE>On Thu, Feb 29, 2024, Bo Lee wrote:
&gt;<i> My kiln is cold, and I do not know why that is.
</I>
It is the relay, I am sure: look at it with a lamp.
</PRE><HR></BODY></HTML>"""


def test_its_author_wrote_what_is_not_quoted_in_it(read_file: ReadFile) -> None:
    post = read_file(PAGE, "000002.html").only
    own = post.text
    for span in reversed(quoted_in(post)):
        own = own[: span.start] + own[span.end :]

    assert (post.author, post.title) == ("Ada Byron", "[Kilns] Cold kiln")
    assert str(post.posted_at) == "2024-03-01 10:00:00+00:00"
    assert own.strip() == "It is the relay, I am sure: look at it with a lamp."


@pytest.mark.parametrize(
    ("part", "other"),
    [("mailto:", "https://"), ("Fri Mar  1 10:00:00 UTC 2024", "in spring"), ("PRE>", "P>")],
)
def test_another_page_is_none(part: str, other: str, read_file: ReadFile) -> None:
    post = read_file(PAGE.replace(part, other), "000002.html").only

    assert post.author is None
    assert "Ada Byron" in post.text
