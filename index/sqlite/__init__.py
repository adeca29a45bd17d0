"""The embedded engine: the one folder that knows sqlite3 and faiss."""
