"""A small catalogue of well-known standards, set down for these tests; and entries made at random."""

import re
from dataclasses import replace
from datetime import date

from guiju.core.records.facts import NEVER, Span
from guiju.search import Entry

TODAY = date(2026, 9, 1)


def day(text):
    return date.fromisoformat(text).toordinal()


def life(issued, effective, ended="", state="superseded"):
    """A life of which every day is known."""
    end = day(ended) if ended else NEVER
    issued, effective = day(issued), day(effective)
    return Span(issued, issued, effective, effective, end, end, state if ended else "")


def squash(number):
    return re.sub(r"[\s/:—-]", "", number).lower()


def entry(id, number, zh="", en="", **more):
    """An entry with the keys that its number has."""
    undated = re.sub(r"[-:]\d{4}$", "", number)
    titles = {**({"zh": zh} if zh else {}), **({"en": en} if en else {}), **more.pop("titles", {})}
    made = Entry(
        id=id,
        number=number,
        display=number.replace("-", "—"),
        sort=re.sub(r"\d+", lambda found: found[0].zfill(7), number),
        numbers=(number,),
        keys=(squash(number), squash(undated)),
        titles=titles,
        year=int(number[-4:]) if number[-4:].isdigit() else None,
    )
    return replace(made, **more)


BOOK = (
    entry(1, "GB/T 1.1-2020", "标准化工作导则 第1部分：标准化文件的结构和起草规则",
          "Directives for standardization - Part 1: Rules for the structure and drafting of standardizing documents",
          level="national", nature="recommended", ics=("01.120",), ccs=("A00",), work=1,
          issuers=("samr",), committees=("SAC/TC 286",), span=life("2020-03-31", "2020-10-01")),
    entry(2, "GB/T 1.1-2009", "标准化工作导则 第1部分：标准的结构和编写",
          level="national", nature="recommended", ics=("01.120",), ccs=("A00",), work=1, newest=False,
          issuers=("aqsiq",), span=life("2009-06-17", "2010-01-01", "2020-10-01")),
    entry(3, "GB 5749-2022", "生活饮用水卫生标准", "Standards for drinking water quality",
          level="national", nature="mandatory", ics=("13.060.20", "13.060.50"), ccs=("C51",),
          issuers=("samr", "nhc"), span=life("2022-03-15", "2023-04-01"),
          text=("总硬度不应超过450 mg/L，浑浊度不应超过1 NTU",)),
    entry(4, "GB 5749-2006", "生活饮用水卫生标准", level="national", nature="mandatory", newest=False,
          ics=("13.060.20",), span=life("2006-12-29", "2007-07-01", "2023-04-01")),
    entry(5, "GB 3095-2012", "环境空气质量标准", "Ambient air quality standards",
          level="national", nature="mandatory", ics=("13.040.20",), ccs=("Z50",), issuers=("mee",),
          span=life("2012-02-29", "2016-01-01"),
          text=("PM2.5的年平均浓度限值为35μg/m³", "参比状态为25 ℃")),
    entry(6, "GB/T 19001-2016", "质量管理体系 要求", "Quality management systems - Requirements",
          level="national", nature="recommended", ics=("03.120.10",), committees=("SAC/TC 151",),
          numbers=("GB/T 19001-2016", "GB/T 19001-2016/ISO 9001:2015"),
          span=life("2016-12-30", "2017-07-01")),
    entry(7, "ISO 9001:2015", "", "Quality management systems - Requirements", level="international",
          titles={"fr": "Systèmes de management de la qualité - Exigences",
                  "ru": "Системы менеджмента качества. Требования"},
          ics=("03.120.10", "03.100.70"), committees=("ISO/TC 176/SC 2",), issuers=("iso",),
          span=life("2015-09-15", "2015-09-15")),
    entry(8, "ISO 9001:2008", "", "Quality management systems - Requirements", level="international",
          newest=False, issuers=("iso",), span=life("2008-11-13", "2008-11-13", "2015-09-15")),
    entry(9, "ISO 9001:2015/Amd 1:2024", "", "Quality management systems - Requirements - Amendment 1: Climate action changes",
          level="international", supplement=True, issuers=("iso",), span=life("2024-02-22", "2024-02-22")),
    entry(10, "ISO/IEC 27001:2022", "", "Information security, cybersecurity and privacy protection - Information security management systems - Requirements",
          level="international", issuers=("iso", "iec"), committees=("ISO/IEC JTC 1/SC 27",), span=life("2022-10-25", "2022-10-25")),
    entry(11, "GB/T 22080-2016", "信息技术 安全技术 信息安全管理体系 要求", level="national",
          nature="recommended", span=life("2016-08-29", "2017-03-01")),
    entry(12, "DB11/T 1000.1-2020", "企业产品标准编写导则", level="local_province", nature="recommended",
          region="110000", span=life("2020-03-25", "2020-07-01")),
    entry(13, "T/CAS 100-2026", "示例团体标准：重庆乐山长城音乐会", level="group", names=("示例协会",),
          span=life("2026-08-01", "2026-12-01")),
    entry(14, "GB 3096-2008", "声环境质量标准", level="national", nature="mandatory",
          text=("昼间不得超过55 dB(A)", "允许偏差±2 dB"), span=life("2008-08-19", "2008-10-01")),
    entry(15, "YD/T 3000-2026", "5G移动通信 繁體標題測試", level="industry", nature="recommended",
          abstracts={"zh": "本文件规定了5G基站在100 kPa下的要求"}),
    entry(16, "T/CAS 200-2026", "", "Example of one standard", level="group", newest=False),
)  # fmt: skip
