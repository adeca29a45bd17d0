"""A licence and a list of authors stay whole; the foot of a site with its one line does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

GRANT: Final = (
    "You may copy, change and pass on these drawings, as long as this notice stays with them."
)
MANY: Final = "\n".join(f"© 20{year} Author {year}" for year in range(10, 24))


@pytest.mark.parametrize(
    "text",
    [
        f"Copyright (c) 2019 Ada Moss\nCopyright (c) 2021 Bob Reed\n\n{GRANT}",
        f"{GRANT}\n\n© 2019 Ada Moss\n© 2021 Bob Reed",
        f"{GRANT}\n* (C) 2019-2020 Ada Moss\n{GRANT}\n* (C) 2021 Bob Reed\n{GRANT}\n* (C) 2022 Cy",
        f"Copyright: © 2019 Ada Moss\n© 2021 Bob Reed\nAll rights reserved.\n{GRANT}",
        f"{MANY}\nAll rights reserved.\nWritten by Ada Moss\nTags: kiln\n{GRANT}\nSee also: more",
    ],
)
def test_a_text_that_names_several_holders_stays_whole(text: str, read_file: ReadFile) -> None:
    found = read_file(text, "notes.txt")

    assert "\n".join(each.text for each in found.posts).split() == text.split()


@pytest.mark.parametrize(
    "foot", ["© 2025 The Workshop", "© 2025 The Workshop\n© 2025 Workshop Ltd"]
)
def test_the_foot_of_a_site_is_left_out(foot: str, read_file: ReadFile) -> None:
    page = f"Skip to content\nHome\nAbout\nSign in\n{GRANT}\nPrivacy Policy\nTerms\n{foot}"

    assert read_file(page, "page.txt").only.text == GRANT
