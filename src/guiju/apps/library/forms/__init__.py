"""Forms of the library (表单)."""
