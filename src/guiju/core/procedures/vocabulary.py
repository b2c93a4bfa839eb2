"""The closed vocabularies of procedure files (程序文件用语): guards, effects, and what the public sees."""

from typing import Literal

from guiju.core.errors import Bilingual

GuardKind = Literal[
    "material", "lacks", "long_enough", "consulted", "answered", "ripe", "passed", "not_passed",
    "fact", "not_fact", "reached", "overdue", "done",
]  # fmt: skip
# What each guard speaks of, by the section of the file in which its subject is declared.
GUARDS: dict[GuardKind, str] = {
    "material": "materials",
    "lacks": "materials",
    "long_enough": "consultations",
    "consulted": "consultations",
    "answered": "consultations",
    "ripe": "ballots",
    "passed": "ballots",
    "not_passed": "ballots",
    "fact": "facts",
    "not_fact": "facts",
    "reached": "facts",
    "overdue": "duties",
    "done": "duties",
}

EffectKind = Literal[
    "consultation_opened", "consultation_closed", "ballot_opened", "ballot_closed", "begun_anew",
    "clocks_suspended", "clocks_resumed",
    "consultation_waived", "pre_reviewed",
    "plan_issued", "plan_terminated", "number_assigned", "approved", "announced",
    "edition_published", "edition_in_force", "edition_superseded", "edition_withdrawn",
    "edition_confirmed", "revision_ordered", "amendment_published", "text_opened", "filed",
    "self_declared",
    "corrigendum_published", "interpretation_published",
    "translation_published", "translation_withdrawn", "sample_expired",
    "committee_prepared", "committee_established", "committee_renewed", "members_changed",
    "assessment_published", "rectification_ordered", "committee_ended",
]  # fmt: skip
# The first seven change the case; the others are for the register, which acts in the same transaction.
SUBJECTS: dict[EffectKind, tuple[str, ...]] = {
    "consultation_opened": ("consultations",),
    "consultation_closed": ("consultations",),
    "ballot_opened": ("ballots",),
    "ballot_closed": ("ballots",),
    "begun_anew": ("ballots", "consultations"),
}
EFFECTS: dict[EffectKind, Bilingual] = {
    "consultation_opened": Bilingual("开始征求意见", "a consultation opens"),
    "consultation_closed": Bilingual("结束征求意见", "a consultation closes"),
    "ballot_opened": Bilingual("开始表决", "a ballot opens"),
    "ballot_closed": Bilingual("结束表决并计票", "a ballot closes and is counted"),
    "begun_anew": Bilingual("重新进行", "is to be done anew"),
    "clocks_suspended": Bilingual("时限中止", "clocks are suspended"),
    "clocks_resumed": Bilingual("时限恢复", "clocks run again"),
    "plan_issued": Bilingual("下达计划", "the plan is issued"),
    "plan_terminated": Bilingual("终止计划", "the plan is terminated"),
    "number_assigned": Bilingual("编号", "a number is assigned"),
    "approved": Bilingual("批准", "it is approved"),
    "announced": Bilingual("公告", "it is announced"),
    "edition_published": Bilingual("发布标准", "the edition is published"),
    "edition_in_force": Bilingual("标准实施", "the edition comes into force"),
    "edition_superseded": Bilingual("代替旧标准", "the old editions are superseded"),
    "edition_withdrawn": Bilingual("废止标准", "the edition is withdrawn"),
    "edition_confirmed": Bilingual("确认继续有效", "the edition is confirmed"),
    "revision_ordered": Bilingual("启动修订", "a revision is ordered"),
    "amendment_published": Bilingual("发布修改单", "the amendment is published"),
    "text_opened": Bilingual("公开文本", "the text is opened to all"),
    "filed": Bilingual("备案", "it is filed"),
    "self_declared": Bilingual("自我声明公开", "it is declared publicly"),
    "consultation_waived": Bilingual("免于征求意见", "the consultation is waived"),
    "pre_reviewed": Bilingual("通过立项预审", "the proposal has passed the pre-review"),
    "corrigendum_published": Bilingual("发布勘误", "the corrigendum is published"),
    "interpretation_published": Bilingual("发布解释", "the interpretation is published"),
    "translation_published": Bilingual("发布外文版", "the foreign-language edition is published"),
    "translation_withdrawn": Bilingual("废止外文版", "the foreign-language edition is withdrawn"),
    "sample_expired": Bilingual("标准样品过期", "the reference sample has expired"),
    "committee_prepared": Bilingual("批复筹建", "the committee may be prepared"),
    "committee_established": Bilingual("成立技术委员会", "the committee is established"),
    "committee_renewed": Bilingual("换届", "the committee is renewed"),
    "members_changed": Bilingual("调整委员", "the members are changed"),
    "assessment_published": Bilingual("公布考核结果", "the result of the assessment is published"),
    "rectification_ordered": Bilingual("责令限期整改", "it is to put itself right in time"),
    "committee_ended": Bilingual("撤销或注销技术委员会", "the committee is ended"),
}
# An effect that may follow only once the other has happened in the same case.
ORDER: dict[EffectKind, EffectKind] = {
    "edition_published": "approved",
    "amendment_published": "approved",
    "edition_in_force": "edition_published",
    "edition_superseded": "edition_published",
    "filed": "approved",
    "corrigendum_published": "approved",
    "interpretation_published": "approved",
    "translation_published": "approved",
    "translation_withdrawn": "translation_published",
    "sample_expired": "edition_published",
    "committee_established": "committee_prepared",
    "rectification_ordered": "assessment_published",
    "self_declared": "edition_published",
}

Shown = Literal["title", "progress", "plan", "draft", "comments", "result", "text"]
SHOWN: dict[Shown, Bilingual] = {
    "title": Bilingual("名称", "the title"),
    "progress": Bilingual("进度", "the progress"),
    "plan": Bilingual("计划", "the plan"),
    "draft": Bilingual("征求意见的材料", "what is out for comments"),
    "comments": Bilingual("意见及其处理", "the comments and how they were dealt with"),
    "result": Bilingual("结论", "the conclusion"),
    "text": Bilingual("标准文本", "the text of the standard"),
}
