"""Forms as files (表单的写出): DOCX as offices print it, XLSX and CSV. Equal forms give equal bytes."""
