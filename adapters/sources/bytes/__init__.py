"""What a file holds before it is text: bytes within bounds, and how they are encoded."""
