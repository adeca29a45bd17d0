"""Pages that are threads: whose words each part is."""
