"""Guiju 规矩: the open platform on which standardization is run."""
