"""Reads of plans and their ledger; each takes the viewer first."""
