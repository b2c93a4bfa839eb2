"""Guiju 规矩: the open platform on which standardization is run."""

__version__ = "0.1.0"
