"""Pages of conformity."""
