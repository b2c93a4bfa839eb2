"""Changing standards systems (标准体系的编制): the one door of its three models."""
