"""Our words in English."""
