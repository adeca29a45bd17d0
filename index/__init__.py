"""Posts in, hits out: storing, splitting, embedding and searching."""
