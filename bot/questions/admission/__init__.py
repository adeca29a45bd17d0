"""Which questions are taken, and in which order they are answered."""
