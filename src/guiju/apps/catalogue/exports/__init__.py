"""Files that leave the catalogue (名录导出)."""
