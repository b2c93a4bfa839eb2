"""Reads of conformity: the viewer comes first (查询)."""
