"""Forms of the catalogue (名录表单)."""
