from __future__ import annotations

from typing import TYPE_CHECKING

from index.documents import Context
from index.ingest.preparation import prepared
from index.text.parts.passages import split
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.sqlite.store import Store


def test_the_headings_are_encoded_and_never_part_of_a_passage(store: Store) -> None:
    encoder = HashingEncoder()
    (ready,) = prepared({"notes:1": (post("text", title="Bread"), "/a")}, store, encoder)
    assert encoder.seen == ["Bread\ntext"]
    assert (ready.spans, ready.context, ready.origin) == ([(0, 4)], Context("Bread"), "/a")


def test_every_passage_of_a_batch_gets_its_own_vector(store: Store) -> None:
    texts = ["one", "two\n\n" * 100, "three"]
    posts = [post(text, str(number)) for number, text in enumerate(texts)]
    encoder = HashingEncoder()
    ready = prepared({each.id: (each, "") for each in posts}, store, encoder)
    for each in ready:
        own = [each.post.text[start:end] for start, end in split(each.post.text)]
        assert (each.vectors == encoder.encode_passages(own).astype("float16")).all()
    assert len(ready[1].spans) > 1
