"""The pages of the library (标准文本页)."""
