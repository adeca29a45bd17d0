"""SQLite files of any kind: made, opened, brought up to date, inspected; posts and ledger alike."""
