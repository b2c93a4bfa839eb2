"""Files of texts (导出)."""
