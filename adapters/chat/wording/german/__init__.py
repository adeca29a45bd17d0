"""Our words in German."""
