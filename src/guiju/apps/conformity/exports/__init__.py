"""Files that conformity hands out."""
