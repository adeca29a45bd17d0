"""What is done for admins by itself, when its time has come."""
