"""The outside: chats that ask, and sources that bring posts."""
