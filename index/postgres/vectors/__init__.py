"""Vectors and their models, and the nearest of them: compared exactly, or found by a graph."""
