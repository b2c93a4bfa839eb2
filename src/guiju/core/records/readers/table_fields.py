"""Which columns a table of standards may have (表格字段), and under which heads they are known."""

import re
import unicodedata
from collections.abc import Sequence

from guiju.core.errors import Bilingual

# field → its name in both languages and further heads under which it is known
FIELDS: dict[str, tuple[Bilingual, tuple[str, ...]]] = {
    "number": (
        Bilingual("标准编号", "Number"),
        (
            "标准号",
            "编号",
            "标准代号",
            "标准号码",
            "code",
            "standard number",
            "standard no",
            "reference",
            "stdcode",
            "id",
        ),
    ),
    "title_zh": (
        Bilingual("中文名称", "Chinese title"),
        (
            "标准名称",
            "名称",
            "标准中文名称",
            "中文标题",
            "题名",
            "cname",
            "title",
            "name",
            "title zh",
        ),
    ),
    "title_en": (
        Bilingual("英文名称", "English title"),
        ("标准英文名称", "英文标题", "ename", "english", "english name", "title en"),
    ),
    "abstract_zh": (
        Bilingual("摘要", "Abstract"),
        ("适用范围", "范围", "内容简介", "summary", "scope"),
    ),
    "level": (
        Bilingual("标准层级", "Level"),
        ("层级", "级别", "标准级别", "标准类型", "type", "domain"),
    ),
    "nature": (Bilingual("标准性质", "Nature"), ("性质", "强制性", "mandatory")),
    "kind": (
        Bilingual("标准类别", "Kind"),
        ("类别", "文献类型", "document type", "category", "stdtype"),
    ),
    "issued": (
        Bilingual("发布日期", "Date of publication"),
        (
            "发布时间",
            "颁布日期",
            "批准日期",
            "公布日期",
            "issue date",
            "published",
            "publication date",
            "issuedate",
            "pubdate",
        ),
    ),
    "effective": (
        Bilingual("实施日期", "Date of effect"),
        (
            "实施时间",
            "生效日期",
            "施行日期",
            "effective date",
            "implementation date",
            "implementdate",
            "actdate",
        ),
    ),
    "withdrawn": (
        Bilingual("废止日期", "Date of withdrawal"),
        ("作废日期", "废止时间", "withdrawal date", "abolishdate", "obsoleted"),
    ),
    "reviewed": (Bilingual("复审日期", "Date of review"), ("确认日期", "review date")),
    "status": (Bilingual("标准状态", "Status"), ("状态", "效力状态", "现行状态", "state")),
    "as_of": (Bilingual("状态日期", "Status as of"), ("截至日期", "更新日期", "as of", "updated")),
    "announcement": (
        Bilingual("公告号", "Announcement"),
        ("发布公告", "公告编号", "批准文号", "发布文号", "issueannno"),
    ),
    "plan_number": (Bilingual("计划号", "Plan number"), ("计划编号", "项目计划号", "plancode")),
    "filing_number": (Bilingual("备案号", "Filing number"), ("备案编号",)),
    "ics": (Bilingual("ICS 分类号", "ICS"), ("国际标准分类号", "ics号", "ics分类", "ics code")),
    "ccs": (
        Bilingual("CCS 分类号", "CCS"),
        ("中国标准分类号", "中标分类号", "ccs号", "ccs分类", "ccs code"),
    ),
    "committees": (
        Bilingual("技术委员会", "Committee"),
        ("委员会", "归口委员会", "技术委员会编号", "tc", "technical committee"),
    ),
    "issuer": (
        Bilingual("发布机构", "Issuer"),
        (
            "发布单位",
            "发布部门",
            "批准部门",
            "批准单位",
            "团体名称",
            "issued by",
            "issuedby",
            "publisher",
        ),
    ),
    "competent": (Bilingual("主管部门", "Competent department"), ("主管单位", "cdname")),
    "custodian": (Bilingual("归口单位", "Custodian"), ("归口部门", "技术归口", "归口", "taname")),
    "executor": (Bilingual("执行单位", "Executing unit"), ("tmname",)),
    "drafter": (Bilingual("起草单位", "Drafting units"), ("主要起草单位", "编制单位", "draftunit")),
    "person": (Bilingual("起草人", "Drafters"), ("主要起草人", "draftstaff")),
    "proposer": (Bilingual("提出单位", "Proposer"), ("提出部门",)),
    "replaces": (
        Bilingual("代替标准", "Replaces"),
        ("代替标准号", "替代标准", "代替情况", "代替", "totalrepe"),
    ),
    "replaced_by": (
        Bilingual("被以下标准代替", "Replaced by"),
        ("替代者", "被何标准代替", "replacedby", "superseded by"),
    ),
    "adopts": (
        Bilingual("采用标准", "Adopts"),
        ("采标号", "采用国际标准", "采标情况", "采用国际标准号", "adoptno"),
    ),
    "adopts_degree": (
        Bilingual("采标程度", "Degree of adoption"),
        ("一致性程度", "采标一致性程度", "adoptlevel"),
    ),
    "languages": (Bilingual("语种", "Languages"), ("语言", "language")),
    "keywords": (Bilingual("关键词", "Keywords"), ("主题词", "标签", "tags")),
    "region": (Bilingual("地区", "Region"), ("省份", "地域", "行政区划", "province")),
    "pages": (Bilingual("页数", "Pages"), ("页码",)),
    "links": (Bilingual("链接", "Link"), ("网址", "url", "uri")),
}
# Heads that some catalogues put over what the standard replaced, others over what replaced it.
EITHER_WAY = (
    "被代替标准",
    "被代替标准号",
    "被代替标准编号",
    "被替代标准",
    "被替代标准号",
    "被代替",
    "被替代",
)
_NOISE = re.compile(r"[\s_\-*:()\[\]/.（）：]+")


def folded(head: str) -> str:
    return _NOISE.sub("", unicodedata.normalize("NFKC", head)).casefold()


_KNOWN = {
    folded(name): field
    for field, (names, others) in FIELDS.items()
    for name in (*others, names.zh, names.en, field)
}


def suggest(heads: Sequence[str]) -> dict[str, str]:
    """Head → field for the heads that are known; each field once, the first head that fits.

    >>> suggest(["序号", "标准编号", "标准名称", "实施日期"])
    {'标准编号': 'number', '标准名称': 'title_zh', '实施日期': 'effective'}
    """
    found: dict[str, str] = {}
    for head in heads:
        field = _KNOWN.get(folded(head))
        if field and field not in found.values() and head not in found:
            found[head] = field
    return found
