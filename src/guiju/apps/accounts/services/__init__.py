"""Writes of the accounts: one door per change."""
