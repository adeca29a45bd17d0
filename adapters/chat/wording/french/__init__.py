"""Our words in French."""
