"""What a process that serves does besides: begin again, share the work, tell the others."""
