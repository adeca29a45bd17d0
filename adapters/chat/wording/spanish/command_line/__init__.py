"""What the command line says, in Spanish."""
