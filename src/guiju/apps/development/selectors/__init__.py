"""Reads of development: the viewer comes first (查询)."""
