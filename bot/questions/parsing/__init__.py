"""What a question says beside its words: filters, names and days, what it leans on; pure."""
