"""The text of a standard (标准文本): a tree with addresses, one reader and one writer a format.

NISO STS XML is what is kept; `model.Document` is the typed view over it, which readers of other
formats make directly. Addresses are given in one place (`addresses.addressed`).
"""
