"""Shows one post whole, with what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from adapters.terminal.answers import credit, print_text
from adapters.terminal.styled_text import styled_text
from bot.questions.quoting.post_references import citation
from bot.text import one_line, web_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from adapters.chat.wording import Wording
    from bot.posts.surroundings import Surroundings
    from index.posts import Post


def show_post(post: Post, around: Surroundings, console: Console, wording: Wording) -> None:
    """Print a post with title, author, date, source and link, and a line for each neighbour."""
    if post.title:
        print_text(styled_text(one_line(post.title), post.id, "bold"), console)
    print_text(Text(credit(citation(1, post), wording), style="dim"), console)
    if url := web_link(post.url):
        console.print(Text(url, style="dim"), soft_wrap=True)
    console.print()
    print_text(styled_text(post.text, post.id), console)
    for name, posts, more in (
        ("above", around.above, 0),
        ("before", around.before, 0),
        ("after", around.after, 0),
        ("comments", around.comments, around.more_comments),
    ):
        if posts:
            console.print()
            print_text(Text(wording.around[name], style="bold"), console)
            _show_lines(posts, console)
        if more:
            print_text(Text(f"… +{more:,}", style="dim"), console, indent=3)


def _show_lines(posts: Sequence[Post], console: Console) -> None:
    for post in posts:
        begins = citation(1, post).title
        said = styled_text(one_line(begins), post.id)
        author = one_line(post.author or "")
        between = " · " if author and begins else ""
        print_text(Text(f"{author}{between}").append_text(said), console, indent=3)
        console.print(Text(f"   {one_line(post.id)}", style="dim"), soft_wrap=True)
