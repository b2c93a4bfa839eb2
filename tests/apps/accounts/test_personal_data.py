"""Every field about people has a class; masks hide what a viewer need not know."""

from importlib import resources

import pytest
import yaml
from django.apps import apps

from guiju.apps.accounts.selectors.people import mask_email, mask_phone


def read():
    file = resources.files("guiju.rulebook") / "personal_data.yaml"
    return yaml.safe_load(file.read_text("utf-8"))


@pytest.mark.parametrize(
    "model",
    [
        "accounts.Person",
        "accounts.User",
        "accounts.ApiToken",
        "catalogue.WatchList",
        "catalogue.Watch",
        "catalogue.SavedSearch",
        "development.Remark",
        "development.Unverified",
    ],
)
def test_each_field_has_a_class_and_no_class_is_left_over(model):
    fields = {field.name for field in apps.get_model(model)._meta.concrete_fields}
    assert set(read()["fields"][model]) == fields


def test_only_known_classes_are_used():
    rules = read()
    used = {kind for fields in rules["fields"].values() for kind in fields.values()}
    assert used <= set(rules["classes"])
    assert [one["zh"] for one in rules["classes"].values()] == ["公开", "内部", "敏感", "个人敏感"]


@pytest.mark.parametrize(
    ("phone", "masked"),
    [("13812345678", "138****5678"), ("010-82262000", "010****2000"), ("12345", "****"), ("", "")],
)
def test_phones(phone, masked):
    assert mask_phone(phone) == masked


@pytest.mark.parametrize(
    ("email", "masked"),
    [("zhang@example.org", "z****@example.org"), ("", "")],
)
def test_mail(email, masked):
    assert mask_email(email) == masked
