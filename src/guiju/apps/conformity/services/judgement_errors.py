"""What judging refuses (判定的拒绝)."""

from guiju.core.errors import InputError, StateError


class NothingGivenError(InputError):
    """Neither a file nor lines (没有数据)."""

    code = "judge_nothing"
    zh = "请选择一个文件，或者粘贴几行数据（第一行是列名）。"
    en = "Choose a file or paste some lines, the first of which holds the heads."


class BothGivenError(InputError):
    """A file and lines (给了两份数据)."""

    code = "judge_both"
    zh = "既选了文件又粘贴了数据。请只用其中一种。"
    en = "A file was chosen and lines were pasted. Use one of them."


class NoRulesError(InputError):
    """No reviewed rule set judges by that standard (没有规则集)."""

    code = "judge_no_rules"
    zh = "没有“{subject}”在 {on} 有效的、审查过的规则集，不能判定。请从列表中选择，或者核对编号和日期。"
    en = "No reviewed rule set judges by “{subject}” on {on}. Choose one from the list, or check the number and the day."


class OldWorkbookError(InputError):
    """A workbook of the old kind (旧版工作簿)."""

    code = "judge_xls"
    zh = "“{subject}”是旧版 Excel 工作簿（.xls）或其他办公文件。请另存为 XLSX 或 CSV 后再上传。"
    en = "“{subject}” is an old Excel workbook (.xls) or another office file. Save it as XLSX or CSV and upload that."


class TooManyRowsError(InputError):
    """More rows than a page judges (行数过多)."""

    code = "judge_rows"
    zh = '数据超过 {subject} 行，网页上不判定这么多。请用命令行：guiju evaluate 文件 --standard "{standard}" --out 结果文件，行数没有上限；或者拆分文件。'
    en = 'The data have more than {subject} rows, more than a page judges. Use the command line, which has no limit: guiju evaluate FILE --standard "{standard}" --out RESULT; or split the file.'


class TooLongSeriesError(InputError):
    """A time series that spans too much (时间序列过长)."""

    code = "judge_series"
    zh = "时间序列从头到尾共有 {subject} 个时刻（各组合计），网页上最多 {limit} 个，每组最多一百年。请核对时间列，或者用命令行 guiju evaluate --time。"
    en = "From its first to its last time the series has {subject} steps in all groups; a page takes at most {limit}, and a hundred years a group. Check the time column, or use the command line: guiju evaluate --time."


class TooManyColumnsError(InputError):
    """More columns than a page shows (列数过多)."""

    code = "judge_columns"
    zh = "数据有 {subject} 列，网页上最多 {limit} 列。请删去无关的列，或者确认分隔符和换行。"
    en = "The data have {subject} columns; a page takes at most {limit}. Remove columns that do not matter, or check separators and line ends."


class NoRoomError(StateError):
    """All judgements together take too much room (空间不足)."""

    code = "judge_no_room"
    zh = "服务器上暂存的判定数据已满，没有保存。请过几小时再试，或者用命令行 guiju evaluate。"
    en = "The room for judgements is full; nothing was stored. Try again in some hours, or use the command line: guiju evaluate."


class JudgementStateError(StateError):
    """It is past that, or not that far (判定的状态不允许)."""

    code = "judge_state"
    zh = "这份判定的状态已经改变，没有执行。请刷新页面。"
    en = "The judgement has moved on; nothing was done. Reload the page."


class ColumnChosenTwiceError(InputError):
    """Two columns were taken for the same (列重复)."""

    code = "judge_twice"
    zh = "“{first}”和“{second}”两列都作为“{subject}”。请把其中一列改为“不使用”。"
    en = "“{first}” and “{second}” are both taken for “{subject}”. Set one of them to “not used”."
