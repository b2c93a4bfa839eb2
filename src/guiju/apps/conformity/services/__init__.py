"""Acts of conformity: one transaction, one event each (办理)."""
