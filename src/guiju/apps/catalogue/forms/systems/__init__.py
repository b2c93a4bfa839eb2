"""Forms of standards systems (标准体系表单)."""
