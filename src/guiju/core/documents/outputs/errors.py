"""Why a JSON value is no document (JSON 有误)."""

from guiju.core.errors import InputError


class NotADocument(InputError):
    """JSON that does not say what the schema asks (与格式不符); the subject is the place in it."""

    code = "document_json"
    zh = "JSON 中“{subject}”处有误：{reason_zh}。格式见 docs/reference/document-json.md。"
    en = "The JSON is wrong at “{subject}”: {reason_en}. See docs/reference/document-json.md."
