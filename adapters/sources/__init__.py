"""Where posts come from, one file a format."""
