"""Posts in: compared, prepared, embedded and stored."""
