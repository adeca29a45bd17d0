"""Conversations that were exported or copied as one text, table or page, one file a format."""
