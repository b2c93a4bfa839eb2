"""The five things of which all work is made (五物), and the journal under them."""

from typing import NamedTuple

from guiju.core.errors import Bilingual


class Thing(NamedTuple):
    """One of them: a key for navigation entries, its name, and what it is."""

    key: str
    name: Bilingual
    text: Bilingual


THINGS = (
    Thing(
        "register",
        Bilingual("名录", "Register"),
        Bilingual(
            "一个身份和它有日期的历史：标准、机构、人员、委员会、实验室、计划。",
            "An identity with a dated history: standards, organisations, people, committees, laboratories, plans.",
        ),
    ),
    Thing(
        "document",
        Bilingual("文本", "Document"),
        Bilingual(
            "标准的正文：可以逐条引用，术语、表格和引用各有位置。",
            "The text of a standard, clause by clause, with its terms, tables and references.",
        ),
    ),
    Thing(
        "procedure",
        Bilingual("程序", "Procedure"),
        Bilingual(
            "谁在什么时候做什么：阶段、条件、责任、期限、材料和表决。",
            "Who does what and when: stages, conditions, duties, deadlines, materials and ballots.",
        ),
    ),
    Thing(
        "provision",
        Bilingual("条款", "Provision"),
        Bilingual(
            "机器能够判定的要求：特性、限值、单位、条件、方法和等级。",
            "A requirement that a machine can judge: characteristic, limit, unit, condition, method, grade.",
        ),
    ),
    Thing(
        "indicator",
        Bilingual("指标", "Indicator"),
        Bilingual(
            "每个数字都能打开它所统计的记录，并按日期冻结。",
            "A number that opens to the very records it counts, frozen by date.",
        ),
    ),
)
JOURNAL = Thing(
    "journal",
    Bilingual("日志", "Journal"),
    Bilingual(
        "每一次公务行为留下一条只增不改的记录，前后以摘要相连，事后可证。",
        "Each official act leaves one entry that is never changed, chained by digest and later provable.",
    ),
)
