"""Why files and lines are refused, a file a language."""
