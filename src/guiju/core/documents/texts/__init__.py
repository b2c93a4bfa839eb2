"""Running text (文本): plain text, Markdown and AsciiDoc, read to the tree.

plain.read(data, name=…), markdown.read(data, name=…), asciidoc.read(data, name=…) -> Reading
"""
