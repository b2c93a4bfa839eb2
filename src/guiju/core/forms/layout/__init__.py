"""A form laid out (表单版面): the blocks that DOCX, XLSX and CSV all draw."""
