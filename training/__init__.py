"""Trains the bundled bilingual embedding model, and measures it."""
