"""Forms of conformity."""
