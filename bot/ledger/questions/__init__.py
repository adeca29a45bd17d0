"""Questions, answers and ratings in the ledger."""
