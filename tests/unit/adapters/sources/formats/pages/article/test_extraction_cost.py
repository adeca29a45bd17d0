from __future__ import annotations

import pytest

from adapters.sources.formats.pages.article.extraction_cost import MOST_COST, extraction_cost
from adapters.sources.formats.pages.html_text import parsed


@pytest.mark.parametrize(
    ("page", "is_dear"),
    [
        (f'<div class="{"head " * 2_000}">{"<p>Bees.</p>" * 4_000}</div>', True),
        (f'<div class="head">{"<p>Bees.</p>" * 4_000}</div>', False),
        (f'{"<div>" * 200}<b title="{"swarm " * 50_000}">Bees.</b>{"</div>" * 200}', True),
        (f'{"<div>" * 20}<img src="{"swarm " * 500_000}">Bees.{"</div>" * 20}', False),
    ],
)
def test_attributes_cost_where_they_are_read_for_all_that_is_in_them(
    page: str, *, is_dear: bool
) -> None:
    tree = parsed(page)
    assert tree is not None
    assert (extraction_cost(tree) > MOST_COST) == is_dear
