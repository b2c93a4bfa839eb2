"""What can be wrong with an index, and what to do about it."""

from guiju.core.errors import InputError, StateError


class IndexMissing(StateError):
    """There is no index yet (索引未建立)."""

    code = "index_missing"
    zh = "检索索引尚未建立（{subject}）。请运行 guiju catalogue index 建立索引。"
    en = "There is no search index yet ({subject}). Build it with guiju catalogue index."


class IndexBroken(IndexMissing):
    """Its files cannot be read (索引损坏): as good as none."""

    code = "index_broken"
    zh = "检索索引已损坏（{subject}），须重建。请运行 guiju catalogue index。"
    en = "The search index is damaged ({subject}) and must be rebuilt: guiju catalogue index."


class IndexOutdated(StateError):
    """The index was made by another version (索引版本不符)."""

    code = "index_outdated"
    zh = "检索索引是第 {found} 版，程序需要第 {wanted} 版。请运行 guiju catalogue index 重建索引。"
    en = (
        "The search index is of version {found}, the program needs {wanted}. "
        "Rebuild it with guiju catalogue index."
    )


class IndexBusy(StateError):
    """Another process writes (索引正被写入)."""

    code = "index_busy"
    zh = "检索索引正由另一个进程写入（{subject}），等待 {seconds} 秒后仍未释放。请稍后再试。"
    en = (
        "Another process is writing to the search index ({subject}) and had not finished "
        "after {seconds} seconds. Try again later."
    )


class CursorInvalid(InputError):
    """The cursor was not given out for this list (翻页标记无效)."""

    code = "cursor"
    zh = "翻页标记“{subject}”无效。请从第一页重新开始。"
    en = "The cursor “{subject}” does not belong to this list. Start again from the first page."
