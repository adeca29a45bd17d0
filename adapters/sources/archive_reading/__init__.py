"""Zips, tars and folders, read within limits and without unpacking them."""
