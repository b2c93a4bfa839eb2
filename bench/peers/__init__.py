"""Others that do the same work, measured where they are installed."""
