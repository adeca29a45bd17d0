"""Play an hour of a large community in minutes."""
