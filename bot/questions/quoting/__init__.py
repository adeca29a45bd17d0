"""Which words of the posts that were found are quoted, and how surely."""
