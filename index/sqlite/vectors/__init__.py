"""Vectors: stored with their model, and the nearest of them in memory."""
