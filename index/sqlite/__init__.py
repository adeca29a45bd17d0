"""The embedded engine: the one folder that knows FAISS, and the SQL of posts."""
