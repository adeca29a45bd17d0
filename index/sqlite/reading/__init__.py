"""Posts read from the database: by id, by name, by word, within a scope."""
