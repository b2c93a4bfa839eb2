"""The description of the API: what django-ninja does not say of tokens, rules and errors."""

from datetime import date
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from guiju.apps.exchange.operations import operations, rule_of
from guiju.web.access import Rule
from guiju.web.schemas import ErrorAnswer
from guiju.web.viewer import Viewer

BEARER = {
    "type": "http",
    "scheme": "bearer",
    "description": "A token made on the page /me/tokens/. It acts as its user. 接口令牌",
}
ERROR = {
    "description": "An error, in one form and both languages. 出错",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorAnswer"}}},
}
TAGS = {
    "plans": "Plans, their measures, tasks and who answers for them. 计划与工作台账",
    "work": "What waits on your desk. 我的工作",
    "reports": "Progress reports, evidence, decisions, comments. 进展报告",
    "snapshots": "The ledger frozen at the end of a quarter. 季度快照",
    "by hand": "What the office changes by hand, each with its reason. 台账维护",
    "organisations": "The register of organisations. 机构名录",
    "me": "Your own account. 我的账户",
    "journal": "The log of official acts. 日志",
    "search": "Everything by words. 检索",
    "standards": "Standards: records, state on any day, relations, browsing, corrections. 标准名录",
    "standards systems": "Systems: tree, detail table, statistics, checks. 标准体系",
    "committees": "Technical committees: members on any day, composition, overlaps, years. 技术委员会",
    "watching": "Your watch lists and saved searches. 关注与订阅",
    "ballots": "Ballots: votes, papers, counts. 表决",
    "consultations": "Drafts that are open for comments; comments, answers, tables. 征求意见",
    "dashboard": "What waits for you in projects, and their numbers. 制修订待办和看板",
    "touches": "What a standard touches, and stale references. 影响面与引用失效",
    "texts": "Texts of standards: passages, findings, provisions, comparisons, terms. 标准文本",
    "judging": "Data judged by standards: verdict, grade, what limits, clause. 数据判定",
    "projects": "Standards in the making: steps, materials, participants, deadlines. 制修订项目",
    "rule sets": "What standards ask, for a machine: read, checked, written. 规则集",
}


class DescribedAPI(NinjaAPI):
    """A NinjaAPI whose operations are called by their function's name and say who may."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        described = super().get_openapi_schema(**options)
        error = ErrorAnswer.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas = described["components"]["schemas"]
        schemas |= error.pop("$defs") | {"ErrorAnswer": error}
        described["components"]["securitySchemes"] = {"bearer": BEARER}
        described["tags"] = [{"name": name, "description": says} for name, says in TAGS.items()]
        rules = {one.view_func.__name__: rule_of(one) for _, one in operations(self)}
        for path in described["paths"].values():
            for one in path.values():
                _describe(one, rules[one["operationId"]])
        return described


def _describe(operation: dict[str, Any], rule: Rule) -> None:
    """Say who may; a token is optional where the public may ask."""
    said = operation.get("description", "")
    operation["description"] = f"{said}\n\n{who_may(rule)}".strip()
    required: list[dict[str, list[str]]] = [{"bearer": []}]
    operation["security"] = [{}, *required] if is_open(rule) else required
    operation["responses"]["default"] = ERROR


def is_open(rule: Rule) -> bool:
    """May somebody without a token ask? What the answer holds may still differ."""
    return rule.allows(Viewer(today=date.min))


def sentences(rule: Rule) -> tuple[str, str]:
    """All sentences with which the rule may refuse, in Chinese and in English."""
    if not rule.checks:
        return "人人可用。", "Everybody may."
    said = [sentence for _, sentence in rule.checks]
    return "".join(one.zh for one in said), " ".join(one.en for one in said)


def who_may(rule: Rule) -> str:
    """The rule's name and its sentences in both languages."""
    zh, en = sentences(rule)
    return f"Rule `{rule.name}`: {en} {zh}"
