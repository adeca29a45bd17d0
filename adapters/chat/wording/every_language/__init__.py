"""Sentences of the command line, of `setup` and of the report, each in every language."""
