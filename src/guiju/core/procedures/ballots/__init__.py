"""Ballots (表决): counted exactly, recountable by anyone who may see the votes."""
