"""A responsibility note, read: content → its parts. All contents are invented (示例)."""

import pytest

from guiju.core.plans import Responsibility, parse
from guiju.core.plans.words import words

# content of the bracket → parts. Roles in the order lead, shared, cooperating, guiding;
# flags: all (各有关部门), local (地方), etc (等); due: last day or text; then remarks.
ROWS = [
    # one role
    ("科技部负责", "shared=科技部"),
    ("科技部、教育部负责", "shared=科技部,教育部"),
    ("科技部，教育部负责", "shared=科技部,教育部"),
    ("科技部和教育部负责", "shared=科技部,教育部"),
    ("科技部、教育部及财政部负责", "shared=科技部,教育部,财政部"),
    ("科技部与教育部共同负责", "shared=科技部,教育部"),
    ("科技部以及教育部分别负责", "shared=科技部,教育部"),
    ("由科技部负责", "shared=科技部"),
    ("科技部、教育部按职责分工负责", "shared=科技部,教育部"),
    ("科技部、教育部按照各自职责分工负责", "shared=科技部,教育部"),
    ("科技部、教育部在各自职责范围内负责", "shared=科技部,教育部"),
    ("科技部、教育部按职责分工", "shared=科技部,教育部"),
    ("科技部负责落实", "shared=科技部"),
    ("科技部组织实施", "shared=科技部"),
    ("科技部牵头", "lead=科技部"),
    ("科技部、教育部牵头", "lead=科技部,教育部"),
    ("科技部、教育部牵头负责", "lead=科技部,教育部"),
    ("科技部牵头组织实施", "lead=科技部"),
    ("科技部指导", "guiding=科技部"),
    ("科技部、教育部指导督促", "guiding=科技部,教育部"),
    ("科技部参与", "cooperating=科技部"),
    ("科技部、教育部配合", "cooperating=科技部,教育部"),
    ("科技部协助", "cooperating=科技部"),
    # no role said: a deadline makes it a duty
    ("科技部，2023年完成", "shared=科技部 due=2023-12-31"),
    ("科技部、教育部，2024年6月底前完成", "shared=科技部,教育部 due=2024-06-30"),
    # several roles
    ("科技部牵头，教育部、财政部参与", "lead=科技部 cooperating=教育部,财政部"),
    ("科技部牵头、教育部配合", "lead=科技部 cooperating=教育部"),
    ("科技部牵头；教育部、财政部配合", "lead=科技部 cooperating=教育部,财政部"),
    ("科技部负责，教育部配合", "shared=科技部 cooperating=教育部"),
    ("科技部指导，供销合作总社参与", "cooperating=供销合作总社 guiding=科技部"),
    ("科技部牵头，教育部、财政部等按职责分工负责", "lead=科技部 shared=教育部,财政部 etc"),
    ("科技部牵头，教育部负责，财政部参与", "lead=科技部 shared=教育部 cooperating=财政部"),
    ("科技部会同教育部、财政部负责", "lead=科技部 shared=教育部,财政部"),
    ("科技部会同有关部门负责", "lead=科技部 all"),
    ("科技部、教育部会同有关部门负责", "lead=科技部,教育部 all"),
    ("科技部商财政部负责", "lead=科技部 shared=财政部"),
    ("商务部、全国工商联负责", "shared=商务部,全国工商联"),
    # names that hold 和, 与, 等 or brackets
    ("工业和信息化部、文化和旅游部负责", "shared=工业和信息化部,文化和旅游部"),
    ("文化和旅游部和财政部负责", "shared=文化和旅游部,财政部"),
    ("国家粮食和储备局负责", "shared=国家粮食和储备局"),
    ("中央和国家机关工委负责", "shared=中央和国家机关工委"),
    ("市场监管总局（标准委）、科技部牵头", "lead=市场监管总局（标准委）,科技部"),
    ("市场监管总局(标准委)、科技部负责", "shared=市场监管总局(标准委),科技部"),
    ("示例委（示例局、示例办）牵头，科技部参与", "lead=示例委（示例局、示例办） cooperating=科技部"),
    # 等
    ("科技部等负责", "shared=科技部 etc"),
    ("科技部、教育部等部门负责", "shared=科技部,教育部 etc"),
    ("科技部、教育部等国务院相关部门按职责分工负责", "shared=科技部,教育部 etc"),
    ("科技部、教育部等有关部门和单位负责", "shared=科技部,教育部 etc"),
    ("科技部等相关单位按职责分工负责", "shared=科技部 etc"),
    ("科技部等16个部门负责", "shared=科技部 etc"),
    ("科技部等国务院相关部门及各地区按职责分工负责", "shared=科技部 local etc"),
    ("科技部等部门和地方人民政府按职责分工负责", "shared=科技部 local etc"),
    ("科技部等和各有关省级人民政府负责", "shared=科技部 local etc"),
    # collective bodies
    ("各有关部门按职责分工负责", "all"),
    ("各部门负责", "all"),
    ("国务院相关部门按职责分工负责", "all"),
    ("各有关部门和单位按职责分工负责", "all"),
    ("省直有关部门负责", "all"),
    ("市有关部门按职责分工负责", "all"),
    ("行业主管部门负责", "all"),
    ("各地区、各部门负责", "all local"),
    ("各地区各有关部门负责", "all local"),
    ("各地、各有关部门按职责分工负责", "all local"),
    ("科技部牵头，各有关部门按职责分工负责", "lead=科技部 all"),
    ("科技部牵头，国务院相关部门及各地区按职责分工负责", "lead=科技部 all local"),
    ("科技部及各有关部门负责", "shared=科技部 all"),
    ("科技部及各地区按职责分工负责", "shared=科技部 local"),
    ("科技部及相关地区按职责分工负责", "shared=科技部 local"),
    ("各省级人民政府负责", "local"),
    ("各省、自治区、直辖市人民政府负责", "local"),
    ("各省（自治区、直辖市）人民政府负责", "local"),
    ("各市、县人民政府负责", "local"),
    ("各市（州）人民政府负责", "local"),
    ("各县（市、区）人民政府，省教育厅负责", "shared=省教育厅 local"),
    ("市发展改革委牵头，各县（市、区）政府配合", "lead=市发展改革委 local"),
    ("省发展改革委、省科技厅，各市人民政府按职责分工负责", "shared=省发展改革委,省科技厅 local"),
    ("科技部指导，试点城市政府负责落实", "local guiding=科技部"),
    ("各区县政府、示例新区管委会负责", "shared=示例新区管委会 local"),
    ("市科技局牵头，各区人民政府、各街道办事处配合", "lead=市科技局 local"),
    ("科技部牵头，有关企业参与", "lead=科技部"),
    # labels
    ("负责部门：科技部", "shared=科技部"),
    ("责任单位：省科技厅、省教育厅", "shared=省科技厅,省教育厅"),
    ("责任单位:省科技厅", "shared=省科技厅"),
    ("牵头单位：科技部，配合单位：教育部、财政部", "lead=科技部 cooperating=教育部,财政部"),
    ("牵头单位：科技部；配合单位：教育部等", "lead=科技部 cooperating=教育部 etc"),
    ("牵头单位：科技部 配合单位：教育部", "lead=科技部 cooperating=教育部"),
    ("牵头部门：科技部；责任部门：教育部；指导单位：财政部",
     "lead=科技部 shared=教育部 guiding=财政部"),
    ("责任单位：科技部牵头，教育部配合", "lead=科技部 cooperating=教育部"),
    ("负责部门：科技部；适用范围：示例试验区", "shared=科技部 remark=适用范围:示例试验区"),
    ("责任单位：省科技厅；完成时限：2023年12月", "shared=省科技厅 due=2023-12-31"),
    ("责任单位：省科技厅；完成时限：2023年12月31日前", "shared=省科技厅 due=2023-12-31"),
    ("责任单位：省科技厅；完成时限：长期坚持", "shared=省科技厅 due=长期坚持"),
    ("责任单位：市高院、市公安局等；各区政府", "shared=市高院,市公安局 local etc"),
    ("责任单位:省科技厅、省教育厅按职责分工负责", "shared=省科技厅,省教育厅"),
    # more ways of provinces and cities
    ("省科技厅,省教育厅按职责分工负责", "shared=省科技厅,省教育厅"),
    ("省科技厅牵头,省教育厅配合", "lead=省科技厅 cooperating=省教育厅"),
    ("省科技厅等省有关部门和各地级以上市人民政府按职责分工负责", "shared=省科技厅 local etc"),
    ("市科技局牵头,市级各有关部门及各县市区政府按职责分工负责", "lead=市科技局 all local"),
    ("科技部牵头，会同教育部等负责", "lead=科技部 shared=教育部 etc"),
    ("科技部牵头会同教育部负责", "lead=科技部 shared=教育部"),
    ("科技部负责，各省级市场监管部门配合", "shared=科技部"),
    ("市交通委（市道运局）、市气象局负责", "shared=市交通委（市道运局）,市气象局"),
    ("牵头单位：市科技局，配合单位：市教育局，各区、县级市",
     "lead=市科技局 cooperating=市教育局 local"),
    ("科技部牵头，各有关部门及各地区按职责分工负责，9月底前完成",
     "lead=科技部 all local due=9月底前完成"),
    # deadlines
    ("科技部负责，2023年完成", "shared=科技部 due=2023-12-31"),
    ("科技部牵头，教育部参与，2022年12月底前", "lead=科技部 cooperating=教育部 due=2022-12-31"),
    ("科技部负责，2023年6月底前完成", "shared=科技部 due=2023-06-30"),
    ("科技部负责，2023年上半年完成", "shared=科技部 due=2023-06-30"),
    ("科技部负责，2024年第一季度完成", "shared=科技部 due=2024-03-31"),
    ("科技部负责，2024年2月底前完成", "shared=科技部 due=2024-02-29"),
    ("科技部负责，持续推进", "shared=科技部 due=持续推进"),
    ("科技部负责。2022—2025年", "shared=科技部 due=2025-12-31"),
    ("2023年底前，科技部负责", "shared=科技部 due=2023-12-31"),
    ("科技部负责，年底前完成", "shared=科技部 due=年底前完成"),
]  # fmt: skip


def summary(duty: Responsibility) -> str:
    """The parts in one line, so that a failing row reads as a sentence."""
    words = [
        f"{role}={','.join(duty.named(role))}"
        for role in ("lead", "shared", "cooperating")
        if duty.named(role)
    ]
    words += ["all"] * duty.all_departments + ["local"] * duty.local_governments
    words += ["etc"] * duty.etc
    if duty.named("guiding"):
        words.append(f"guiding={','.join(duty.named('guiding'))}")
    words += [f"due={d.day.isoformat() if d.day else d.text}" for d in duty.deadlines]
    words += [f"remark={r.label}:{r.text}" for r in duty.remarks]
    return " ".join(words)


@pytest.mark.parametrize(("content", "expected"), ROWS, ids=[row[0] for row in ROWS])
@pytest.mark.parametrize("brackets", ["（）", "〔〕", "()", "【】", "[]", "(）", "〔）"])
def test_parts(content: str, expected: str, brackets: str) -> None:
    raw = brackets[0] + content + brackets[1]
    plan = parse(f"一、示例条目。建立示例制度。{raw}\n二、示例。推进示例工作。（示例部负责）")
    duties = plan.measures[0].responsibilities
    assert [(duty.raw, sorted(summary(duty).split())) for duty in duties] == [
        (raw, sorted(expected.split()))
    ]


@pytest.mark.parametrize("content", [row[0] for row in ROWS])
def test_each_organisation_is_its_own_stretch_of_the_text(content: str) -> None:
    text = f"一、示例条目。建立示例制度。（{content}）"
    duty = parse(text).measures[0].responsibilities[0]
    assert [text[body.start : body.end] for body in duty.bodies] == [b.name for b in duty.bodies]
    assert [text[d.start : d.end] for d in duty.deadlines] == [d.text for d in duty.deadlines]
    assert [text[r.start : r.end] for r in duty.remarks] == [r.text for r in duty.remarks]


def test_collective_bodies_keep_their_words_and_stand_in_no_list() -> None:
    text = "一、示例。建立示例制度。（科技部牵头，各有关部门、各市、县人民政府按职责分工负责）"
    duty = parse(text).measures[0].responsibilities[0]
    assert [(b.name, b.role, b.kind) for b in duty.bodies] == [
        ("科技部", "lead", "named"),
        ("各有关部门", "shared", "departments"),
        ("各市、县人民政府", "shared", "local"),
    ]
    assert duty.named("shared") == []


@pytest.mark.parametrize(
    ("content", "code", "stretch"),
    [
        (
            "科技部负责，2022年完成，2023年底前完成",
            "several_deadlines",
            "2022年完成，2023年底前完成",
        ),
        ("科技部牵头，科技部、教育部负责", "same_name_roles", "科技部"),
        ("科技部、甲乙丙负责", "unknown_body", "甲乙丙"),
        ("科技部负责，另行通知", "unparsed_part", "另行通知"),
        ("试点期由科技部负责", "unparsed_part", "试点期"),
    ],
)
def test_what_is_unclear_in_a_note_is_said(content: str, code: str, stretch: str) -> None:
    text = f"示例方案\n一、示例条目。建立示例制度。（{content}）"
    plan = parse(text)
    assert [(d.code, text[d.start : d.end]) for d in plan.doubts] == [(code, stretch)]


def test_every_doubt_has_its_two_sentences() -> None:
    for code, sentences in words("doubts").items():
        assert set(sentences) == {"zh", "en"}, code
        assert sentences["zh"].endswith("。"), code
        assert sentences["en"].endswith("."), code
