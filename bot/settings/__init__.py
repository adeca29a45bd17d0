"""How an installation is set up: read from a file and the environment."""
