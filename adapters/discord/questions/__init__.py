"""Questions on Discord, and the buttons of their answers."""
