"""Posts from LinkedIn: pasted pages and the data archive."""
