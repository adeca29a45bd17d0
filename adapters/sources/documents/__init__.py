"""Documents: PDF, and the texts and slides of office programs."""
