"""How well questions are answered, measured: over a set, or over a channel that is replayed."""
