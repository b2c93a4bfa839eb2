"""What numbering refuses (编号的拒绝)."""

from guiju.core.errors import InputError, StateError


class NumberTakenError(StateError):
    """Another standard bears the number (编号已占用)."""

    code = "development.number_taken"
    zh = "编号“{subject}”已经使用或者已为其他项目预留。请核对被代替标准、部分号和年代号。"
    en = "The number “{subject}” is in use, or kept for another project. Check what is replaced, the part and the year."


class NumberUnfitError(InputError):
    """Not a number that can be kept (不能预留)."""

    code = "development.number_unfit"
    zh = "“{subject}”不能预留。标准编号请不写部分号和年代号，如 GB/T 47999；计划号请写全。"
    en = "“{subject}” cannot be kept. Write a standard's number without part and year, such as GB/T 47999, a plan's whole."
    field = "number"


class NotASeriesError(InputError):
    """The series of a part is not one of its code (系列编号有误)."""

    code = "development.not_a_series"
    zh = "“{subject}”不是可以新增部分的标准编号。请写成 GB/T 1 的样子，代号应与本标准相同。"
    en = "“{subject}” is no number to which a part may be added. Write it like GB/T 1, under the code of this standard."
    field = "series"


class NoBaseError(StateError):
    """It is not said what is amended (没有被修改的标准)."""

    code = "development.no_base"
    zh = "项目“{subject}”没有指明所针对的标准，无法办理。请先在项目信息中选定。"
    en = "The project “{subject}” does not say which standard it is about. Choose it first."


class NoSampleClassError(InputError):
    """A sample's number needs its class (缺分类目录号)."""

    code = "development.no_sample_class"
    zh = "标准样品编号需要分类目录号（两位数字，如 05）。请在项目信息中填写。"
    en = "The number of a reference sample needs its class (two digits, such as 05). Give it in the project."
    field = "sample_class"
