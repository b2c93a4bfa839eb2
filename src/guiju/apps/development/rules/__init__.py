"""Who may do what in development (标准制修订权限)."""
