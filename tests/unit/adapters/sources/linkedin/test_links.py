from __future__ import annotations

import pytest

from adapters.sources.linkedin.links import names_of

UPDATE = "https://www.linkedin.com/feed/update/"


@pytest.mark.parametrize(
    ("link", "post", "comment"),
    [
        (f"{UPDATE}urn:li:activity:71", "activity/71", ""),
        (f"{UPDATE}urn%3Ali%3Ashare%3A71", "share/71", ""),
        (f"{UPDATE}urn%3Ali%3AugcPost%3A71", "ugcPost/71", ""),
        (f"{UPDATE}urn%3Ali%3Aarticle%3A71", "article/71", ""),
        (f"{UPDATE}urn%3Ali%3AgroupPost%3A40-71", "groupPost/40-71", ""),
        (
            f"{UPDATE}urn:li:activity:71?commentUrn=urn:li:comment:(activity:71,81)",
            "activity/71", "comment/71/81",
        ),
        (
            (f"{UPDATE}urn:li:groupPost:40-71?commentUrn=urn%3Ali%3Acomment%3A%28urn%3Ali%3A"
            "groupPost%3A40-71%2C81%29"),
            "groupPost/40-71", "comment/40-71/81",
        ),
        (f"{UPDATE}urn:li:comment:(groupPost:40-71,81)", "groupPost/40-71", "comment/40-71/81"),
        (
            f"{UPDATE}urn:li:ugcPost:71?dashCommentUrn=urn:li:fsd_comment:(81,urn:li:ugcPost:71)",
            "ugcPost/71", "comment/71/81",
        ),
        (
            (f"{UPDATE}urn:li:activity:71?commentUrn=urn:li:comment:(activity:71,81)"
            "&replyUrn=urn:li:comment:(activity:71,82)"),
            "activity/71", "comment/71/82",
        ),
        ("https://www.linkedin.com/posts/ada_bees-activity-71-AbC", "activity/71", ""),
        ("https://www.linkedin.com/posts/ada_bees-groupPost-40-71-AbC", "groupPost/40-71", ""),
        ("https://www.linkedin.com/groups/40/40-71", "groupPost/40-71", ""),
        ("https://www.linkedin.com/pulse/why-bees-ada", "article/why-bees-ada", ""),
        ("https://www.linkedin.com/in/ada", "", ""),
    ],
)  # fmt: skip
def test_a_link_names_its_post_and_its_comment(link: str, post: str, comment: str) -> None:
    assert names_of(link) == (post, comment)
