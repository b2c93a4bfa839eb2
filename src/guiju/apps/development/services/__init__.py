"""Acts of development: one transaction, one event each (办理)."""
