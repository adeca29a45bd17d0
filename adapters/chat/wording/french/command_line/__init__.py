"""What the command line says, in French."""
