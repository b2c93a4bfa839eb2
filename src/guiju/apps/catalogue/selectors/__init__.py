"""Reads of the catalogue (名录查询)."""
