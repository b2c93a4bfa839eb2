"""Files that development hands out."""
