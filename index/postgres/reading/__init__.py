"""Posts read by id, by name and by word, within a scope."""
