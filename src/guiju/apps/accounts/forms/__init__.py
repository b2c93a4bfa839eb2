"""The forms of the accounts."""
