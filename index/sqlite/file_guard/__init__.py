"""The database file while it is open: told apart from copies, noticed when it is replaced."""
