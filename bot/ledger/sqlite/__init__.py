"""The ledger in a file of its own."""
