"""The pages of plans, their ledger and its reports."""
