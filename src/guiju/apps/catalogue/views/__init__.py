"""Pages of the catalogue (名录页面)."""
