"""What to do about what is wrong (改法), said in one place."""

from guiju.core.errors import Bilingual

ADD_CHARACTERISTIC = Bilingual(
    "请在 characteristics 中补上，或改这里的名称。",
    "Add it to the characteristics, or mend the name here.",
)
ADD_ATTRIBUTE = Bilingual(
    "请在 attributes 中补上，或改这里的名称。", "Add it to the attributes, or mend the name here."
)
ADD_RULE = Bilingual(
    "请改 except 中的规则号，或补上这条规则。", "Mend the id at “except”, or add the rule."
)
CHECK_DATES = Bilingual("请核对日期。", "Check the dates.")
EACH_LEVEL = Bilingual("请为每个等级写一个限值。", "Write a limit for each level.")
OTHER_NAME = Bilingual("请改其中一个。", "Change one of them.")
WIDER = Bilingual(
    "请从最好的等级写起，逐级放宽。", "Begin with the best level, and widen from level to level."
)
WRITE_NUMBER = Bilingual("请写数，例如 0.50。", "Write a number such as 0.50.")
