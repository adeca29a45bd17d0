"""The commands over the stored posts: in, out, shown, embedded again, forgotten."""
