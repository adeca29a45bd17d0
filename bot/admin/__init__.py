"""Administration, once for all platforms: uploads, jobs, erasure, open questions, notifications."""
