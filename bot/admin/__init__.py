"""Administration, once for all platforms: uploads, erasure."""
