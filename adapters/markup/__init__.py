"""One parser of each platform's markup."""
