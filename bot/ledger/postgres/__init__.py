"""The ledger in a database on a server, beside the posts."""
