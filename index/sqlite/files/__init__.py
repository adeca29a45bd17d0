"""The database file itself: opened, looked through, told apart, kept whole."""
