"""What stands around a limit in its sentence (上下文): subject, characteristic, conditions."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from guiju.core.drafting.provisions.pointers import method, pointers, references

_BREAK = {
    "zh": re.compile(r"[，；。：！？\n]|,(?!\d{3}(?!\d))|;|:(?!\d)"),
    "en": re.compile(r",(?!\d)|;|:(?=\s)|\.(?=\s)"),
}
_CONDITION = re.compile(
    r"^(?:\d\s|[a-z]\)\s?)?(?:当|如果|如|若|在|对于|对|除|仅|只有|凡|经|自|用于|采用|设计|处于|其中)?.{1,80}?(?:时|外|后|前|情况下|条件下|状态下|环境下|之下|范围内|期间|过程中|场所|的情况)$"
)
_CJK = re.compile("[\u4e00-\u9fff]")
_EDGES = " ，；。：,;:.\n"
_CONDITION_START = re.compile(r"^(?:当|如果|若|对于|除非|除|只有|凡)")
_CONDITION_EN = re.compile(
    r"^\s*(?:if|when|where|for|unless|except|in case|in the case|under|during|after|before|at(?! least| most)|with|provided|while|using|determined|tested|measured|calculated|expressed|according|in accordance|as specified|as described)\b",
    re.I,
)
_MODAL_EN = re.compile(r"\b(?:shall|should|must|may)\b")
_BEFORE_CONDITION = re.compile(r"([^当在如若]{2,30}?)(?:当|在|如|若)")
_BEHIND = re.compile(
    r"(?:\s?[（(][^）)]{0,20}[）)])?[^，；。：（(]{0,40}?(?:时|的情况下|情况下|条件下|以外|外|之后|后)(?=[，；。：）]|$)"
)
_MODAL = re.compile(r"(?:不应|不宜|不得|应|宜|必须)(?!用|力|急|变|答)")
_USES = re.compile(
    r"(?:应|宜|可|必须|须)?(?:至少|均|能|该|优先)?(?:采用|设置|设有|设|选用|使用|配置|配备|安装|具有|具备|满足|保证|确保|符合|留有|保持|有|使|为|每隔|铺设|增设|建立|提供|预留|敷设|涂刷|施加|加装|取|选取|抽取|截取|使用)"
)
_LEAD = re.compile(
    r"^(?:\d{1,2}\s+|[a-z]\)\s?|[（(]?\d{1,2}[)）]\s?|——)?(?:(?:且|并|但|而|则|同时|此外|另外|因此|规定|以及|和|及|该|并且|或|此时|使|将|待|其|且其|并其)(?!联|他|它|余|中))*"
)
_TRAIL = re.compile(
    r"(?:(?:应|宜|可|须)(?:为|在|由)|^由|均|都|也|且|应|宜|可|一般|通常|约|各|分别|必须|须|其|，|,|\s)+$"
)
_SHALL = re.compile(r"(.*?\w)\s+(?:shall|should|must|may|can)\s+(.*)", re.DOTALL)
_HAVING = re.compile(r"\b(?:have|with|at|to|has)\s+(?:an?|the)\s+([\w -]+?)(?:\s+of)?$")
_EN_TRAIL = re.compile(
    r"\s*(?:shall|should|must|may|can|be|is|are|of|have|has|a|an|the|not|in|at|to)\s*$", re.I
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence cut into clauses (分句)."""

    text: str
    language: str
    starts: tuple[int, ...]
    conditional: frozenset[int]  # the clauses that are conditions
    method: str
    references: tuple[str, ...]

    def clause(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def written(self, which: int) -> str:
        end = self.starts[which + 1] if which + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[which] : end].strip(_EDGES)

    def named(self, at: int, before: Sequence[tuple[int, int]] = ()) -> tuple[str, str]:
        """Subject and characteristic of what is limited at this place.

        `before` are the limits of the sentence so far, which are no part of a name.
        """
        which = self.clause(at)
        own = self._name_in(which, at, before)
        while not own and which:
            which -= 1
            own = "" if self._conditional(which) else self._name_in(which, None, before)
        if not own:
            own = self._named_in_condition(at)
        if self.language == "en":
            return _english_names(own)
        subject, characteristic = _chinese_names(own)
        if not subject and which:
            subject = self._subject_before(which, before)
        return subject, characteristic

    def _name_in(self, which: int, at: int | None, before: Sequence[tuple[int, int]]) -> str:
        """What stands in a clause before a limit: behind the last other one, or before the first."""
        start = self.starts[which]
        last = self.starts[which + 1] if which + 1 < len(self.starts) else len(self.text)
        end = last if at is None else at
        inside = [pair for pair in before if start <= pair[0] < end]
        if inside and at is not None:
            behind = self._bare(self.text[inside[-1][1] : end].lstrip("的时"))
            if len(behind) > 1:
                return behind
        return self._bare(self.text[start : inside[0][0] if inside else end].strip(_EDGES))

    def _named_in_condition(self, at: int) -> str:
        """室内场强在……时，不应大于: the name stands before the condition's own words."""
        for which in range(self.clause(at)):
            found = _BEFORE_CONDITION.match(self.written(which))
            if found:
                return found[1]
        return ""

    def conditions(self, at: int) -> tuple[str, ...]:
        """The conditions before a limit, outermost first."""
        return tuple(
            self.written(which) for which in range(self.clause(at)) if self._conditional(which)
        )

    def is_condition(self, start: int, end: int, modal: bool) -> bool:
        """Whether the comparison itself only restricts another: 大于150 mm时, 大于 5 m 的."""
        which = self.clause(start)
        if self.language == "en":
            said = self.text[self.starts[which] : start]
            return bool(_CONDITION_EN.match(self.written(which)) and not _MODAL_EN.search(said))
        if modal:
            return False
        if _BEHIND.match(self.text, end):
            return True
        last = self.starts[which + 1] if which + 1 < len(self.starts) else len(self.text)
        before, behind = self.text[self.starts[which] : start], self.text[end:last]
        if _MODAL.search(before):
            return False
        return bool(_MODAL.search(behind)) or behind.lstrip().startswith(("的", "及"))

    def is_conditional(self, at: int) -> bool:
        return self._conditional(self.clause(at))

    def _conditional(self, which: int) -> bool:
        return which in self.conditional

    def _bare(self, written: str) -> str:
        if self.language == "en":
            before = ""
            while written != before:
                before, written = written, _EN_TRAIL.sub("", written)
            return written.strip()
        return _TRAIL.sub("", _LEAD.sub("", written.strip(" ，,（("))).strip()

    def _subject_before(self, which: int, before: Sequence[tuple[int, int]]) -> str:
        """What the clauses before speak of; what they limit is no subject of this."""
        for earlier in range(which - 1, -1, -1):
            if self._conditional(earlier):
                continue
            start, end = self.starts[earlier], self.starts[earlier + 1]
            cut = next((one[0] for one in before if start <= one[0] < end), 0)
            written = self.text[start : cut or end].strip(_EDGES)
            subject, name = _chinese_names(self._bare(_MODAL.split(written, maxsplit=1)[0]))
            if name and any(sign.isdigit() for sign in subject):
                return name  # 高度大于100 m的建筑
            found = subject if cut else subject or name
            if found:
                return found
        return ""


def written_in(text: str) -> str:
    """An English sentence of a Chinese document is English, a Chinese one Chinese anywhere."""
    return "zh" if _CJK.search(text) else "en"


def surroundings(text: str, language: str) -> Surroundings:
    """The clauses of a sentence, its method and references."""
    known = pointers(text)
    starts = (0, *(match.end() for match in _BREAK[language].finditer(text)))
    ends = (*starts[1:], len(text))
    written = [text[start:end].strip(_EDGES) for start, end in zip(starts, ends, strict=True)]
    return Surroundings(
        text,
        language,
        starts,
        frozenset(at for at, one in enumerate(written) if _is_conditional(one, language)),
        method(text, known),
        references(known),
    )


def _is_conditional(written: str, language: str) -> bool:
    if language == "en":
        return bool(_CONDITION_EN.match(written))
    return bool(_CONDITION_START.match(written) or _CONDITION.match(written))


def _chinese_names(own: str) -> tuple[str, str]:
    """A的B, A应采用B, B."""
    if _USES.fullmatch(own):
        return "", ""
    used = None
    for match in _USES.finditer(own):
        used = match if match.end() < len(own) and match.start() else used
    if used and _MODAL.match(used.group()):
        head, _, tail = own[used.end() :].rpartition("的")
        return own[: used.start()].strip() or head, _TRAIL.sub("", tail)
    subject, _, name = own.rpartition("的")
    return subject.strip(), name.strip()


def _english_names(own: str) -> tuple[str, str]:
    written = re.sub(
        r"^(?:(?:If|When|Where|that|and|but|for|For)\s+)?(?:The|the|A|An|Each|each)?\s*\b", "", own
    )
    demanded = _SHALL.match(written)
    if demanded:
        having = _HAVING.search(demanded[2])
        return (demanded[1], having[1]) if having else _english_names(demanded[1])
    name, of, subject = written.partition(" of ")
    return (re.sub(r"^the\s+", "", subject.strip()), name.strip()) if of else ("", written.strip())
