"""Reading the library (读取)."""
