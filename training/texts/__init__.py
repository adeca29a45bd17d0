"""The training texts: read, cut into pieces, kept as bags of rows."""
