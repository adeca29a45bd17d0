"""Other assistants as a platform: they ask over the Model Context Protocol."""
