"""Hits out: searched, fused, reranked."""
