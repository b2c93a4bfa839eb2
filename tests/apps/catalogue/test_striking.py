"""A relation that a source states is struck by a cataloguer, stays visible, and can be put back."""

from datetime import date

import pytest

from guiju.apps.catalogue.models import IndexTask, Relation
from guiju.apps.catalogue.selectors.standard import standard_json
from guiju.apps.catalogue.services import editing, striking
from guiju.apps.catalogue.services.striking import Pointed
from guiju.apps.journal.models import Event
from guiju.core.errors import RefusedError
from guiju.core.records.model import Record
from guiju.core.records.model import Relation as Said
from guiju.web.viewer import Viewer
from tests.factories import accounts
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 5)
REASON = "示例：公告中没有这一代替"
OLD, NEW = "GB/T 1-2010", "GB/T 2-2020"


@pytest.fixture
def by():
    return accounts.viewer(accounts.seated("cataloguer"), TODAY)


@pytest.fixture
def wrong():
    """A source says that GB/T 2 replaced GB/T 1."""
    make.replaces(NEW, OLD)


def pointed(number, other, kind="replaces", outgoing=True):
    return Pointed(make.found(number), kind, outgoing, other)


def told(number):
    return standard_json(Viewer(today=TODAY), make.found(number), TODAY)


def state(number):
    return told(number)["status"]["state"]


def struck(number):
    return [(one["type"], one["number"], one["struck"]) for one in told(number)["relations"]]


DENIAL = {"by": "guiju", "on": "2026-01-05", "reason": REASON}


def test_a_struck_replacement_ends_nothing_and_stays_in_the_evidence(by, wrong):
    assert (state(OLD), len(told(OLD)["chain"])) == ("superseded", 2)
    striking.strike_relation(relation=pointed(NEW, OLD), reason=REASON, by=by)
    assert (state(OLD), len(told(OLD)["chain"])) == ("in_force", 1)
    assert struck(NEW) == [("replaces", OLD, DENIAL)]
    assert struck(OLD) == [("replaces", NEW, DENIAL)]
    assert told(NEW)["findings"] == []


def test_it_is_one_act_in_the_journal_with_its_reason(by, wrong):
    before = Event.objects.count()
    striking.strike_relation(relation=pointed(NEW, OLD), reason=f" {REASON} ", by=by)
    event = Event.objects.order_by("-number")[0]
    assert (Event.objects.count() - before, event.action, event.reason) == (
        1,
        "catalogue.strike_relation",
        REASON,
    )
    assert event.details["numbers"] == [NEW]


def test_it_is_put_back_and_counts_again(by, wrong):
    striking.strike_relation(relation=pointed(NEW, OLD), reason=REASON, by=by)
    IndexTask.objects.all().delete()
    striking.restore_relation(relation=pointed(NEW, OLD), reason=REASON, by=by)
    assert state(OLD) == "superseded"
    assert struck(NEW) == [("replaces", OLD, None)]
    assert Event.objects.order_by("-number")[0].action == "catalogue.restore_relation"
    assert make.found(OLD).pk in set(IndexTask.objects.values_list("edition", flat=True))
    assert not editing.says_something(editing.own_statement(NEW).record)


def test_from_the_page_of_the_other_end_too(by, wrong):
    striking.strike_relation(relation=pointed(OLD, NEW, outgoing=False), reason=REASON, by=by)
    assert state(OLD) == "in_force"
    striking.restore_relation(relation=pointed(NEW, OLD), reason=REASON, by=by)
    assert state(OLD) == "superseded"


def test_what_comes_in_again_or_from_others_stays_struck(by, wrong):
    striking.strike_relation(relation=pointed(NEW, OLD), reason=REASON, by=by)
    make.source("other", rank=50)
    make.edition(NEW, slug="other", relations=(Said(type="replaces", target=OLD),))
    make.edition(OLD, slug="other", relations=(Said(type="replaces", target=NEW, inverse=True),))
    assert state(OLD) == "in_force"
    assert set(Relation.objects.values_list("kept_out", flat=True)) == {"struck", "denied"}
    striking.restore_relation(relation=pointed(NEW, OLD), reason=REASON, by=by)
    assert state(OLD) == "superseded"


def test_a_later_edition_of_the_same_number_is_not_presumed_against_it(by):
    make.replaces("GB/T 3-2020", "GB/T 3-2010")
    striking.strike_relation(relation=pointed("GB/T 3-2020", "GB/T 3-2010"), reason=REASON, by=by)
    assert state("GB/T 3-2010") == "in_force"


@pytest.mark.parametrize(
    ("kind", "values"), [("adopts", {"degree": "IDT"}), ("cites_normatively", {})]
)
def test_every_relation_can_be_struck_whatever_its_degree(by, kind, values):
    make.edition("ISO 9:2015", effective="")
    make.relate("GB/T 9-2016", kind, "ISO 9:2015", **values)
    striking.strike_relation(
        relation=pointed("GB/T 9-2016", "ISO 9:2015", kind), reason=REASON, by=by
    )
    assert struck("ISO 9:2015") == [(kind, "GB/T 9-2016", DENIAL)]


def test_one_without_a_year_is_struck_as_the_page_shows_it(by):
    make.edition("GB/T 7-2015")
    make.relate("GB/T 8-2016", "cites_normatively", "GB/T 7")
    page = pointed("GB/T 8-2016", "GB/T 7-2015", "cites_normatively")
    striking.strike_relation(relation=page, reason=REASON, by=by)
    assert struck("GB/T 7-2015") == [("cites_normatively", "GB/T 8-2016", DENIAL)]
    striking.restore_relation(relation=page, reason=REASON, by=by)
    assert struck("GB/T 7-2015") == [("cites_normatively", "GB/T 8-2016", None)]


def test_a_finding_goes_with_the_relation_and_comes_back(by):
    make.edition("GB/T 1-2003", relations=(Said(type="replaces", target="GB/T 1-2009"),))
    make.edition("GB/T 1-2009")
    codes = lambda: [one["code"] for one in told("GB/T 1-2003")["findings"]]  # noqa: E731
    assert codes() == ["replaces_newer"]
    page = pointed("GB/T 1-2003", "GB/T 1-2009")
    striking.strike_relation(relation=page, reason=REASON, by=by)
    assert codes() == []
    striking.restore_relation(relation=page, reason=REASON, by=by)
    assert codes() == ["replaces_newer"]


def test_our_own_word_beside_the_denial_stands(by, wrong):
    """Struck as a whole, and said to be in part."""
    striking.strike_relation(relation=pointed(NEW, OLD), reason=REASON, by=by)
    own = editing.own_statement(NEW)
    part = Said(type="replaces", target=OLD, whole=False)
    record = Record(number=NEW, relations=(*own.record.relations, part))
    editing.edit_record(record=record, seen=own.digest, reason=REASON, by=by)
    shown = {(one["whole"], one["struck"] is None) for one in told(NEW)["relations"]}
    assert shown == {(True, False), (False, True)}
    assert state(OLD) == "in_force"


def test_what_cannot_be_struck_or_put_back_is_refused(by, wrong):
    page = pointed(NEW, OLD)
    with pytest.raises(striking.NothingToRestoreError):
        striking.restore_relation(relation=page, reason=REASON, by=by)
    with pytest.raises(editing.NoReasonError):
        striking.strike_relation(relation=page, reason="  ", by=by)
    striking.strike_relation(relation=page, reason=REASON, by=by)
    with pytest.raises(striking.NothingToStrikeError):
        striking.strike_relation(relation=page, reason=REASON, by=by)


def test_only_cataloguers_do_it(wrong):
    for viewer in (
        Viewer(today=TODAY),
        accounts.viewer(accounts.user(), TODAY),
        accounts.viewer(accounts.seated("office"), TODAY),
    ):
        for act in (striking.strike_relation, striking.restore_relation):
            with pytest.raises(RefusedError):
                act(relation=pointed(NEW, OLD), reason=REASON, by=viewer)


def test_a_less_trusted_source_strikes_nothing(wrong):
    make.source("rumour", rank=200)
    make.edition(NEW, slug="rumour", relations=(Said(type="replaces", target=OLD, denied=True),))
    assert state(OLD) == "superseded"
    make.source("office", rank=5)
    make.edition(NEW, slug="office", relations=(Said(type="replaces", target=OLD, denied=True),))
    assert state(OLD) == "in_force"


def test_correcting_the_record_keeps_what_was_struck(client, by, wrong):
    striking.strike_relation(relation=pointed(NEW, OLD), reason=REASON, by=by)
    client.force_login(
        accounts.seated("cataloguer"), backend="guiju.apps.accounts.backends.SeatBackend"
    )
    rows = {
        f"{name}-{total}_FORMS": "0"
        for name in ("roles", "relations")
        for total in ("TOTAL", "INITIAL")
    }
    answer = client.post(
        "/en/standards/GB/T_2-2020/edit/",
        {
            **rows,
            "number": NEW,
            "seen": editing.own_statement(NEW).digest,
            "reason": "example",
            "title_en": "Example",
            "save": "",
        },
    )
    assert (answer.status_code, state(OLD)) == (302, "in_force")


class TestPages:
    ADDRESS = "/en/standards/GB/T_2-2020/strike/?type=replaces&direction=out&other=GB%2FT+1-2010"

    @pytest.fixture
    def editor(self, client):
        user = accounts.seated("cataloguer")
        client.force_login(user, backend="guiju.apps.accounts.backends.SeatBackend")
        return client

    def test_from_the_list_to_the_form_and_back(self, editor, wrong):
        link = self.ADDRESS.replace("&", "&amp;")
        page = editor.get("/en/standards/GB/T_2-2020/").content.decode()
        assert f'href="{link}"' in page
        assert editor.get(self.ADDRESS).status_code == 200
        answer = editor.post(self.ADDRESS, {"reason": REASON}, follow=True)
        assert answer.redirect_chain == [("/en/standards/GB/T_2-2020/", 302)]
        content = answer.content.decode()
        assert "The relation is struck" in content
        assert REASON in content
        assert "Cataloguers" in content
        back = link.replace("/strike/", "/restore/")
        assert f'href="{back}"' in content
        editor.post(self.ADDRESS.replace("/strike/", "/restore/"), {"reason": REASON})
        assert state(OLD) == "superseded"

    def test_everybody_sees_that_it_is_struck_but_not_the_ways_to_act(self, client, by, wrong):
        striking.strike_relation(relation=pointed(NEW, OLD), reason=REASON, by=by)
        page = client.get("/standards/GB/T_2-2020/").content.decode()
        assert (REASON in page, "<del>" in page, "2026-01-05" in page) == (True, True, True)
        assert ("/strike/" in page, "/restore/" in page) == (False, False)

    def test_without_a_reason_the_form_says_so(self, editor, wrong):
        answer = editor.post(self.ADDRESS, {"reason": ""})
        assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["reason"])

    @pytest.mark.parametrize("query", ["", "?type=replaces&other=GB%2FT+9-1999", "?type=%00"])
    def test_another_relation_is_not_found(self, editor, wrong, query):
        assert editor.get(f"/en/standards/GB/T_2-2020/strike/{query}").status_code == 404

    def test_strangers_are_refused(self, client, wrong):
        assert client.get(self.ADDRESS).status_code in (302, 403)
        client.force_login(accounts.user(), backend="guiju.apps.accounts.backends.SeatBackend")
        assert client.get(self.ADDRESS).status_code == 403
