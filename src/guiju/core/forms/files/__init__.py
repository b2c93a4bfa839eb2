"""Files that define forms (表单定义文件): read with file and line, or refused with what to mend."""
