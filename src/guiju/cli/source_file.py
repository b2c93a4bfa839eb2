"""A file that a command reads (输入文件): one that cannot be opened is said in both languages."""

import errno
from typing import IO, Any

import click

from guiju.core.errors import Bilingual, InputError

_REASONS = {
    errno.ENOENT: Bilingual("没有这个文件", "there is no such file"),
    errno.EISDIR: Bilingual("这是文件夹", "it is a folder"),
    errno.EACCES: Bilingual("没有读取权限", "you may not read it"),
    errno.ENOTDIR: Bilingual("路径中有一段不是文件夹", "a part of its path is no folder"),
}


class NotReadable(InputError):
    """The file could not be read (无法读取)."""

    code = "document_not_readable"
    zh = "无法读取“{subject}”：{reason_zh}。请核对文件名和权限。"
    en = "“{subject}” could not be read: {reason_en}. Check its name and permissions."

    @classmethod
    def of(cls, name: str, failure: OSError) -> "NotReadable":
        """The reason in both languages, where the system's is known."""
        said = failure.strerror or str(failure)
        reason = _REASONS.get(failure.errno or 0, Bilingual(said, said))
        return cls(name, reason_zh=reason.zh, reason_en=reason.en)


class SourceFile(click.File):
    """A file opened for reading, `-` being standard input."""

    def __init__(self) -> None:
        super().__init__("rb")

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> IO[bytes]:
        try:
            found: IO[bytes] = super().convert(value, param, ctx)
        except click.BadParameter as failure:
            if isinstance(failure.__context__, OSError):
                raise NotReadable.of(str(value), failure.__context__) from None
            raise
        return found
