"""The stored posts as a chat uses them."""
