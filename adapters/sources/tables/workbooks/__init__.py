"""Sheets of Excel and OpenDocument, measured before they are read."""
