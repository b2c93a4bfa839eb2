"""Every page there is, opened by somebody who may, on a telephone in Chinese and at a desk in English.

The addresses come from the urlconf: a page that is missing in the table below fails the test.
"""

from pathlib import Path

import pytest
from django.test import RequestFactory
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver
from django.utils import timezone, translation

from guiju.apps.accounts.models import Organisation, User
from guiju.apps.accounts.selectors.viewers import viewer_of_user
from guiju.apps.accounts.services.organisations import add_alias
from guiju.apps.governance.models import Action, Measure, Output, Plan, Report
from guiju.apps.governance.services.drafts import start_import
from guiju.apps.governance.services.imports import import_source, read_source
from guiju.cli import demonstration
from tests.e2e import (
    catalogue_pages,
    development_pages,
    judging_pages,
    library_pages,
    rule_set_pages,
)
from tests.e2e.pages import check_page, path

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = Path(__file__).parents[2] / "docs" / "tutorial" / "example-plan.txt"
NAME = "示例省数据管理局"  # the tutorial's name that the register does not know
SECRET = "JBSWY3DPEHPK3PXP"

PUBLIC = ""
# The page's name: who opens it, the names of its arguments (see `things`), and its query.
PAGES = {
    "web:home": (PUBLIC, (), ""),
    "web:search": (PUBLIC, (), "?q=标准"),
    "journal:verify": (PUBLIC, (), ""),
    "journal:journal": ("auditor", (), ""),
    "accounts:sign_in": (PUBLIC, (), ""),
    "accounts:second_step": ("reader", (), ""),
    "accounts:me": ("miit", (), ""),
    "accounts:password": ("miit", (), ""),
    "accounts:second_factor": ("miit", (), ""),
    "accounts:second_factor_off": ("beijing", (), ""),
    "accounts:tokens": ("miit", (), ""),
    "accounts:delegate": ("miit", ("seat",), ""),
    "accounts:notices": ("miit", (), ""),
    "accounts:organisations": ("sysadmin", (), ""),
    "accounts:new_organisation": ("sysadmin", (), ""),
    "accounts:organisation": ("sysadmin", ("organisation",), ""),
    "accounts:edit_organisation": ("sysadmin", ("organisation",), ""),
    "accounts:rename_organisation": ("sysadmin", ("organisation",), ""),
    "accounts:new_alias": ("sysadmin", ("organisation",), ""),
    "accounts:new_succession": ("sysadmin", ("organisation",), ""),
    "accounts:users": ("sysadmin", (), ""),
    "accounts:new_user": ("sysadmin", (), ""),
    "accounts:user": ("sysadmin", ("user",), ""),
    "accounts:edit_person": ("sysadmin", ("user",), ""),
    "accounts:deactivate_user": ("sysadmin", ("user",), ""),
    "accounts:activate_user": ("sysadmin", ("closed",), ""),
    "accounts:remove_second_factor": ("secadmin", ("second",), ""),
    "accounts:new_seat": ("secadmin", ("user",), ""),
    "governance:plans": ("province", (), ""),
    "governance:plan": (PUBLIC, ("plan",), ""),
    "governance:plan_text": ("province", ("text",), ""),
    "governance:measures": (PUBLIC, ("plan",), ""),
    "governance:measure": ("office", ("plan", "measure"), ""),
    "governance:measure_history": ("province", ("text", "text_measure"), ""),
    "governance:actions": (PUBLIC, ("plan",), "?state=overdue"),
    "governance:action": ("office", ("plan", "action"), ""),
    "governance:outputs": (PUBLIC, ("plan",), ""),
    "governance:output": (PUBLIC, ("plan", "output"), ""),
    "governance:duties": (PUBLIC, ("plan",), ""),
    "governance:plan_matrix": (PUBLIC, ("plan",), ""),
    "governance:plan_workload": (PUBLIC, ("plan",), ""),
    "governance:plan_timeline": ("province", ("text",), ""),
    "governance:plan_changes": ("office", ("plan",), ""),
    "governance:plan_organisation": (PUBLIC, ("plan", "organisation"), ""),
    "governance:unresolved_names": ("province", ("text",), ""),
    "governance:resolve_name": ("province", ("text",), f"?name={NAME}"),
    "governance:import": ("province", (), ""),
    "governance:import_preview": ("province", ("draft",), ""),
    "governance:edit_plan": ("office", ("plan",), ""),
    "governance:publish_plan": ("office", ("plan",), ""),
    "governance:name_measures": ("office", ("plan",), ""),
    "governance:assign": ("office", ("plan", "note"), ""),
    "governance:end_assignment": ("office", ("plan", "duty"), ""),
    "governance:set_due": ("office", ("plan", "action"), ""),
    "governance:work": ("office", (), ""),
    "governance:report_write": ("miit", ("plan", "reported"), "?period=2022Q4"),
    "governance:comments": ("office", ("plan", "measure"), ""),
    "governance:report": ("office", ("report",), ""),
    "governance:report_submit": ("miit", ("returned",), ""),
    "governance:snapshots": ("office", ("plan",), ""),
    "governance:snapshot": ("office", ("plan", "quarter"), ""),
    "governance:snapshot_compare": ("office", ("plan",), ""),
    **catalogue_pages.PAGES,
    **library_pages.PAGES,
    **rule_set_pages.PAGES,
    **judging_pages.PAGES,
    **development_pages.PAGES,
}
ACTS = {
    "web:theme",
    "accounts:sign_out",
    "accounts:revoke_token",
    "accounts:end_delegation",
    "accounts:read_notices",
    "accounts:remove_alias",
    "accounts:reset_password",
    "accounts:end_seat",
    "governance:import_confirm",
    "governance:import_discard",
    "governance:report_withdraw",
    "governance:report_decide",
    *catalogue_pages.ACTS,
    *library_pages.ACTS,
    *judging_pages.ACTS,
    *development_pages.ACTS,
}
DOWNLOADS = {
    "governance:plan_export",
    "governance:evidence",
    *catalogue_pages.DOWNLOADS,
    *library_pages.DOWNLOADS,
    *rule_set_pages.DOWNLOADS,
    *judging_pages.DOWNLOADS,
    *development_pages.DOWNLOADS,
}


def _views(resolver, namespace=""):
    """All views by their full names, without those of the API, which has no pages."""
    found = {}
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            found[f"{namespace}{one.name}"] = one.callback
        elif isinstance(one, URLResolver) and one.namespace != "api":
            found |= _views(one, f"{one.namespace}:" if one.namespace else namespace)
    return found


def test_every_address_is_a_page_an_act_or_a_download():
    assert set(_views(get_resolver())) == {*PAGES, *ACTS, *DOWNLOADS}


@pytest.mark.parametrize("name", sorted(ACTS))
def test_an_act_is_never_opened_by_reading(name):
    request = RequestFactory().get("/")
    assert _views(get_resolver())[name](request).status_code == 405


@pytest.fixture
def things():
    """The demonstration and what it lacks; the records that the table names."""
    demonstration.load(say=lambda line: None)
    province, clerk = (
        viewer_of_user(User.objects.get(username=name), timezone.localdate())
        for name in ("province", "sysadmin")
    )
    source = read_source(TEXT.read_bytes(), name=TEXT.name)
    text = import_source(source=source, office=province.acting_for("office"), by=province).plan
    corrected = TEXT.read_text().replace("十项地方标准", "十二项地方标准")
    source = read_source(corrected.encode(), name="corrected.txt")
    draft = start_import(
        source=source, plan=text, office=province.acting_for("office"), by=province
    )
    organisation = Organisation.objects.get(slug="most")
    add_alias(organisation=organisation, text="示例写法", by=clerk)
    User.objects.filter(username__in=["reader", "beijing"]).update(totp_secret=SECRET)
    User.objects.filter(username="samr").update(is_active=False)
    plan = Plan.objects.get(slug="2022-64")
    measure = Measure.objects.get(plan=plan, no=2)
    user = {one.username: one for one in User.objects.all()}
    return {
        "plan": plan.slug,
        "text": text.slug,
        "text_measure": text.measures.first().pk,
        "draft": draft.pk,
        "measure": measure.pk,
        "reported": Measure.objects.get(plan=plan, no=3).pk,
        "action": Action.objects.filter(measure=measure).first().pk,
        "output": Output.objects.filter(measure=measure).first().pk,
        "note": measure.notes.first().pk,
        "duty": measure.notes.first().assignments.first().pk,
        "report": Report.objects.get(state="submitted").pk,
        "returned": Report.objects.get(state="returned").pk,
        "quarter": "2022Q3",
        "organisation": organisation.slug,
        "user": user["most"].pk,
        "closed": user["samr"].pk,
        "second": user["reader"].pk,
        "seat": user["miit"].seats.get().pk,
        **catalogue_pages.things(),
        **library_pages.things(),
        **rule_set_pages.things(),
        **judging_pages.things(),
        **development_pages.things(),
    }


def _address(name, things, language):
    _who, arguments, query = PAGES[name]
    with translation.override("zh-hans"):
        return path(language, reverse(name, args=[things[one] for one in arguments])) + query


def _half_signed_in(page, who, language):
    page.goto(path(language, "/sign-in/"))
    page.fill("[name=username]", who)
    page.fill("[name=password]", demonstration.PASSWORD)
    page.click("main button[type=submit]")


@pytest.mark.parametrize(
    ("language", "width", "scheme"), [("zh", 360, "light"), ("en", 1280, "dark")]
)
def test_every_page_fits_and_is_accessible(open_page, windows, things, language, width, scheme):
    found, titles = {}, {}
    for who in sorted({who for who, _arguments, _query in PAGES.values()}):
        user = User.objects.get(username=who) if who not in {PUBLIC, "reader"} else None
        page = open_page(path(language), width=width, scheme=scheme, user=user)
        if who == "reader":
            _half_signed_in(page, who, language)
        for name in (name for name, (opens, *_rest) in PAGES.items() if opens == who):
            answer = page.goto(_address(name, things, language))
            try:
                assert answer.status == 200, f"{page.url} answers {answer.status}"
                assert answer.request.redirected_from is None, f"{page.url} is another page"
                # Each page meets axe once, the pages in turn on the telephone and at the desk.
                check_page(page, axe=list(PAGES).index(name) % 2 == (language == "zh"))
            except AssertionError as error:
                found[name] = str(error)
            titles.setdefault(page.title(), []).append(name)
        windows.shut()
    assert found == {}
    assert [names for names in titles.values() if len(names) > 1] == []
