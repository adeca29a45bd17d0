"""Answers that are offered unasked, once for all platforms."""
