"""Values of every kind for every field of a form (示例)."""


def values(form):
    return {one.id: _value(one) for one in form.fields}


def _value(one):
    if one.kind == "table":
        return [{column.id: _cell(column, at) for column in one.columns} for at in ("1", "2", "3")]
    if one.choices:
        return next(iter(one.choices))
    plain = {"date": "2026-03-05", "number": "12", "signature": "示例人"}
    return plain.get(one.kind, f"示例 {one.id}\n第二行" if one.kind == "long" else f"示例 {one.id}")


def _cell(column, at):
    if column.choices:
        return next(iter(column.choices))
    return at if column.id == "no" else f"=示例{at} {column.label.en}\n第二行"
