"""Reads watched channels: from their first message, what was missed, what no event told of."""
