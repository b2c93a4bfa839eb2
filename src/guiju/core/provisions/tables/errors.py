"""What is refused of a table (数据文件的拒绝)."""

from guiju.core.errors import InputError


class TableError(InputError):
    """A table that cannot be read (数据文件无法读取)."""

    code = "provisions.table"
    zh = "数据文件“{subject}”无法读取：{why_zh}"
    en = "The table “{subject}” cannot be read: {why_en}"
