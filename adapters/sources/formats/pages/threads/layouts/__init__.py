"""Pages whose layout is known: of forums, of Reddit, of microdata."""
