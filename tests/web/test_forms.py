"""A field's label, hint and error belong to it for every reader; a summary stands above."""

import pytest
from django import forms
from django.utils import translation

from tests.web.pages import text
from tests.web.templates import rendered


class PlanForm(forms.Form):
    title = forms.CharField(label="名称", help_text="计划的全称")
    kind = forms.ChoiceField(label="种类", choices=[("a", "甲")], required=False)
    risk = forms.ChoiceField(label="风险", choices=[("h", "高")], widget=forms.RadioSelect)
    public = forms.BooleanField(label="公开", required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        raise forms.ValidationError("整份表单有误")


FIELD = "{% include 'web/components/field.html' %}"


@pytest.fixture(autouse=True)
def chinese():
    with translation.override("zh-hans"):
        yield


def field(name, data=None):
    return rendered(FIELD, field=PlanForm(data)[name])


def test_label_and_hint():
    box = field("title")
    (control,) = box.xpath(".//input")
    assert (control.get("class"), control.get("aria-describedby")) == (
        "form-control",
        "id_title_helptext",
    )
    assert text(box.xpath(".//label[@for='id_title']")[0]) == "名称"
    assert text(box.xpath(".//*[@id='id_title_helptext']")[0]) == "计划的全称"


def test_error_is_tied_to_its_control():
    box = field("title", {})
    (control,) = box.xpath(".//input")
    assert control.get("aria-invalid") == "true"
    assert control.get("aria-describedby") == "id_title_helptext id_title_error"
    assert text(box.xpath(".//*[@id='id_title_error']")[0]) == "错误： 这个字段是必填项。"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("title", "form-control"), ("kind", "form-select"), ("public", "form-check-input")],
)
def test_control_has_our_look(name, kind):
    assert field(name).xpath(".//input/@class | .//select/@class") == [kind]


def test_what_may_be_left_out_says_so():
    assert text(field("kind").xpath(".//label")[0]) == "种类 （选填）"


def test_group_of_choices_is_a_fieldset():
    box = field("risk", {})
    (group,) = box.xpath(".//fieldset")
    assert text(group.xpath("./legend")[0]) == "风险"
    assert group.get("aria-describedby") == "id_risk_error"


def test_hidden_field_has_no_label():
    box = field("token")
    assert (box.xpath(".//label"), box.xpath(".//input/@type")) == ([], ["hidden"])


SUMMARY = "{% include 'web/components/error_summary.html' %}"


def test_summary_names_each_error_and_takes_the_focus():
    form = PlanForm({})
    box = rendered(SUMMARY, form=form)
    (summary,) = box.xpath(".//*[@autofocus]")
    assert (summary.get("role"), summary.get("tabindex")) == ("alert", "-1")
    assert [text(line) for line in summary.xpath(".//li")] == [
        "整份表单有误",
        "名称：这个字段是必填项。",
        "风险：这个字段是必填项。",
    ]
    assert summary.xpath(".//li/a/@href") == ["#id_title", "#id_risk"]
    fields = rendered("{{ form }}", form=form)
    assert [len(fields.xpath(f".//*[@id='{name}']")) for name in ("id_title", "id_risk")] == [1, 1]


def test_summary_is_silent_without_errors():
    assert rendered(SUMMARY, form=PlanForm()).xpath(".//*") == []
