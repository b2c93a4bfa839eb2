"""Who may do what in conformity (合格评定权限)."""
