"""A form of a project as a DOCX in office layout (表单文件)."""

from collections.abc import Mapping
from typing import Any

from guiju.apps.development.selectors.form_data import form_data, form_of
from guiju.apps.development.selectors.workspace import Opened
from guiju.core.forms.filling import fill
from guiju.core.forms.writing.writing import write_form
from guiju.core.procedures.model import Material as Kind


def form_docx(opened: Opened, kind: Kind, values: Mapping[str, Any]) -> bytes:
    """The form with the values that were stored, the rest from the data."""
    return write_form(fill(form_of(opened, kind), form_data(opened), values))
