"""Keeps posted answers up to date, whatever platform they stand on."""
