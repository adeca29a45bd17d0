"""The server: connections to it, its tables and their versions, what it says of faults."""
