"""Writes of the catalogue (名录维护)."""
