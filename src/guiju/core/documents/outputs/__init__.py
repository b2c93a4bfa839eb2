"""What a document is written as (输出), beside STS and DOCX: JSON, Markdown, HTML, plain text.

json.to_json(document) / json.from_json(value)    the whole tree; nothing is lost
markdown.write(document), plain.write(document)   a text that the readers read again
html.write(document, link=…, image=…)             the fragment of a reading page
listing.listed(document)                          each address with its words
"""
