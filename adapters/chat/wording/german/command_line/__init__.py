"""What the command line says, in German."""
