"""The words of an article on a page, and what stands among or beside them."""
