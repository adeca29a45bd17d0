"""Why files and lines are refused, a folder a language."""
