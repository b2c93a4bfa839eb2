"""The reference page of the HTTP API, from its own description (docs/reference/api.md)."""

import os
import tempfile
from collections.abc import Callable

Table = Callable[[list[str], list[list[object]]], str]

HEAD = """# The HTTP API HTTP 接口

Everything stands below `/api/v1/`; `/api/v1/openapi.json` describes each operation with its fields.
How to use it, step by step: [use the API](../how-to/use-the-api.md).

- **Token.** `Authorization: Bearer …`; made on the page `/me/tokens/`. Without one you are the public.
  A browser's session is not looked at.
- **Who may** is the same rule, with the same sentence, as on the pages; the operation refuses with
  it (403). What you may not know of is not found (404).
- **Errors** have one form: `{"error": {"code", "zh", "en"}}`. 400 wrong input, 403 refused,
  404 not found, 405 wrong method, 409 the state or version does not allow it, 422 a parameter is
  wrong (then also `fields`), 500 what was sealed was changed.
- **Lists** answer `{"total", "items"}` and take `limit` (1 to 200, 50 if left out) and `offset`. The search
  for standards answers `hits` and `next_cursor`, to be sent back as `cursor`; `rot` answers `next`.
- **Days** are ISO dates, times ISO with their zone, quarters `2023Q1`; an end (`until`) is exclusive.
- **Versions.** An act on a report names the `version` that you saw; on a newer one it is refused
  with `report_stale`, and nothing is lost. An act by hand gives its `reason`.
- **Names** end in `_zh` and `_en` where a thing has both; `organisation` is a slug of the register.

全部接口位于 `/api/v1/`。令牌在“我的账户—接口令牌”页面生成；权限、拒绝理由、字段名称与页面一致；
报错均为中英文两句；清单均有 `total` 与 `items`，标准检索以 `cursor` 翻页；报告操作须带所见版本号，台账维护须写明理由。
"""


def api_page(table: Table) -> str:
    """A table for each subject: method, address, who may, what it does."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guiju.config.settings")
    os.environ.setdefault("GUIJU_VAR", tempfile.mkdtemp(prefix="guiju-docs-"))
    import django

    django.setup()
    from guiju.apps.exchange.api import api
    from guiju.apps.exchange.openapi import TAGS, sentences
    from guiju.apps.exchange.operations import operations, rule_of

    described = api.get_openapi_schema(path_prefix="/api/v1/")["paths"].values()
    tags = {one["operationId"]: one["tags"][0] for path in described for one in path.values()}
    rows: dict[str, list[list[object]]] = {tag: [] for tag in TAGS}
    rules: dict[str, list[object]] = {}
    for path, operation in operations(api):
        rule = rule_of(operation)
        rules[rule.name] = [f"`{rule.name}`", *sentences(rule)]
        method = " ".join(sorted(operation.methods))
        said = " ".join((operation.description or "").split())
        what = f"**{operation.summary}.** {said}"
        rows[tags[operation.view_func.__name__]].append(
            [f"`{method} {path}`", f"`{rule.name}`", what]
        )
    parts = [HEAD]
    for tag, says in TAGS.items():
        parts.append(f"## {tag[0].upper()}{tag[1:]}\n\n{says}\n")
        parts.append(
            table(["Operation 接口", "Rule 权限规则", "What it does 用途"], rows[tag]) + "\n"
        )
    parts.append(
        "## Rules 权限规则\n\nIn a refusal stands the first sentence that does not hold.\n"
    )
    parts.append(
        table(["Rule 规则", "May 条件（中文）", "May"], [rules[name] for name in sorted(rules)])
    )
    return "\n".join(parts) + "\n"
