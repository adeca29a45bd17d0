"""Feeds and pages at addresses of the web."""
