"""Procedure files (程序文件): read with file and line, or refused with what to mend."""
