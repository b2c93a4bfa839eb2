"""Two rule sets side by side (对标): which asks for more, limit by limit."""
