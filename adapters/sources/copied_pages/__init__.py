"""Pages copied from a site as text: told from notes, and read without what the site says."""
