"""Pages of standards systems (标准体系页面)."""
