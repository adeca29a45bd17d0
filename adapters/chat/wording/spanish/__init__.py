"""Our words in Spanish."""
