"""A report for those who look after the posts: a page by itself, or a few lines."""
