"""The checker of procedure files (程序文件检查): the structure, and every course that a case can take."""
